"""The library: by topic, and from A to Z."""

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe

from articles import reads
from articles.languages import content_language
from portal.vocabulary.models import HealthTopic, HealthTopicName

HEADINGS = {
    HealthTopic.Kind.CONDITION: _("Conditions"),
    HealthTopic.Kind.SYMPTOM: _("Signs and symptoms"),
    HealthTopic.Kind.TREATMENT: _("Treatments and relief"),
    HealthTopic.Kind.THEME: _("Day to day"),
}


def known(language: str) -> str:
    """A 404 for a language that has no content."""
    if language not in settings.CONTENT_LANGUAGES:
        raise Http404
    return language


@require_safe
def article_list(request: HttpRequest) -> HttpResponse:
    """To the library in the reader's language, or in the first that has one."""
    return redirect("articles:library", content_language(get_language()))


@require_safe
def library(request: HttpRequest, language: str) -> HttpResponse:
    language = known(language)
    shelves = reads.shelves(language)
    context = {
        "language": language,
        "first": reads.start_here(language),
        "topics": reads.topics_in_use(language),
        "shelves": [(kind, HEADINGS[HealthTopic.Kind(kind)], rows) for kind, rows in shelves.items()],
    }
    return render(request, "articles/library.html", context)


@require_safe
def topic(request: HttpRequest, language: str, slug: str) -> HttpResponse:
    names = HealthTopicName.objects.select_related("topic")
    name = get_object_or_404(names, language=known(language), topic__slug=slug)
    page = reads.page_of_cards(reads.about_topic(language, slug), "position", request.GET.get("after", ""))
    context = {"language": language, "topic": name, "page": page, "topics": reads.topics_in_use(language)}
    return render(request, "articles/topic.html", context)


@require_safe
def a_z(request: HttpRequest, language: str) -> HttpResponse:
    cards = reads.in_library(known(language))
    page = reads.page_of_cards(cards, "current__title", request.GET.get("after", ""))
    return render(request, "articles/a_z.html", {"language": language, "page": page})
