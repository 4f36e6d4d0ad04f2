"""One activity: add one of one's own, change it, let it rest, take it out."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from portal.accounts.requests import OwnRequest
from portal.accounts.sending import signed_in_to_send
from portal.core.errors import RuleViolation
from portal.core.posting import post_or_go
from selfcare import operations, rules
from selfcare.drafts import fresh_activity
from selfcare.due.words import place
from selfcare.forms import ActivityForm, CheckedForm, RestForm
from selfcare.models import Activity, Kind
from selfcare.models.food import PROTEIN
from selfcare.preview import preview, sensible
from selfcare.reads.danger import exercise_held
from selfcare.reads.foods import foods
from selfcare.reads.plan import words_of
from selfcare.reads.why import why_part
from selfcare.steps import steps_of

LOOKING = {"show", "add_time"}  # buttons that change the page, not the plan


def _mine(request: OwnRequest, activity: UUID) -> Activity:
    rows = Activity.objects.owned_by(request.user).filter(stopped_at=None).select_related("plan")
    return get_object_or_404(rows, pk=activity)


def _page(request: OwnRequest, mine: Activity, form: ActivityForm, rest: RestForm | None) -> HttpResponse:
    context = {
        "activity": mine,
        "form": form,
        "rest": rest,
        "is_new": rest is None,
        "rest_now": mine.rest_at(timezone.now()),
        "preview": preview(sensible(form.as_drafted(), mine), request.user),
        "held": exercise_held(request.user) if mine.kind == Kind.EXERCISE else None,
        "checked": CheckedForm(),
        "step": rules.next_minutes(mine),
        "place": place(mine.zone(request.user.time_zone).key),
        **_how(request, mine),
    }
    return render(request, "selfcare/activity.html", context)


def _added(request: OwnRequest, added: Activity) -> str:
    if added.kind == Kind.EXERCISE and exercise_held(request.user):
        return _("It is in your plan, and rests with your other exercises until you have been checked.")
    if added.is_resting(timezone.now()):
        return _("It is in your plan, and rests with the others. You can take it up again on its page.")
    return _("It is in your plan. Skipping is always fine.")


def _how(request: OwnRequest, mine: Activity) -> dict[str, Any]:
    """What comes from a plan shows its steps, and the part of a guide that says why."""
    text = words_of(mine.plan) if mine.plan else None
    said = text.activity_words.get(mine.template_activity, {}) if text else {}
    protein = foods(request.user, get_language() or "en", [PROTEIN]) if mine.kind == Kind.DIET else []
    return {"steps": steps_of(said), "why": why_part(request.user, text), "protein": protein}


@signed_in_to_send("title", "text")
@require_http_methods(["GET", "HEAD", "POST"])
def new_activity(request: OwnRequest) -> HttpResponse:
    """A thing of one's own, without a template. Looking at the next times saves nothing."""
    blank = fresh_activity(request.user, timezone.now())
    form = _form(request, blank)
    if not LOOKING & set(request.POST) and form.is_valid():
        for name, value in form.changes().items():
            setattr(blank, name, value)
        try:
            added = operations.add_activity(actor=request.user, activity=blank)
            messages.success(request, _added(request, added))
            return redirect("selfcare:plan")
        except RuleViolation as no:
            form.refuse(no)
    return _page(request, blank, form, None)


@signed_in_to_send("title", "text")
@require_http_methods(["GET", "HEAD", "POST"])
def activity(request: OwnRequest, activity: UUID) -> HttpResponse:
    mine = _mine(request, activity)
    form = _form(request, mine)
    if not LOOKING & set(request.POST) and form.is_valid():
        try:
            operations.edit_activity(actor=request.user, activity=mine, changes=form.changes())
            messages.success(request, _("Your changes are saved."))
            return redirect("selfcare:plan")
        except RuleViolation as no:
            form.refuse(no)
    return _page(request, mine, form, RestForm(prefix="rest"))


def _form(request: OwnRequest, mine: Activity) -> ActivityForm:
    form = ActivityForm(request.POST or None, activity=mine, zone=request.user.time_zone)
    if "add_time" in request.POST:
        form.another_time()
    return form


@login_required
@post_or_go("selfcare:activity", "activity")
def rest_activity(request: OwnRequest, activity: UUID) -> HttpResponse:
    mine, rest = _mine(request, activity), RestForm(request.POST, prefix="rest")
    if rest.is_valid():
        try:
            operations.pause_activity(actor=request.user, activity=mine, until=rest.cleaned_data["until"])
            messages.success(request, _("It is resting. It will not ring, and nothing counts against you."))
            return redirect("selfcare:activity", mine.pk)
        except RuleViolation as no:
            rest.add_error(no.field, no.message)
    return _page(request, mine, ActivityForm(activity=mine, zone=request.user.time_zone), rest)


@login_required
@post_or_go("selfcare:activity", "activity")
def resume_activity(request: OwnRequest, activity: UUID) -> HttpResponse:
    mine = _mine(request, activity)
    try:
        operations.resume_activity(actor=request.user, activity=mine)
        messages.success(request, _("It is awake again, from now on."))
    except RuleViolation as no:
        messages.error(request, no.message)
    return redirect("selfcare:activity", mine.pk)


@login_required
@post_or_go("selfcare:activity", "activity")
def step_up(request: OwnRequest, activity: UUID) -> HttpResponse:
    """A little more again, up to what was usual."""
    mine = _mine(request, activity)
    try:
        if operations.step_up(actor=request.user, activity=mine):
            messages.success(request, _("A little more again. If it feels too much, change it back here."))
    except RuleViolation as no:
        messages.error(request, no.message)
    return redirect("selfcare:activity", mine.pk)


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def stop_activity(request: OwnRequest, activity: UUID) -> HttpResponse:
    """Asked once more on a page of its own."""
    mine = _mine(request, activity)
    if request.method == "POST":
        operations.stop_activity(actor=request.user, activity=mine)
        messages.success(request, _("It is out of your plan. What you did stays in your record."))
        return redirect("selfcare:plan")
    return render(request, "selfcare/stop_activity.html", {"activity": mine})
