"""Coming into a group, and going."""

from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from groups import rules as may
from groups.forms.writing import AgreeForm, JoinRequestForm
from groups.models import SupportGroup
from groups.operations import join_requests, memberships, reading
from groups.reads.about import rules_of
from groups.reads.cohorts import has_offer
from groups.views.viewer import viewers_membership
from portal.accounts.requests import OwnRequest
from portal.core.errors import RuleViolation
from portal.core.posting import post_or_go


@login_required
@require_http_methods(["GET", "POST"])
def join(request: OwnRequest, slug: str) -> HttpResponse:
    """Join an open group, or ask the moderators of one that lets people in by hand."""
    group = get_object_or_404(SupportGroup.objects.visible_to(request.user), slug=slug)
    if viewers_membership(request, group):
        return redirect(group)
    invited = group.join_by != SupportGroup.Entry.OPEN and has_offer(request.user, group)
    if group.join_by == SupportGroup.Entry.INVITATION and not invited:
        raise PermissionDenied(_("People come into this group by invitation."))
    if group.join_by == SupportGroup.Entry.REQUEST and not invited:
        return ask(request, group)
    form = AgreeForm(request.POST if request.method == "POST" else None, has_rules=bool(group.rules_version))
    if came_in(form, memberships.join, actor=request.user, group=group):
        messages.success(request, _("You are in. Read for as long as you like before you write."))
        return redirect(group)
    return render(request, "groups/join.html", {"group": group, "form": form, "rules": rules_of(group)})


def came_in(form: AgreeForm, operation: Any, **fixed: Any) -> Any:
    """The new membership, or None when something is still to be mended or there is no place."""
    if not form.is_valid():
        return None
    try:
        return operation(**fixed, agreed=form.cleaned_data.get("agree", True))
    except RuleViolation as refusal:
        form.refuse(refusal)
        return None


def ask(request: OwnRequest, group: SupportGroup) -> HttpResponse:
    given = request.POST if request.method == "POST" else None
    form = JoinRequestForm(given, has_rules=bool(group.rules_version), questions=group.questions)
    if form.is_valid():
        agreed = form.cleaned_data.get("agree", True)
        try:
            join_requests.request_to_join(actor=request.user, group=group, answers=form.answers, agreed=agreed)
        except RuleViolation as refusal:
            form.refuse(refusal)
        else:
            messages.success(request, _("Your request is with the moderators. You will hear from them here."))
            return redirect(group)
    return render(request, "groups/join.html", {"group": group, "form": form, "rules": rules_of(group)})


@login_required
@require_http_methods(["GET", "POST"])
def leave(request: OwnRequest, slug: str) -> HttpResponse:
    group = get_object_or_404(SupportGroup.objects.visible_to(request.user), slug=slug)
    if not may.can_leave(viewers_membership(request, group)):
        return redirect(group)
    if request.method == "POST":
        memberships.leave(actor=request.user, group=group)
        messages.success(request, _("You have left the group. What you wrote stays; you can come back."))
        return redirect("groups:group_list")
    return render(request, "groups/leave.html", {"group": group})


@login_required
@post_or_go("groups:group", "slug")
def mark_group_read(request: OwnRequest, slug: str) -> HttpResponse:
    group = get_object_or_404(SupportGroup.objects.readable_by(request.user), slug=slug)
    reading.mark_group_read(actor=request.user, group=group)
    messages.success(request, _("Everything here counts as read."))
    return redirect(group)
