"""Reading one article."""

from typing import Any

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_safe

from articles import reads, rules
from articles.models import Article, HelpfulVote, SavedArticle
from articles.moved import read_instead
from articles.operations.counting import note_reading
from articles.originals import beside_original
from articles.remarkable import remarkable
from articles.structured import alternates
from articles.views.votes import said
from portal.safety.reads import country_of


def for_this_reader(request: HttpRequest, article: Article) -> dict[str, Any]:
    """What this browser answered and this person keeps. Signed out it costs nothing."""
    kept = (
        request.user.is_authenticated and SavedArticle.objects.owned_by(request.user).filter(article=article).exists()
    )
    return {
        "vote": said(request, article.current),
        "reasons": HelpfulVote.Reason.choices,
        "is_kept": kept,
        "address": settings.BASE_URL + article.get_absolute_url(),
        "alternates": alternates(article.languages),
    }


def instead(language: str, slug: str) -> HttpResponse:
    """What stands where a guide was retired, as long as readers can see it. Otherwise there is nothing here."""
    other = read_instead(language, slug)
    if other is None:
        raise Http404
    return redirect(other, permanent=True)


@require_safe
def article(request: HttpRequest, language: str, slug: str) -> HttpResponse:
    """What was published. Whoever may see drafts is taken to the preview of one."""
    articles = Article.objects.visible_to(request.user).select_related("current").with_languages()
    found = articles.filter(language=language, slug=slug).first()
    if found is None:
        return instead(language, slug)
    if not found.is_published:
        return redirect("articles:preview", language, slug)
    country = country_of(request)
    page, behind = beside_original(reads.published_page(found, request.user, country), country)
    may_edit = rules.may_edit(request.user)
    if request.method == "GET" and not may_edit:
        note_reading(found)
    context = {"page": page, "behind": behind, "may_edit": may_edit, **for_this_reader(request, found)}
    return render(request, "articles/article.html", context)


@require_safe
def preview(request: HttpRequest, language: str, slug: str) -> HttpResponse:
    """The draft as it would look. Editors and clinical reviewers only; for others it does not exist."""
    if not rules.may_preview(request.user):
        raise Http404
    found = get_object_or_404(Article.objects.visible_to(request.user), language=language, slug=slug)
    page = reads.preview_page(found, request.user, country_of(request))
    context = {"page": page, "may_edit": rules.may_edit(request.user), "remarkable": remarkable(found)}
    return render(request, "articles/preview.html", context)
