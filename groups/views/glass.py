"""What staff may read under an opening: the door opens for one page, and that page is written down first."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.http import HttpRequest, HttpResponse

from groups.operations.glass_reading import UNTIL, Find, open_page


def readable_under_glass(find: Find, page: str) -> Callable[..., Any]:
    """For a page that only shows something. `find` narrows openings to those that hold what the address names."""

    def choose(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
        @wraps(view)
        def answer(request: HttpRequest, **named: str) -> HttpResponse:
            asked = {"handle": next(iter(named.values())), "start": request.GET.get("from", "")}
            held = open_page(actor=request.user, find=find, page=page, **asked)
            try:
                response = view(request, **named)
            finally:
                if held is not None:
                    request.user.glass = None  # type: ignore[union-attr]
            if held is not None and held.ends_at is not None:
                response[UNTIL] = held.ends_at.isoformat()
            return response

        return answer

    return choose
