"""How a refusal is told: one human sentence, turned once into a form error, a page or an API problem."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render


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


def csrf_failure(request: HttpRequest, reason: str = "") -> HttpResponse:
    """The page for a form whose secret no longer fits: nothing was saved, and the way back keeps what was typed."""
    return render(request, "403_csrf.html", status=403)
