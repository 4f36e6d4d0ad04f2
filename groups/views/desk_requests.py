"""Requests to join at the moderators' desk: the list beside the cases, and one request with its answers."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.cache import get_conditional_response
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from groups.forms.writing import DecisionForm
from groups.models import JoinRequest
from groups.operations import join_requests
from groups.reads.requests import A_PAGE, Waiting, requests_for
from portal.accounts.requests import OwnRequest
from portal.accounts.sending import signed_in_to_send
from portal.core.errors import RuleViolation
from portal.moderation.models import Case
from portal.moderation.reads import counts, frame_of_tabs, parts_of, scopes_held


def waiting(request: OwnRequest, held: list[str], part: str = "") -> dict[str, Any]:
    rows = list(requests_for(request.user, part).select_related("group", "user")[:A_PAGE])
    numbers = counts(request.user, Case.objects.visible_to(request.user, held), part)
    return {"queue": Waiting(rows, numbers), "tab": "requests", "part": part} | frame_of_tabs({"part": part})


@login_required
@require_safe
def desk_requests(request: OwnRequest) -> HttpResponse:
    held = scopes_held(request.user)
    parts = parts_of(request.user, held)
    part = request.GET.get("part", "")
    part = part if part in parts else ""
    context = waiting(request, held, part) | {"part_name": parts.get(part, "")}
    return render(request, "groups/desk_requests.html", context)


@login_required
@require_safe
def desk_requests_live(request: OwnRequest) -> HttpResponse:
    """The list alone, for a page that stays open; 304 while nothing changed."""
    context = waiting(request, scopes_held(request.user), request.GET.get("part", "")[:40])
    tag = context["queue"].tag
    unchanged = get_conditional_response(request, etag=tag)
    response = unchanged or render(request, "groups/_desk_requests_live.html", context)
    response["ETag"] = tag
    return response


@signed_in_to_send("reason")
@require_http_methods(["GET", "POST"])
def desk_request(request: OwnRequest, pk: UUID) -> HttpResponse:
    """One request: the answers to the group's questions, and the decision with a kind word."""
    seen = JoinRequest.objects.visible_to(request.user).moderated_by(request.user).exclude(user_id=request.user.pk)
    found = get_object_or_404(seen.select_related("group", "user", "decided_by"), pk=pk)
    form = DecisionForm(request.POST or None, auto_id=f"%s-{pk}")
    found.form = form  # type: ignore[attr-defined]
    if request.method == "POST" and form.is_valid():
        try:
            return decided(request, found, form)
        except RuleViolation as refusal:
            form.add_error("decision", refusal.message)
    rows = requests_for(request.user).select_related("group", "user")[:A_PAGE]
    is_open = found.decided_at is None and found.withdrawn_at is None
    context = {"asked": found, "group": found.group, "queue": {"requests": rows}, "is_open": is_open}
    return render(request, "groups/desk_request.html", context)


def decided(request: OwnRequest, found: JoinRequest, form: DecisionForm) -> HttpResponse:
    """Raises RuleViolation for a cohort that has ended."""
    approve = form.cleaned_data["decision"] == form.APPROVE
    done = join_requests.decide_request(
        actor=request.user, request=found, approve=approve, reason=form.cleaned_data["reason"]
    )
    if not done:
        messages.info(request, _("Somebody else has answered this request already."))
        return redirect("groups:desk_request", pk=found.pk)
    messages.success(request, _("They have been told."))
    return redirect("groups:desk_requests")
