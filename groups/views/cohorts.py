"""Cohorts: waiting for a place, and what moderators set."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from groups import rules as may
from groups.forms.sessions import CohortForm
from groups.models import SupportGroup
from groups.operations import cohorts
from groups.reads.cohorts import cohort_place
from groups.views.sessions import sent
from groups.views.viewer import viewers_membership
from portal.accounts.requests import OwnRequest
from portal.core.errors import RuleViolation
from portal.core.posting import post_or_go


@login_required
@post_or_go("groups:group", "slug")
def wait_for_place(request: OwnRequest, slug: str) -> HttpResponse:
    group = get_object_or_404(SupportGroup.objects.visible_to(request.user), slug=slug)
    try:
        mine = cohorts.wait_for_place(actor=request.user, group=group)
    except RuleViolation as refusal:
        messages.error(request, refusal.message)
        return redirect(group)
    if mine.is_offered:
        return redirect("groups:join", slug=group.slug)
    messages.success(request, _("You are in line. We tell you when a place is free."))
    return redirect(group)


@login_required
@post_or_go("groups:group", "slug")
def stop_waiting(request: OwnRequest, slug: str) -> HttpResponse:
    group = get_object_or_404(SupportGroup.objects.visible_to(request.user), slug=slug)
    if cohorts.stop_waiting(actor=request.user, group=group):
        messages.success(request, _("You are no longer in line."))
    return redirect(group)


@login_required
@require_http_methods(["GET", "POST"])
def cohort(request: OwnRequest, slug: str) -> HttpResponse:
    """Places, first and last day, and where people can go on; or, with `end`, the end of it now."""
    group = get_object_or_404(SupportGroup.objects.visible_to(request.user), slug=slug)
    membership = viewers_membership(request, group)
    if not may.moderates_group(membership, group):
        raise PermissionDenied(_("Only moderators of this group can do that."))
    if request.method == "POST" and "end" in request.POST:
        cohorts.end_cohort(group=group, actor=request.user)
        messages.success(request, _("The group is closed to writing. Everybody is told where they can go on."))
        return redirect(group)
    place = cohort_place(request.user, group, membership)
    onward = SupportGroup.objects.visible_to(request.user).filter(join_by="open", closed_at=None).exclude(pk=group.pk)
    given = request.POST if request.method == "POST" else None
    form = CohortForm(given, groups=onward, cohort=place.cohort if place else None)
    if sent(form, cohorts.make_cohort, actor=request.user, group=group):
        messages.success(request, _("Saved."))
        return redirect(group)
    return render(request, "groups/cohort.html", {"group": group, "form": form, "place": place})
