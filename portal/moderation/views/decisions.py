"""A decision: for the person it is about, and for moderators who take it back."""

from uuid import UUID

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from portal.core.errors import RuleViolation
from portal.moderation import operations, rules
from portal.moderation.models import Decision
from portal.moderation.reads import own_decisions, receipt
from portal.moderation.words import act_label, told_reason, why_sentence


@login_required
@require_safe
def decision(request: HttpRequest, decision_id: UUID) -> HttpResponse:
    """My decision: what, why, my words back, and one click for another look. Nobody else has this page."""
    own = Decision.objects.owned_by(request.user).select_related("case", "evidence", "author")
    found = get_object_or_404(own, pk=decision_id)
    context = {
        "receipt": receipt(found),
        "decision": found,
        "what": act_label(found.case.reportable, found.act),
        "why": told_reason(found.reason),
        "why_sentence": why_sentence(found.reason),
        "can_appeal": rules.can_appeal(request.user, found),
    }
    return render(request, "moderation/decision.html", context)


@login_required
@require_safe
def my_decisions(request: HttpRequest) -> HttpResponse:
    """Everything the team decided about what I wrote, or about me."""
    return render(request, "moderation/my_decisions.html", {"rows": own_decisions(request.user)})


@login_required
@require_POST
def appeal(request: HttpRequest, decision_id: UUID) -> HttpResponse:
    found = get_object_or_404(Decision.objects.owned_by(request.user).select_related("case"), pk=decision_id)
    try:
        operations.appeal(actor=request.user, decision=found)
        messages.success(request, _("Somebody else on the team will look at it again. We will tell you what they say."))
    except RuleViolation as refusal:
        messages.warning(request, refusal.message)
    return redirect(found)


@login_required
@require_POST
def undo_decision(request: HttpRequest, decision_id: UUID) -> HttpResponse:
    found = get_object_or_404(Decision.objects.visible_to(request.user).select_related("case"), pk=decision_id)
    try:
        operations.undo_decision(actor=request.user, decision=found)
    except (RuleViolation, PermissionDenied) as refusal:
        messages.warning(request, str(refusal))
    return redirect(found.case)
