"""One running plan: what it is made of, whether it waits, how to end it."""

from uuid import UUID

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from portal.accounts.requests import OwnRequest
from portal.core.errors import RuleViolation
from portal.core.posting import post_or_go
from selfcare import operations
from selfcare.forms import CheckedForm, ClearForm
from selfcare.forms.treatment import TreatmentDayForm
from selfcare.models import Plan
from selfcare.reads.plan import newer_words, plan_page


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def running_plan(request: OwnRequest, plan: UUID) -> HttpResponse:
    """A held plan shows the note for the team and waits for "I have been cleared"."""
    mine = get_object_or_404(Plan.objects.owned_by(request.user).filter(stopped_at=None), pk=plan)
    form = ClearForm(request.POST or None, initial={"checked_on": timezone.localdate()})
    if form.is_valid():
        try:
            operations.clear_plan(actor=request.user, plan=mine, **form.cleaned_data)
            messages.success(request, _("Your plan has started. Skipping is always fine."))
            return redirect("selfcare:running_plan", mine.pk)
        except RuleViolation as no:
            form.add_error(no.field, no.message)
    context = {"form": form, "treatment_form": TreatmentDayForm(), "checked": CheckedForm()}
    return render(request, "selfcare/running_plan.html", {**context, **plan_page(request, mine)})


@login_required
@post_or_go("selfcare:running_plan", "plan")
def decline_version(request: OwnRequest, plan: UUID) -> HttpResponse:
    """Keep the plan as it is. The next version is offered again."""
    mine = get_object_or_404(Plan.objects.owned_by(request.user).filter(stopped_at=None), pk=plan)
    newer = newer_words(mine)
    if newer and operations.decline_version(actor=request.user, plan=mine, version=newer.template.version):
        messages.success(request, _("Your plan stays as it is. We do not offer this version again."))
    return redirect("selfcare:running_plan", mine.pk)


@login_required
@post_or_go("selfcare:running_plan", "plan")
def treatment_day(request: OwnRequest, plan: UUID) -> HttpResponse:
    """Name a treatment day, ahead or just now, or take one back: what the plan has for it follows."""
    mine = get_object_or_404(Plan.objects.owned_by(request.user).filter(stopped_at=None), pk=plan)
    form, wanted = TreatmentDayForm(request.POST), "off" not in request.POST
    if form.is_valid():
        try:
            operations.expect_treatment(actor=request.user, plan=mine, day=form.cleaned_data["day"], wanted=wanted)
            messages.success(request, _("Your plan follows your treatment days."))
            return redirect("selfcare:running_plan", mine.pk)
        except RuleViolation as no:
            form.add_error(no.field, no.message)
    context = {"form": ClearForm(), "treatment_form": form, "checked": CheckedForm()}
    return render(request, "selfcare/running_plan.html", {**context, **plan_page(request, mine)})


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def stop_plan(request: OwnRequest, plan: UUID) -> HttpResponse:
    """Asked once more on a page of its own."""
    mine = get_object_or_404(Plan.objects.owned_by(request.user).filter(stopped_at=None), pk=plan)
    if request.method == "POST":
        operations.stop_plan(actor=request.user, plan=mine)
        messages.success(request, _("The plan is out. What you did stays in your record."))
        return redirect("selfcare:plan")
    return render(request, "selfcare/stop_plan.html", plan_page(request, mine))
