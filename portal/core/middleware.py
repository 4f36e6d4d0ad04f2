"""What holds for every answer: it says whether it lives, and nothing signed in is ever kept by a cache."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
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
    """Whatever a signed-in person is shown, or what was asked for with a credential, is `private, no-store`."""

    def answer(request: HttpRequest) -> HttpResponse:
        response = get_response(request)
        credential = "Authorization" in request.headers or "X-Session-Token" in request.headers
        if credential or request.user.is_authenticated or request.method not in {"GET", "HEAD"}:
            response["Cache-Control"] = "private, no-store"
        patch_vary_headers(response, ["Cookie"])
        return response

    return answer
