"""Sending words after the session has ended: they are shown back, and never lost.

A page may also have them kept over the sign-in: sealed, in the session of this browser alone, for half an hour.
"""

import base64
import json
import time
from collections.abc import Callable, Mapping
from functools import wraps
from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.cache import add_never_cache_headers
from django.views.decorators.debug import sensitive_post_parameters

from portal.core.crypto import CannotOpen, seal, unseal

View = Callable[..., HttpResponse]
KEPT, MINUTES, LONGEST = "words_kept", 30, 20_000


def signed_in_to_send(*fields: str, back: str = "", keep: tuple[str, ...] = ()) -> Callable[[View], View]:
    """`login_required` for a page on which people write in `fields`. Whoever sends while signed out gets their words
    back in a 401. Signing in leads on to `back`, the name of a page with the same arguments, or to this page again.
    With `keep` those fields wait for this page, which asks `words_kept` for them."""

    def guarded(view: View) -> View:
        signed_in = login_required(view)

        @wraps(view)
        @sensitive_post_parameters(*fields)
        def answer(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
            if request.method != "POST" or request.user.is_authenticated:
                return signed_in(request, *args, **kwargs)
            onward = reverse(back, args=args, kwargs=kwargs) if back else request.path
            if keep:
                _keep(request, {name: request.POST.get(name, "")[:LONGEST] for name in keep})
            return your_words_back(request, *(request.POST.get(name, "") for name in fields), onward=onward)

        return answer

    return guarded


def your_words_back(request: HttpRequest, *words: str, onward: str) -> HttpResponse:
    """The words on a page that nobody keeps, with the way to sign in. They are in no address and no log."""
    typed = "\n\n".join(one.strip() for one in words if one.strip())
    context = {"typed": typed, "onward": onward, "kept": KEPT in request.session, "minutes": MINUTES}
    response = render(request, "portal/signed_out.html", context, status=401)
    response["WWW-Authenticate"] = "Session"
    add_never_cache_headers(response)
    return response


def _keep(request: HttpRequest, words: Mapping[str, str]) -> None:
    text = json.dumps({name: text for name, text in words.items() if text.strip()}).encode()
    sealed = base64.b64encode(seal(text, associated=f"{KEPT}|{request.path}")).decode()
    request.session[KEPT] = {"path": request.path, "until": time.time() + MINUTES * 60, "sealed": sealed}


def words_kept(request: HttpRequest) -> dict[str, str]:
    """What was sent to this page before the sign-in, while half an hour is not over. Looking takes nothing away."""
    kept = request.session.get(KEPT)
    if not kept or kept["path"] != request.path or kept["until"] < time.time():
        return {}
    try:
        opened = unseal(base64.b64decode(kept["sealed"]), associated=f"{KEPT}|{request.path}")
    except CannotOpen:
        return {}
    return dict(json.loads(opened))


def let_go_of_words(request: HttpRequest) -> None:
    """They were posted, or kept as a draft."""
    request.session.pop(KEPT, None)
