"""When to get help: the page, and the card to print and carry."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from articles.helping import help_levels
from articles.views.library import known
from portal.accounts.countries import country_choices
from portal.safety.reads import country_of, help_lines, known_country
from portal.safety.urgent_page import remember_country


@require_safe
def get_help(request: HttpRequest, language: str) -> HttpResponse:
    return _shown(request, "articles/get_help.html", known(language))


@require_safe
def help_card(request: HttpRequest, language: str) -> HttpResponse:
    return _shown(request, "articles/help_card.html", known(language))


def _shown(request: HttpRequest, template: str, language: str) -> HttpResponse:
    asked = known_country(request.GET.get("country"))
    country = asked or country_of(request)
    context: dict[str, Any] = {
        "language": language,
        "levels": help_levels(language, country),
        "lines": help_lines(country),
        "country": country,
        "countries": country_choices()[1:],
    }
    response = render(request, template, context)
    if asked:
        remember_country(response, asked)
    return response
