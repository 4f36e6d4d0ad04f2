"""The urgent help page, made without a session, a person or the database."""

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.template.loader import render_to_string
from django.utils import translation

from portal.accounts.countries import country_choices
from portal.safety.danger_signs import SOURCES, danger_signs
from portal.safety.reads import COUNTRY_COOKIE, chosen_country, help_lines, known_country

PATH = "/urgent-help/"
A_YEAR = 60 * 60 * 24 * 365


def urgent_help_page(request: HttpRequest) -> HttpResponse:
    """Whoever asks gets an answer: a country that nobody knows is asked again, never refused."""
    asked = known_country(request.GET.get("country"))
    country = asked or chosen_country(request) or settings.SITE_COUNTRY
    with translation.override(translation.get_language_from_request(request)):
        context = {
            "lines": help_lines(country),
            "country": country,
            "countries": country_choices()[1:],
            "groups": danger_signs(),
            "sources": SOURCES,
        }
        response = HttpResponse(render_to_string("safety/urgent_help.html", context))
        response.headers["Content-Language"] = translation.get_language() or "en"
    response.headers["Cache-Control"] = "private, no-cache"
    response.headers["Vary"] = "Cookie, Accept-Language"
    if asked:
        remember_country(response, asked)
    return response


def remember_country(response: HttpResponse, country: str) -> None:
    """On this device only, so that the page knows it when the database is away."""
    response.set_cookie(COUNTRY_COOKIE, country, max_age=A_YEAR, httponly=True, samesite="Lax", secure=settings.SECURE)
