"""Done, Later, Skip and Undo, from the rail."""

from collections.abc import Callable
from uuid import UUID

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.utils import timezone
from django.utils.translation import gettext as _

from portal.accounts.requests import OwnRequest
from portal.core.errors import RuleViolation
from portal.core.posting import post_or_go
from selfcare import operations
from selfcare.models import Occurrence
from selfcare.views.back import back

Verb = Callable[..., bool]


def _answer(request: OwnRequest, item: UUID, verb: Verb, **more: object) -> HttpResponse:
    occurrence = get_object_or_404(Occurrence.objects.owned_by(request.user), pk=item)
    try:
        verb(actor=request.user, occurrence=occurrence, **more)
    except RuleViolation as no:
        messages.error(request, no.message)
    return back(request, anchor=f"#item-{item}")


@login_required
@post_or_go("home:today")
def done(request: OwnRequest, item: UUID) -> HttpResponse:
    return _answer(request, item, operations.mark_done)


@login_required
@post_or_go("home:today")
def later(request: OwnRequest, item: UUID) -> HttpResponse:
    turn = request.POST.get("turn", "")
    return _answer(request, item, operations.snooze, snooze_no=int(turn) if turn.isdecimal() else None)


@login_required
@post_or_go("home:today")
def skip(request: OwnRequest, item: UUID) -> HttpResponse:
    return _answer(request, item, operations.skip, why=request.POST.get("why", ""))


@login_required
@post_or_go("home:today")
def undo(request: OwnRequest, item: UUID) -> HttpResponse:
    what = request.POST.get("what", "")
    return _answer(request, item, operations.undo, what=what if what in {"answer", "later"} else "")


@login_required
@post_or_go("home:today")
def hard_day(request: OwnRequest) -> HttpResponse:
    """Shorten today to its essentials, or take that back. A page that was opened on another day changes nothing."""
    day = timezone.localdate()
    if request.POST.get("day", f"{day}") != f"{day}":
        messages.info(request, _("A new day has begun since you opened this page. Nothing was changed."))
        return back(request)
    if request.POST.get("end"):
        operations.end_hard_day(actor=request.user, day=day)
        messages.success(request, _("Your whole day is back."))
        return back(request)
    try:
        operations.begin_hard_day(actor=request.user, day=day)
        messages.success(request, _("Only the essentials for today. The rest can wait, and will not ring."))
    except RuleViolation as no:
        messages.error(request, no.message)
    return back(request)
