"""How a refusal is told: one human sentence, turned once into a form error, a page or an API problem."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.cache import add_never_cache_headers


class RuleViolation(Exception):
    """A rule of the house says no to something well-formed.

    `message` is shown to the person as it is; `code` is stable, for API clients; `field` names the form field it
    belongs beside, when there is one. Pages show it with the form, the API answers 409.
    """

    def __init__(self, message: str, *, code: str = "rule", field: str | None = None) -> None:
        super().__init__(message)
        self.message = message
        self.code = code
        self.field = field


LONGEST = 20_000


def csrf_failure(request: HttpRequest, reason: str = "") -> HttpResponse:
    """The page for a form whose secret no longer fits: nothing was saved. What was written is on it, for the way back
    may lead to an empty form: browsers forget what was typed into pages that they may not store. A form that another
    site sent brings nothing along."""
    typed = _written(request) if reason.startswith("CSRF") else ""
    response = render(request, "403_csrf.html", {"typed": typed}, status=403)
    add_never_cache_headers(response)
    return response


def _written(request: HttpRequest) -> str:
    """What reads like words: answers with a space in them, and never a password."""
    said = (str(text).strip() for name, text in request.POST.items() if "password" not in name)
    return "\n\n".join(text for text in said if " " in text)[:LONGEST]
