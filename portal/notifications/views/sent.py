"""What we sent a person, and what became of it."""

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from portal.accounts.requests import OwnRequest
from portal.core.paging import beyond, read_place, write_place
from portal.notifications.log_words import CHANNELS, CHOSEN, entries
from portal.notifications.models import Delivery

PAGE = 30


@require_safe
@login_required
def sent(request: OwnRequest) -> HttpResponse:
    """Newest first, as long as the engine keeps its rows: a week after each message was due."""
    found = Delivery.objects.owned_by(request.user).told(CHANNELS, CHOSEN).order_by("-due_at", "-id")
    if "before" in request.GET:
        try:
            at, pk = read_place(request.GET["before"])
        except ValueError as error:
            raise Http404 from error
        found = found.filter(beyond({"due_at": at, "id": pk}))
    rows = list(found[: PAGE + 1])
    more = rows[PAGE - 1] if len(rows) > PAGE else None
    context = {
        "entries": entries(rows[:PAGE]),
        "older": write_place(more.due_at, more.pk) if more else "",
        "paged": "before" in request.GET,
    }
    return render(request, "notifications/sent.html", context)
