"""Where an article stands, what happened to it, and the acts of the newsroom, each of them an operation."""

from collections.abc import Callable, Sequence
from typing import Any

from django import forms
from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.urls import URLPattern, path
from django.utils.translation import gettext_lazy as _

from articles import rules
from articles.models import Article
from articles.operations import publishing, schedule, workflow
from articles.operations.drafts import draft_of
from articles.review_dates import is_due_soon, is_overdue
from portal.accounts.staff import MOMENT
from portal.core.errors import RuleViolation

Stage = Article.Stage
WAITING = {Stage.LANGUAGE, Stage.REVIEW, Stage.APPROVED, Stage.SCHEDULED}


class ActForm(forms.Form):
    """What an act may need to know. `seen` is the digest of the draft that was on the page."""

    seen = forms.CharField(widget=forms.HiddenInput)
    comment = forms.CharField(
        label=_("Comment"), required=False, max_length=2000, widget=forms.Textarea({"rows": 3, "cols": 80})
    )
    at = forms.DateTimeField(label=_("When"), required=False, widget=MOMENT["widget"])
    to = forms.ModelChoiceField(
        Article.objects.none(), label=_("What readers are shown instead"), required=False, empty_label=_("Nothing")
    )

    def __init__(self, *args: Any, article: Article, acts: Sequence[str], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["to"].queryset = (  # type: ignore[attr-defined]
            Article.objects.published().filter(language=article.language).exclude(pk=article.pk).order_by("title")
        )
        for name, act in (("at", "schedule"), ("to", "retire")):
            if act not in acts:
                del self.fields[name]


ACTS: dict[str, Any] = {
    "language": _("Send to the plain-language check"),
    "review": _("Send to clinical review"),
    "approve": _("Approve"),
    "return": _("Send back"),
    "schedule": _("Schedule"),
    "unschedule": _("Take off the schedule"),
    "publish": _("Publish"),
    "minor": _("Publish as a minor edit"),
    "retire": _("Retire"),
}


def acts_for(user: Any, article: Article) -> list[str]:
    """The buttons for this person. The operations decide again."""
    stage, edits, reviews = article.stage, rules.may_edit(user), rules.may_review(user)
    written = stage in {Stage.WRITING, Stage.LANGUAGE, Stage.DONE}
    shown = {
        "language": edits and stage in {Stage.WRITING, Stage.DONE},
        "review": edits and written,
        "approve": reviews and stage == Stage.REVIEW and not own_words(user, article),
        "return": (edits or reviews) and stage in WAITING,
        "schedule": edits and stage in {Stage.APPROVED, Stage.SCHEDULED},
        "unschedule": edits and stage == Stage.SCHEDULED,
        "publish": edits and stage in {Stage.APPROVED, Stage.SCHEDULED},
        "minor": edits and article.is_published and stage == Stage.WRITING,
        "retire": edits and article.is_published,
    }
    return [act for act in ACTS if shown[act]]


def own_words(user: Any, article: Article) -> bool:
    return article.owner_id == user.pk or workflow.wrote(article, user.pk)


def do(act: str, user: Any, article: Article, given: dict[str, Any]) -> None:
    """One act by its name."""
    said = {"actor": user, "article": article}
    comment = given["comment"]
    verbs: dict[str, Callable[[], Any]] = {
        "language": lambda: workflow.send_to_language_check(**said, comment=comment),
        "review": lambda: workflow.send_to_review(**said, comment=comment),
        "approve": lambda: workflow.approve(**said, seen=given["seen"], comment=comment),
        "return": lambda: workflow.send_back(**said, comment=comment),
        "unschedule": lambda: schedule.unschedule(**said, comment=comment),
        "publish": lambda: publishing.publish(**said, note=comment),
        "minor": lambda: publishing.publish_minor(**said, note=comment),
        "retire": lambda: publishing.retire(**said, to=given.get("to"), comment=comment),
    }
    if act == "schedule":
        if not given.get("at"):
            raise RuleViolation(str(_("Say when.")), code="at", field="at")
        schedule.schedule(**said, at=given["at"], comment=comment)
    elif act in verbs:
        verbs[act]()


def about_due(article: Article | None) -> dict[str, Any]:
    """What the banner says of a guide that is due within 60 days, or was. Nothing of what readers cannot see."""
    shown = article is not None and article.is_published and is_due_soon(article)
    return {"due": article.review_due, "overdue": is_overdue(article)} if article and shown else {}


def desk_pages(staff: Any) -> list[URLPattern]:
    """The page of one article's way to its readers. `staff` is the admin of articles."""

    def desk(request: HttpRequest, pk: Any) -> HttpResponse:
        if not rules.may_preview(request.user):
            raise PermissionDenied
        article = get_object_or_404(staff.get_queryset(request), pk=pk)
        acts, draft = acts_for(request.user, article), draft_of(article)
        typed = request.POST if request.method == "POST" else None
        form = ActForm(typed, article=article, acts=acts, initial={"seen": draft.digest})
        if typed is not None and form.is_valid():
            act = typed.get("act", "")
            if act not in ACTS:
                raise Http404
            try:
                do(act, request.user, article, form.cleaned_data)
            except RuleViolation as refused:
                form.add_error(refused.field if refused.field in form.fields else None, refused.message)
            else:
                staff.message_user(request, f"{article}: {ACTS[act]}", messages.SUCCESS)
                return redirect("admin:articles_article_desk", article.pk)
        context = {**admin.site.each_context(request), "article": article, "form": form, "opts": staff.opts}
        context |= {"acts": [(act, ACTS[act]) for act in acts], "title": _("Where it stands")}
        context |= {"steps": article.steps.select_related("by"), "own": own_words(request.user, article)}
        return TemplateResponse(request, "admin/articles/article/desk.html", context | about_due(article))

    return [path("<uuid:pk>/desk/", staff.admin_site.admin_view(desk), name="articles_article_desk")]
