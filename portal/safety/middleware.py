"""Urgent help answers before sessions, users and the database."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse

Handler = Callable[[HttpRequest], HttpResponse]


def urgent_help(get_response: Handler) -> Handler:
    def answer(request: HttpRequest) -> HttpResponse:
        return get_response(request)

    return answer
