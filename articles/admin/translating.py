"""A translation begun, and one read beside its original."""

from typing import Any

from django import forms
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.urls import URLPattern, path
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from articles import rules
from articles.compare import How
from articles.languages import language_name
from articles.models import Article
from articles.operations.translations import brought_up_to_date, languages_left, start_translation
from articles.translating import side_by_side
from portal.core.errors import RuleViolation


class LanguageForm(forms.Form):
    language = forms.ChoiceField(label=gettext_lazy("Language"))

    def __init__(self, *args: Any, languages: list[str], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["language"].choices = [(code, language_name(code)) for code in languages]  # type: ignore[attr-defined]


def translating_pages(staff: Any) -> list[URLPattern]:
    """The addresses of these pages, for the admin of articles."""

    def translate(request: HttpRequest, pk: Any) -> HttpResponse:
        """Choose a language, then write at the draft that is made."""
        if not staff.has_change_permission(request):
            raise PermissionDenied
        article = get_object_or_404(staff.get_queryset(request).select_related("current"), pk=pk)
        left = languages_left(article) if article.is_published and not article.translation_of_id else []
        form = LanguageForm(request.POST if request.method == "POST" else None, languages=left)
        if form.is_valid():
            try:
                made = start_translation(actor=request.user, source=article, **form.cleaned_data)
            except RuleViolation as refused:
                form.add_error(None, refused.message)
            else:
                words = _("The translation begins with the words of the original. Put yours in their place.")
                staff.message_user(request, words, messages.SUCCESS)
                return redirect("admin:articles_article_change", made.pk)
        context = {**staff.admin_site.each_context(request), "article": article, "opts": staff.opts, "form": form}
        context |= {"title": _("Translate"), "languages": left}
        context |= {"translations": article.translations.order_by("language")}
        return TemplateResponse(request, "admin/articles/article/translate.html", context)

    def beside(request: HttpRequest, pk: Any) -> HttpResponse:
        """Editors and reviewers look; editors say that the translation says what the original says now."""
        if not staff.has_view_permission(request):
            raise PermissionDenied
        rows = staff.get_queryset(request).select_related("source_revision", "translation_of__current")
        article = get_object_or_404(rows, pk=pk)
        source = article.translation_of
        if source is None or source.current is None:
            raise Http404
        if request.method == "POST":
            return _confirm(staff, request, article)
        pairs = side_by_side(article, _base(article), source.current)
        context = {**staff.admin_site.each_context(request), "article": article, "opts": staff.opts, "pairs": pairs}
        context |= {"source": source, "title": _("Beside the original"), "may_edit": rules.may_edit(request.user)}
        context |= {"changed": [pair for pair in pairs if pair.how is not How.SAME]}
        return TemplateResponse(request, "admin/articles/article/beside.html", context)

    guarded = staff.admin_site.admin_view
    return [
        path("<uuid:pk>/translate/", guarded(translate), name="articles_article_translate"),
        path("<uuid:pk>/beside/", guarded(beside), name="articles_article_beside"),
    ]


def _base(article: Article) -> Any:
    """The version of the original that the draft follows, unless it is now said to translate another article."""
    base = article.source_revision
    return base if base and base.article_id == article.translation_of_id else None


def _confirm(staff: Any, request: HttpRequest, article: Article) -> HttpResponse:
    try:
        brought_up_to_date(actor=request.user, article=article, seen=request.POST.get("seen", ""))
    except RuleViolation as refused:
        staff.message_user(request, refused.message, messages.ERROR)
    else:
        words = _("Noted. Readers are told when the translation has been reviewed and published.")
        staff.message_user(request, words, messages.SUCCESS)
    return redirect("admin:articles_article_beside", article.pk)
