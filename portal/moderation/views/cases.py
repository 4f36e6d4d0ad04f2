"""One case: read it, take it, decide it."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from portal.accounts.sending import signed_in_to_send
from portal.core.errors import RuleViolation
from portal.moderation import operations, rules
from portal.moderation.forms import MessageForm, NoteForm, form_for
from portal.moderation.models import Case
from portal.moderation.models.decision import OVERTURN
from portal.moderation.reads import case_file
from portal.moderation.words import SAVED


def through_the_door(request: HttpRequest, case_id: UUID) -> Case:
    cases = Case.objects.visible_to(request.user).select_related("claimed_by", "appeal_of")
    return get_object_or_404(cases, pk=case_id)


@signed_in_to_send("message", "note")
@require_http_methods(["GET", "POST"])
def case(request: HttpRequest, case_id: UUID) -> HttpResponse:
    found = through_the_door(request, case_id)
    file = case_file(found)
    form = form_for(file, request.POST if request.method == "POST" else None, request.GET.get("message", ""))
    if request.method == "POST" and form.is_valid() and settle(request, found, form):
        messages.success(request, _("Case %(number)s is done.") % {"number": found.number})
        return redirect("moderation:desk")
    operations.note_reading(actor=request.user, case=found)
    context = {"file": file, "case": found, "form": form, "note_form": NoteForm(), "saved": SAVED}
    context |= {"holds": rules.holds(request.user, found), "can_claim": rules.can_claim(request.user, found)}
    return render(request, "moderation/case.html", context)


def settle(request: HttpRequest, case: Case, form: MessageForm) -> bool:
    """Hand what was typed to the operation; a refusal goes on top of the form."""
    typed: dict[str, Any] = form.cleaned_data
    common = {"actor": request.user, "case": case, "message": typed["message"], "version": typed["version"]}
    try:
        if case.origin == Case.Origin.APPEAL:
            operations.decide_appeal(**common, overturn=typed["act"] == OVERTURN)
        else:
            operations.decide(**common, act=typed["act"], reason=typed["reason"])
    except (RuleViolation, PermissionDenied) as refusal:
        form.add_error(None, str(refusal))
        return False
    if typed["note"].strip():
        operations.add_note(actor=request.user, case=case, text=typed["note"])
    return True


def act_on(request: HttpRequest, case_id: UUID, act: Callable[..., object]) -> HttpResponse:
    """One button of the claim line; a refusal becomes a message on the page of the case."""
    found = through_the_door(request, case_id)
    try:
        act(actor=request.user, case=found)
    except RuleViolation as refusal:
        messages.warning(request, refusal.message)
    return redirect(found)


@login_required
@require_POST
def claim_case(request: HttpRequest, case_id: UUID) -> HttpResponse:
    return act_on(request, case_id, operations.claim)


@login_required
@require_POST
def keep_case(request: HttpRequest, case_id: UUID) -> HttpResponse:
    return act_on(request, case_id, operations.extend)


@login_required
@require_POST
def release_case(request: HttpRequest, case_id: UUID) -> HttpResponse:
    return act_on(request, case_id, operations.release)


@signed_in_to_send("text", back="moderation:case")
@require_POST
def add_note(request: HttpRequest, case_id: UUID) -> HttpResponse:
    found = through_the_door(request, case_id)
    form = NoteForm(request.POST)
    if form.is_valid():
        operations.add_note(actor=request.user, case=found, text=form.cleaned_data["text"])
    else:
        messages.warning(request, _("The note was empty, so nothing was saved."))
    return redirect(found)
