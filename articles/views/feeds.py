"""What is new in the library for feed readers, and all its addresses for search engines."""

from collections.abc import Sequence

from django.conf import settings
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.cache import get_conditional_response
from django.utils.feedgenerator import Atom1Feed
from django.utils.http import http_date, quote_etag
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from articles import reads
from articles.blocks.tokens import in_words
from articles.models import Article, Revision
from articles.structured import published_everywhere, tag_of_text, whole_address
from articles.views.library import known
from portal.vocabulary.models import HealthTopicName

NEWEST = 30


@require_safe
def feed(request: HttpRequest, language: str) -> HttpResponse:
    page = reverse("articles:library", args=[known(language)])
    return _atom(request, str(_("Guides")), page, language, reads.in_library(language))


@require_safe
def topic_feed(request: HttpRequest, language: str, slug: str) -> HttpResponse:
    name = get_object_or_404(HealthTopicName, language=known(language), topic__slug=slug)
    page = reverse("articles:topic", args=[language, slug])
    return _atom(request, name.name, page, language, reads.about_topic(language, slug))


def _atom(request: HttpRequest, title: str, page: str, language: str, articles: "QuerySet[Article]") -> HttpResponse:
    """The newest guides. The phone numbers of a text are said in words: a feed has no country."""
    rows = list(articles.order_by("-current__published_at", "slug")[:NEWEST])
    shown = [(row, row.current) for row in rows if row.current is not None]
    atom = _filled(title, page, language, request.path, shown)
    modified = max((int(revision.published_at.timestamp()) for _row, revision in shown), default=None)
    tag = quote_etag(tag_of_text(title + "".join(f"{row.pk}{revision.pk}" for row, revision in shown)))
    response = HttpResponse(atom.writeString("utf-8"), content_type="application/atom+xml; charset=utf-8")
    response.headers["ETag"] = tag
    if modified is not None:
        response.headers["Last-Modified"] = http_date(modified)
    return get_conditional_response(request, etag=tag, last_modified=modified, response=response) or response


def _filled(title: str, page: str, language: str, path: str, shown: Sequence[tuple[Article, Revision]]) -> Atom1Feed:
    name, link = f"{settings.SITE_NAME}: {title}", whole_address(page)
    atom = Atom1Feed(title=name, link=link, description="", language=language, feed_url=whole_address(path))
    for row, revision in shown:
        atom.add_item(
            title=revision.title,
            link=whole_address(row.get_absolute_url()),
            description=in_words(revision.lead),
            unique_id=f"urn:uuid:{row.pk}",
            pubdate=revision.published_at,
            updateddate=revision.published_at,
        )
    return atom


@require_safe
def sitemap(request: HttpRequest) -> HttpResponse:
    """Published guides with their languages, and the public pages of the library."""
    names = ("library", "a_z", "get_help", "glossary", "organisations")
    pages = [
        whole_address(reverse(f"articles:{name}", args=[one])) for one in settings.CONTENT_LANGUAGES for name in names
    ]
    context = {"pages": pages, "guides": published_everywhere(), "base": settings.BASE_URL}
    return render(request, "articles/sitemap.xml", context, content_type="application/xml")


@require_safe
def robots(request: HttpRequest) -> HttpResponse:
    """Everybody may read the library. Pages that need a person, and what people searched for, are not to be listed."""
    closed = ("/accounts/", "/admin/", "/search/", "/settings/", "/report/", "/moderation/", "/api/")
    lines = ["User-agent: *", *(f"Disallow: {path}" for path in closed), f"Sitemap: {whole_address('/sitemap.xml')}"]
    return HttpResponse("\n".join(lines) + "\n", content_type="text/plain")
