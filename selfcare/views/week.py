"""The week, and letting the whole plan rest."""

import re
from typing import Any, cast
from uuid import UUID

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from portal.accounts.reads import holds_consent
from portal.accounts.requests import OwnRequest
from portal.core.errors import RuleViolation
from portal.core.posting import post_or_go
from selfcare import operations, reads
from selfcare.due.words import place
from selfcare.forms import PauseForm
from selfcare.models import Activity, Pause
from selfcare.reads.danger import exercise_held
from selfcare.reads.plan import steps_for

FARTHEST, MONTHS = 52, 12
SHIFT = re.compile(r"-?[0-9]{1,3}")


def _shift(request: OwnRequest, name: str, farthest: int) -> int:
    """How many weeks or months from this one, as the address says."""
    asked = request.GET.get(name, "0")
    shift = int(asked) if SHIFT.fullmatch(asked) else 0
    return max(-farthest, min(farthest, shift))


def week_context(request: OwnRequest, form: PauseForm) -> dict[str, object]:
    week = reads.week(request.user, _shift(request, "w", FARTHEST))
    return {
        "week": week,
        "resting": week.resting,
        "place": place(request.user.time_zone),
        "form": form,
        "agreed": holds_consent(request.user, "health"),
        "rests": reads.rests(request.user, week.activities, timezone.now()),
        "held": exercise_held(request.user),
        "four_weeks": reads.four_weeks(request.user),
    }


def _pause_form(data: Any = None) -> PauseForm:
    return PauseForm(data, initial={"begins_on": timezone.localdate()})


@require_safe
def plan(request: HttpRequest) -> HttpResponse:
    """Day by day. Who is not signed in sees what plans there are."""
    if not request.user.is_authenticated:
        return redirect("selfcare:template_list")
    return render(request, "selfcare/plan.html", week_context(cast(OwnRequest, request), _pause_form()))


@login_required
@require_safe
def week_sheet(request: OwnRequest) -> HttpResponse:
    """The week on one sheet of paper, with boxes to tick."""
    week = reads.week(request.user, _shift(request, "w", FARTHEST))
    shown = {cell.activity_id for day in week.days for cell in day.cells if cell.look not in ("resting", "held")}
    steps = steps_for(one for one in week.activities if one.pk in shown)
    how = [(one.title, steps[one.pk]) for one in week.activities if one.pk in steps]
    context = {"week": week, "place": place(request.user.time_zone), "how": how}
    return render(request, "selfcare/week_sheet.html", context)


@login_required
@require_safe
def month(request: OwnRequest) -> HttpResponse:
    shown = reads.month(request.user, _shift(request, "m", MONTHS))
    context = {"month": shown, "place": place(request.user.time_zone), "counts": reads.counts(request.user)}
    return render(request, "selfcare/month.html", context)


@login_required
@post_or_go("selfcare:plan")
def rest_plan(request: OwnRequest) -> HttpResponse:
    form = _pause_form(request.POST)
    if form.is_valid():
        try:
            operations.plan_rest(actor=request.user, **form.cleaned_data)
            messages.success(request, _("Your rest is in the plan. Nothing counts against you."))
            return redirect("selfcare:plan")
        except RuleViolation as no:
            form.add_error(no.field, no.message)
    return render(request, "selfcare/plan.html", week_context(request, form))


def _sleeps_on(request: OwnRequest) -> str:
    """What to say when something still rests; nothing when all is awake."""
    rows, now = Activity.objects.owned_by(request.user).filter(stopped_at=None), timezone.now()
    if not any(row.is_resting(now) for row in rows):
        return ""
    return _("This rest is over. Some of your plan still rests: “Your rests” says why.")


@login_required
@post_or_go("selfcare:plan")
def end_rest(request: OwnRequest, pause: UUID) -> HttpResponse:
    mine = get_object_or_404(Pause.objects.owned_by(request.user), pk=pause)
    try:
        operations.end_rest(actor=request.user, pause=mine)
        messages.success(
            request, _sleeps_on(request) or _("Your rest is over. What moves you comes back with a little less.")
        )
    except RuleViolation as no:
        messages.error(request, no.message)
    return redirect("selfcare:plan")


@login_required
@post_or_go("selfcare:plan")
def count_for_me(request: OwnRequest) -> HttpResponse:
    """Whether what was done is counted."""
    operations.count_for_me(actor=request.user, wanted=request.POST.get("wanted") == "1")
    return redirect("selfcare:plan")


@login_required
@post_or_go("selfcare:plan")
def resume_plan(request: OwnRequest) -> HttpResponse:
    try:
        operations.resume_everything(actor=request.user)
        messages.success(request, _sleeps_on(request) or _("Your plan is awake again, from now on."))
    except RuleViolation as no:
        messages.error(request, no.message)
    return redirect("selfcare:plan")
