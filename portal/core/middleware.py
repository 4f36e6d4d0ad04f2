"""What holds for every answer: it says whether it lives, nothing signed in is ever kept by a cache, none is blank."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse, HttpResponseNotAllowed
from django.shortcuts import render
from django.utils.cache import patch_vary_headers

Handler = Callable[[HttpRequest], HttpResponse]


def live(get_response: Handler) -> Handler:
    """`/healthz/` is answered before anything else: this process serves, whatever the database does."""

    def answer(request: HttpRequest) -> HttpResponse:
        if request.path == "/healthz/":
            return HttpResponse("ok\n", content_type="text/plain", headers={"Cache-Control": "no-store"})
        return get_response(request)

    return answer


def private(get_response: Handler) -> Handler:
    """Whatever a signed-in person is shown, or what was asked for with a credential, is `private, no-store`. What says
    nothing else is `no-cache`: it may be kept, and is asked for again each time, so that what is taken out of sight is
    gone from every cache at once."""

    def answer(request: HttpRequest) -> HttpResponse:
        response = get_response(request)
        credential = "Authorization" in request.headers or "X-Session-Token" in request.headers
        if credential or request.user.is_authenticated or request.method not in {"GET", "HEAD"}:
            response["Cache-Control"] = "private, no-store"
        elif not response.has_header("Cache-Control"):
            response["Cache-Control"] = "no-cache"
        patch_vary_headers(response, ["Cookie"])
        return response

    return answer


def not_allowed(get_response: Handler) -> Handler:
    """A page that was asked in a way it does not take says so in our frame, instead of with a blank page."""

    def answer(request: HttpRequest) -> HttpResponse:
        response = get_response(request)
        blank = isinstance(response, HttpResponseNotAllowed) and not response.content
        if not blank or not request.accepts("text/html"):
            return response
        page = render(request, "405.html", status=405)
        page["Allow"] = response["Allow"]
        return page

    return answer
