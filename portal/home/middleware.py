"""What comes before and around every page: probes that need none of it, and what pages of the ground floor ask of rooms
they do not know: how many messages wait, whether somebody has a desk, which of a person's addresses do not work."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse

from portal.core.reportables import scopes
from portal.home.views import health
from portal.notifications.devices import IN_SESSION
from portal.notifications.operations.devices import forget_device
from portal.notifications.reads import given_up_addresses, unread_count

Handler = Callable[[HttpRequest], HttpResponse]

PROBES: dict[str, Handler] = {"/readyz/": health.readyz, "/metrics": health.metrics}


def probes(get_response: Handler) -> Handler:
    """Load balancers and the monitoring are answered before sessions and all else that may wait for a server that is
    away."""

    def answer(request: HttpRequest) -> HttpResponse:
        return PROBES.get(request.path, get_response)(request)

    return answer


def frame_answers(get_response: Handler) -> Handler:
    """Leave the answers on the request as things to call, so that only a page that shows them pays for them."""

    def answer(request: HttpRequest) -> HttpResponse:
        request.unread_count = lambda: unread_count(request.user)  # type: ignore[attr-defined]
        request.may_moderate = lambda: any(scope.moderated_by(request.user) for scope in scopes)  # type: ignore[attr-defined]
        request.given_up_addresses = lambda: given_up_addresses(request.user)  # type: ignore[attr-defined]
        return get_response(request)

    return answer


def leave_nothing(get_response: Handler) -> Handler:
    """Whoever signs out leaves nothing on the device: its storage and what a worker keeps are cleared, and no message
    comes to it any more. Only an answer to something sent can be that."""

    def answer(request: HttpRequest) -> HttpResponse:
        leaving = request.method == "POST" and request.user.is_authenticated
        device = request.session.get(IN_SESSION) if leaving else None
        response = get_response(request)
        if leaving and not request.user.is_authenticated:
            response["Clear-Site-Data"] = '"storage"'
            if device:
                forget_device(device)
        return response

    return answer
