"""How a guide changed, for its readers."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe

from articles.history import published_versions
from articles.models import Article


@require_safe
def versions(request: HttpRequest, language: str, slug: str) -> HttpResponse:
    """Published versions of a published guide. For a draft or a retired guide the page does not exist."""
    articles = Article.objects.visible_to(request.user).select_related("current")
    found = get_object_or_404(articles, language=language, slug=slug)
    if not found.is_published:
        raise Http404
    return render(request, "articles/versions.html", {"article": found, "versions": published_versions(found)})
