"""Requests to join, for the moderators of a group, and one's own."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from groups import rules as may
from groups.forms.writing import DecisionForm
from groups.models import JoinRequest, SupportGroup
from groups.operations import join_requests
from groups.reads.requests import answered_lately
from groups.views.viewer import viewers_membership
from portal.accounts.requests import OwnRequest
from portal.core.errors import RuleViolation
from portal.core.posting import post_or_go

PER_PAGE = 20


@login_required
@require_safe
def request_list(request: OwnRequest, slug: str) -> HttpResponse:
    """Who waits, the longest first."""
    group = get_object_or_404(SupportGroup.objects.visible_to(request.user), slug=slug)
    if not may.moderates_group(viewers_membership(request, group), group):
        raise PermissionDenied(_("Only the moderators of this group read requests."))
    return _page(request, group)


def _page(request: OwnRequest, group: SupportGroup, tried: JoinRequest | None = None, form: Any = None) -> HttpResponse:
    """The list. A request that could not be answered comes first, with what was typed and what to mend."""
    waiting = JoinRequest.objects.visible_to(request.user).moderated_by(request.user).open().filter(group=group)
    others = waiting.exclude(user=request.user).select_related("user")
    rows = [*([tried] if tried else []), *(asked for asked in others[: PER_PAGE + 1] if asked != tried)]
    for asked in rows:
        asked.form = form if asked is tried else DecisionForm(auto_id=f"%s-{asked.pk}")  # type: ignore[attr-defined]
    context = {
        "group": group, "requests": rows[:PER_PAGE], "more": len(rows) > PER_PAGE,
        "answered": answered_lately(request.user, group),
    }  # fmt: skip
    return render(request, "groups/request_list.html", context)


@login_required
@post_or_go("groups:request_list", "slug")
def decide_request(request: OwnRequest, slug: str, pk: UUID) -> HttpResponse:
    asked = JoinRequest.objects.visible_to(request.user).moderated_by(request.user).filter(group__slug=slug)
    found = get_object_or_404(asked.select_related("group", "user"), pk=pk)
    form = DecisionForm(request.POST, auto_id=f"%s-{pk}")
    is_open = found.decided_at is None and found.withdrawn_at is None
    if is_open and not form.is_valid():
        return _page(request, found.group, found, form)
    approve = is_open and form.cleaned_data["decision"] == form.APPROVE
    try:
        done = is_open and join_requests.decide_request(
            actor=request.user, request=found, approve=approve, reason=form.cleaned_data["reason"]
        )
    except RuleViolation as refusal:
        form.add_error("decision", refusal.message)
        return _page(request, found.group, found, form)
    if done:
        messages.success(request, _("They have been told."))
    else:
        messages.info(request, _("Somebody else has answered this request already."))
    return redirect("groups:request_list", slug=slug)


@login_required
@post_or_go("groups:group", "slug")
def withdraw_request(request: OwnRequest, slug: str) -> HttpResponse:
    group = get_object_or_404(SupportGroup.objects.visible_to(request.user), slug=slug)
    asked = JoinRequest.objects.visible_to(request.user).open().filter(group=group, user_id=request.user.pk).first()
    if asked and join_requests.withdraw_request(actor=request.user, request=asked):
        messages.success(request, _("Your request is taken back."))
    return redirect(group)
