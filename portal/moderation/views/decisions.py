"""A decision: for the person it is about, and for moderators who take it back."""

from uuid import UUID

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from portal.accounts.sending import signed_in_to_send
from portal.core.errors import RuleViolation
from portal.core.posting import post_or_go
from portal.moderation import operations, rules
from portal.moderation.forms.cases import ResendForm
from portal.moderation.models import Decision
from portal.moderation.reads import own_decisions, receipt
from portal.moderation.words import act_label, told_reason, why_sentence


def mine(request: HttpRequest, decision_id: UUID) -> Decision:
    own = Decision.objects.owned_by(request.user).select_related("case", "evidence", "author")
    return get_object_or_404(own, pk=decision_id)


@login_required
@require_safe
def decision(request: HttpRequest, decision_id: UUID) -> HttpResponse:
    """My decision: what, why, my words back, and one click for another look. Nobody else has this page."""
    return show(request, mine(request, decision_id))


def show(request: HttpRequest, found: Decision, form: ResendForm | None = None) -> HttpResponse:
    told = receipt(found)
    kept = told.kept.payload["text"] if told.kept and told.kept.payload else ""
    may_resend = rules.can_resend(request.user, found) and told.appeal is None and told.can_mend
    context = {
        "receipt": told,
        "decision": found,
        "what": act_label(found.case.reportable, found.act),
        "why": told_reason(found.reason),
        "why_sentence": why_sentence(found.reason),
        "can_appeal": rules.can_appeal(request.user, found),
        "form": (form or ResendForm(initial={"words": kept})) if may_resend else None,
    }
    return render(request, "moderation/decision.html", context)


@signed_in_to_send("words", back="moderation:decision")
@post_or_go("moderation:decision", "decision_id")
def resend(request: HttpRequest, decision_id: UUID) -> HttpResponse:
    found, form = mine(request, decision_id), ResendForm(request.POST)
    if not form.is_valid():
        return show(request, found, form)
    try:
        operations.resend(actor=request.user, decision=found, words=form.cleaned_data["words"])
    except (RuleViolation, PermissionDenied) as refusal:
        form.add_error("words", str(refusal))
        return show(request, found, form)
    messages.success(request, _("It is with the moderators. They read it before others can."))
    return redirect(found)


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
