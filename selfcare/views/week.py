"""The week, and letting the whole plan rest."""

from typing import cast

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from portal.accounts.reads import holds_consent
from portal.accounts.requests import OwnRequest
from portal.core.errors import RuleViolation
from portal.core.posting import post_or_go
from selfcare import operations, reads
from selfcare.forms import RestForm
from selfcare.words import place

FARTHEST = 52


def week_context(request: OwnRequest, form: RestForm) -> dict[str, object]:
    asked = request.GET.get("w", "0")
    shift = int(asked) if asked.lstrip("-").isdecimal() and len(asked) < 4 else 0
    shift = max(-FARTHEST, min(FARTHEST, shift))
    week = reads.week(request.user, shift)
    agreed = holds_consent(request.user, "health")
    return {"week": week, "place": place(request.user.time_zone), "form": form, "agreed": agreed}


@require_safe
def plan(request: HttpRequest) -> HttpResponse:
    """Day by day. Who is not signed in sees what plans there are."""
    if not request.user.is_authenticated:
        return redirect("selfcare:template_list")
    return render(request, "selfcare/plan.html", week_context(cast(OwnRequest, request), RestForm()))


@login_required
@post_or_go("selfcare:plan")
def rest_plan(request: OwnRequest) -> HttpResponse:
    form = RestForm(request.POST)
    if form.is_valid():
        try:
            operations.rest_everything(actor=request.user, until=form.cleaned_data["until"])
            messages.success(request, _("Your plan is resting. Nothing will ring."))
            return redirect("selfcare:plan")
        except RuleViolation as no:
            form.add_error(no.field, no.message)
    return render(request, "selfcare/plan.html", week_context(request, form))


@login_required
@post_or_go("selfcare:plan")
def resume_plan(request: OwnRequest) -> HttpResponse:
    try:
        operations.resume_everything(actor=request.user)
        messages.success(request, _("Your plan is awake again, from now on."))
    except RuleViolation as no:
        messages.error(request, no.message)
    return redirect("selfcare:plan")
