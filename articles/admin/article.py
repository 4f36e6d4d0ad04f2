"""Writing, previewing, publishing and retiring articles."""

from typing import Any

from content_editor.admin import ContentEditor
from csp.decorators import csp_update
from django import forms
from django.conf import settings
from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.db.models import Q, QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.urls import path, reverse
from django.utils.decorators import method_decorator
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext
from js_asset import Media

from articles import rules
from articles.admin.autosave import KeepsTyped
from articles.admin.desk import about_due, desk_pages
from articles.admin.inlines import BLOCK_INLINES, TopicInline
from articles.admin.listing import NewsroomList
from articles.admin.pages import newsroom_pages
from articles.forms import PublishForm
from articles.models import Article, Revision
from articles.operations.drafts import draft_of, locked, words_changed
from articles.operations.publishing import NotReady, publish, retire
from articles.operations.workflow import approval_missing
from articles.rules import Fault
from articles.seen import ArticleForm, state_of
from portal.accounts import roles
from portal.accounts.models import User
from portal.accounts.staff import RoleModelAdmin, named
from portal.core.errors import RuleViolation

EDITOR_STYLES = [
    "'sha256-PlumsSlvJ7vvWzjqibGAYKq92O3y/4JTxWWsWJvyUYA='",
    "'sha256-N1v+9oYdxeZd/nv2iKYNMLWqP5BlGZff7wM0R1mK4ws='",
]
"""Two styles that the editors' own scripts put into the page (prose editor 0.28, content editor 9.1)."""


@admin.register(Article)
class ArticleAdmin(KeepsTyped, RoleModelAdmin, NewsroomList, ContentEditor):
    """Editors write and publish. Clinical reviewers see the facts of an article and its preview."""

    form = ArticleForm
    changers = (roles.EDITORS,)
    viewers = (roles.CLINICAL_REVIEWERS,)
    list_display = ["title", "language", "state", "stage", "review_due", "owned_by", "views_of_30_days",
                    "helpful_percent", "grade", "position", "sample", "edited_at"]  # fmt: skip
    list_select_related = ["owner"]
    owned_by = staticmethod(named("owner", _("Owner")))
    list_filter = ["state", "stage", "language", ("owner", admin.RelatedOnlyFieldListFilter), "review_due", "sample"]
    search_fields = ["title", "slug", "lead"]
    ordering = ["position", "slug"]
    autocomplete_fields = ["translation_of"]
    prepopulated_fields = {"slug": ["title"]}
    readonly_fields = ["state", "stage", "owned_by", "published", "preview", "desk"]
    fieldsets = [
        (None, {"fields": ["title", "lead", "language", "slug", "sample", "art", "minutes", "position"]}),
        (
            _("Where it stands"),
            {
                "fields": [
                    "state",
                    "stage",
                    "desk",
                    "published",
                    "preview",
                    "owned_by",
                    "deputy",
                    "review_due",
                    "translation_of",
                ]
            },
        ),
    ]
    inlines = [*BLOCK_INLINES, TopicInline]
    actions = ["send_to_clinical_review", "make_me_the_owner", "retire"]

    class Media:
        css = {"all": ["articles/css/editor.css"]}
        js = [forms.Script("articles/js/autosave.js", type="module")]

    # --- who and what -----------------------------------------------------------------------------------------------
    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """Only a draft that was never published, by its editors. What was published is retired."""
        return obj is not None and self.has_change_permission(request, obj) and not obj.revisions.exists()

    def get_inlines(self, request: HttpRequest, obj: Any) -> list[Any]:
        return self.inlines if self.has_change_permission(request, obj) else [TopicInline]

    def get_readonly_fields(self, request: HttpRequest, obj: Any = None) -> list[str]:
        return [*self.readonly_fields, *(["slug", "language"] if obj and obj.current_id else [])]

    def get_fieldsets(self, request: HttpRequest, obj: Any = None) -> Any:
        """Whoever may write carries along which words were on the page."""
        (name, first), *others = super().get_fieldsets(request, obj)
        seen = ["seen"] if obj and self.has_change_permission(request, obj) else []
        return [(name, {**first, "fields": [*first["fields"], *seen]}), *others]

    def get_prepopulated_fields(self, request: HttpRequest, obj: Any = None) -> dict[str, Any]:
        fixed = obj and (obj.current_id or not self.has_change_permission(request, obj))
        return {} if fixed else self.prepopulated_fields

    def formfield_for_dbfield(self, db_field: Any, request: Any, **kwargs: Any) -> Any:
        if db_field.name == "language":
            kwargs["widget"] = forms.Select(choices=[(code, code) for code in settings.CONTENT_LANGUAGES])
        if db_field.name == "lead":
            kwargs["widget"] = forms.Textarea(attrs={"rows": 3, "cols": 80})
        if db_field.name == "deputy":
            able = Q(groups__name__in=[roles.EDITORS, roles.CLINICAL_REVIEWERS])
            kwargs["queryset"] = User.objects.filter(able, is_active=True).distinct().order_by("display_name")
        return super().formfield_for_dbfield(db_field, request, **kwargs)

    @admin.display(description=_("What readers see"))
    def published(self, article: Article) -> SafeString | str:
        if not article.current:
            return _now("Nothing yet")
        changed = article.current.digest != draft_of(article).digest
        words = _now("The draft says something else.") if changed else _now("The draft says the same.")
        history = f"{reverse('admin:articles_revision_changelist')}?article__id__exact={article.pk}"
        return format_html('<a href="{}">{}</a>. {}', history, article.current, words)

    @admin.display(description=_("Preview"))
    def preview(self, article: Article) -> SafeString | str:
        if not article.pk or article._state.adding:
            return "–"
        address = reverse("articles:preview", args=[article.language, article.slug])
        return format_html('<a href="{}">{}</a>', address, _now("See the draft as readers would"))

    @admin.display(description=_("Its way to the readers"))
    def desk(self, article: Article) -> SafeString | str:
        if not article.pk or article._state.adding:
            return "–"
        address = reverse("admin:articles_article_desk", args=[article.pk])
        return format_html('<a href="{}">{}</a>', address, _now("Review, approval, publishing, and what happened"))

    # --- the page ---------------------------------------------------------------------------------------------------
    @method_decorator(csp_update({"style-src": EDITOR_STYLES}))
    def changeform_view(self, request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
        return super().changeform_view(request, *args, **kwargs)

    def render_change_form(self, request: HttpRequest, context: Any, *args: Any, **kwargs: Any) -> Any:
        """The import map is inline, so it carries the nonce of this answer."""
        context["media"] = Media.from_media(context["media"], nonce=str(request.csp_nonce))  # type: ignore[attr-defined]
        context |= about_due(context.get("original"))
        context["may_publish"] = rules.may_edit(request.user)
        return super().render_change_form(request, context, *args, **kwargs)

    def _content_editor_media(self, request: HttpRequest, context: Any) -> Any:
        """Nobody who may only look gets the block editor."""
        blocks = [one for one in context.get("inline_admin_formsets", []) if one.opts.__class__ in BLOCK_INLINES]
        return super()._content_editor_media(request, context) if blocks else Media()

    def save_model(self, request: HttpRequest, obj: Article, form: Any, change: bool) -> None:
        """Only what the form asked is written: where the article stands may have moved on since it was read."""
        if not change:
            obj.owner = request.user  # type: ignore[assignment]
            super().save_model(request, obj, form, change)
            return
        form.words_before = draft_of(locked(obj)).digest
        columns = {field.name for field in obj._meta.concrete_fields}
        obj.save(update_fields=[*(columns & set(form.cleaned_data)), "edited_at"])

    def save_related(self, request: HttpRequest, form: Any, formsets: Any, change: bool) -> None:
        super().save_related(request, form, formsets, change)
        words_changed(actor=request.user, article=form.instance, before=getattr(form, "words_before", ""))

    def response_add(self, request: HttpRequest, obj: Article, post_url_continue: Any = None) -> HttpResponse:
        return self._onward(request, obj) or super().response_add(request, obj, post_url_continue)

    def response_change(self, request: HttpRequest, obj: Article) -> HttpResponse:
        return self._onward(request, obj) or super().response_change(request, obj)

    def _onward(self, request: HttpRequest, obj: Article) -> HttpResponse | None:
        if "_preview" in request.POST:
            return redirect("articles:preview", obj.language, obj.slug)
        if "_publish" in request.POST:
            return redirect("admin:articles_article_publish", obj.pk)
        return None

    # --- publishing -------------------------------------------------------------------------------------------------
    def get_urls(self) -> list[Any]:
        publishing = self.admin_site.admin_view(self.publish_view)
        return [
            path("<uuid:pk>/publish/", publishing, name="articles_article_publish"),
            *newsroom_pages(self),
            *desk_pages(self),
            *super().get_urls(),
        ]

    def publish_view(self, request: HttpRequest, pk: Any) -> HttpResponse:
        """What keeps it from being published, or the form that publishes it."""
        if not self.has_change_permission(request):
            raise PermissionDenied
        article = get_object_or_404(self.get_queryset(request), pk=pk)
        draft = draft_of(article)
        form = PublishForm(request.POST if request.method == "POST" else None, initial={"seen": state_of(article)})
        faults = rules.faults(draft.blocks, draft.topics)
        missing = approval_missing(article, draft.digest)
        if missing and request.method != "POST":
            faults.append(Fault(None, (), missing))
        if form.is_valid() and not faults:
            try:
                revision = self._publish(request, article, form)
            except NotReady as error:
                faults = error.faults
            except RuleViolation as error:
                faults = [Fault(None, (), error.message)]
            else:
                if revision:
                    words = _now("Readers now see %(revision)s.") % {"revision": revision}
                    self.message_user(request, words, messages.SUCCESS)
                    return redirect("admin:articles_article_change", article.pk)
        context = {**self.admin_site.each_context(request), "article": article, "form": form, "faults": faults}
        context |= {"title": _now("Publish"), "opts": self.opts, "blocks": draft.blocks}
        return TemplateResponse(request, "admin/articles/article/publish.html", context)

    @transaction.atomic
    def _publish(self, request: HttpRequest, article: Article, form: PublishForm) -> Revision | None:
        """Nothing when the draft says something else than on the page of this form."""
        form.refuse_stale(article, _now("Nothing was published. Look at the preview, then publish it as it is now."))
        if not form.is_valid():
            return None
        return publish(actor=request.user, article=article, note=form.cleaned_data["note"])

    @admin.action(description=_("Retire: take out of sight"), permissions=["change"])
    def retire(self, request: HttpRequest, queryset: QuerySet[Article]) -> None:
        done = sum(retire(actor=request.user, article=article) for article in queryset)
        words = ngettext("%(count)s article retired.", "%(count)s articles retired.", done) % {"count": done}
        self.message_user(request, words, messages.SUCCESS)
