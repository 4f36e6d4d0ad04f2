"""Urgent help answers before sessions, users and the database."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse, HttpResponseNotAllowed

from portal.safety.reads import chosen_country, known_country
from portal.safety.urgent_page import PATH, remember_country, urgent_help_page

Handler = Callable[[HttpRequest], HttpResponse]


def urgent_help(get_response: Handler) -> Handler:
    """Answers the one page itself. After any other page of a signed-in person, leaves their country on their device,
    because this page cannot ask who they are."""

    def answer(request: HttpRequest) -> HttpResponse:
        if request.path == PATH:
            if request.method not in {"GET", "HEAD"}:
                return HttpResponseNotAllowed(["GET", "HEAD"])
            return urgent_help_page(request)
        response = get_response(request)
        own = loaded_country(request)
        if own and own != chosen_country(request):
            remember_country(response, own)
        return response

    return answer


def loaded_country(request: HttpRequest) -> str:
    """The signed-in person's country when the request has loaded them already; costs nothing otherwise."""
    user = getattr(request, "_cached_user", None)
    return known_country(user.country) if user is not None and user.is_authenticated else ""
