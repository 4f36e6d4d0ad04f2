"""Words explained, from A to Z, and organisations that help."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from articles import directory
from articles.views.library import known


@require_safe
def glossary(request: HttpRequest, language: str) -> HttpResponse:
    words = directory.glossary(known(language))
    letters = sorted({word.letter for word in words})
    return render(request, "articles/glossary.html", {"language": language, "words": words, "letters": letters})


@require_safe
def organisations(request: HttpRequest, language: str) -> HttpResponse:
    places = directory.places(known(language))
    country, kind = request.GET.get("country", ""), request.GET.get("kind", "")
    country = country if country in dict(places) else ""
    kind = kind if kind in directory.KINDS else ""
    context = {
        "language": language,
        "helpers": directory.organisations(language, country, kind),
        "places": places,
        "kinds": directory.KINDS.items(),
        "country": country,
        "kind": kind,
    }
    return render(request, "articles/organisations.html", context)
