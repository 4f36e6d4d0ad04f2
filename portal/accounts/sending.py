"""Sending words after the session has ended: they are shown back, never lost and never kept."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.cache import add_never_cache_headers
from django.views.decorators.debug import sensitive_post_parameters

View = Callable[..., HttpResponse]


def signed_in_to_send(*fields: str, back: str = "") -> Callable[[View], View]:
    """`login_required` for a page on which people write in `fields`. Whoever sends while signed out gets their words
    back in a 401. Signing in leads on to `back`, the name of a page with the same arguments, or to this page again."""

    def guarded(view: View) -> View:
        signed_in = login_required(view)

        @wraps(view)
        @sensitive_post_parameters(*fields)
        def answer(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
            if request.method != "POST" or request.user.is_authenticated:
                return signed_in(request, *args, **kwargs)
            onward = reverse(back, args=args, kwargs=kwargs) if back else request.path
            return your_words_back(request, *(request.POST.get(name, "") for name in fields), onward=onward)

        return answer

    return guarded


def your_words_back(request: HttpRequest, *words: str, onward: str) -> HttpResponse:
    """The words on a page that nobody keeps, with the way to sign in. They are in no address and no log."""
    typed = "\n\n".join(one.strip() for one in words if one.strip())
    response = render(request, "portal/signed_out.html", {"typed": typed, "onward": onward}, status=401)
    response["WWW-Authenticate"] = "Session"
    add_never_cache_headers(response)
    return response
