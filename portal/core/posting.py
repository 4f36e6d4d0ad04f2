"""Pages that only take what is sent to them."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponseNotAllowed
from django.shortcuts import redirect

View = Callable[..., HttpResponse]


def post_or_go(back_to: str, *names: str) -> Callable[[View], View]:
    """Posting acts. Looking, as after a sign-in that led here, changes nothing and goes on to the page that this
    address belongs to: `back_to`, with the arguments of these names."""

    def choose(view: View) -> View:
        @wraps(view)
        def answer(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
            if request.method == "POST":
                return view(request, *args, **kwargs)
            if request.method in {"GET", "HEAD"}:
                return redirect(back_to, **{name: kwargs[name] for name in names})
            return HttpResponseNotAllowed(["GET", "HEAD", "POST"])

        return answer

    return choose
