"""One case: read it, take it, decide it."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.cache import get_conditional_response
from django.utils.crypto import salted_hmac
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from portal.accounts.sending import signed_in_to_send
from portal.core.errors import RuleViolation
from portal.moderation import operations, rules
from portal.moderation.forms.cases import DecisionForm, MessageForm, NoteForm, form_for
from portal.moderation.models import Case
from portal.moderation.models.decision import OVERTURN
from portal.moderation.reads import CaseFile, case_file, case_now, queue, scopes_of


def through_the_door(request: HttpRequest, case_id: UUID) -> Case:
    cases = Case.objects.visible_to(request.user).select_related("claimed_by", "appeal_of", "author")
    return get_object_or_404(cases, pk=case_id)


@signed_in_to_send("message", "note")
@require_http_methods(["GET", "POST"])
def case(request: HttpRequest, case_id: UUID) -> HttpResponse:
    found = through_the_door(request, case_id)
    file = case_file(found, request.user)
    if request.method != "POST":
        return show(request, file, form_for(file))
    if {"take", "use_saved", "redact"} & set(request.POST):
        return go_on_typing(request, found)
    form = form_for(file, request.POST)
    if form.is_valid() and settle(request, found, form):
        messages.success(request, _("Case %(number)s is done.") % {"number": found.number})
        return redirect("moderation:desk")
    now = case_file(through_the_door(request, case_id), request.user)  # whoever sends again has seen this state of it
    form.data = {**request.POST.dict(), "version": str(now.case.version)}
    return show(request, now, form)


def go_on_typing(request: HttpRequest, found: Case) -> HttpResponse:
    """A button inside the decision that does not decide: take the case again, add a saved message, or take personal
    details out of the words. All that was typed stays."""
    if "take" in request.POST:
        try:
            operations.claim(actor=request.user, case=found)
        except RuleViolation as refusal:
            messages.warning(request, refusal.message)
        found = through_the_door(request, found.pk)
    file = case_file(found, request.user)
    saved = request.POST.get("saved", "") if "use_saved" in request.POST else ""
    return show(request, file, form_for(file, typed=request.POST, saved=saved))


def show(request: HttpRequest, file: CaseFile, form: MessageForm, note_form: NoteForm | None = None) -> HttpResponse:
    """The page of one case. Whoever sent something sees it again, also when the case is no longer theirs."""
    case = file.case
    operations.note_reading(actor=request.user, case=case)
    holds, can_claim = rules.holds(request.user, case), rules.can_claim(request.user, case)
    context = {"file": file, "case": case, "form": form, "note_form": note_form or NoteForm()}
    context["saved"] = file.saved
    context |= {"holds": holds, "can_claim": can_claim}
    context["queue"] = queue(request.user, scopes_of(request.user), tab="open", tabs=False)
    context["decides"] = holds or (request.method == "POST" and note_form is None)
    return render(request, "moderation/case.html", context)


def ordered(form: MessageForm) -> dict[str, Any]:
    """What to do with the thing and with the person."""
    typed = form.cleaned_data
    if not isinstance(form, DecisionForm):
        return {}
    person = {"step": typed.get("step", ""), "until": form.ends_at()}
    return {"act": typed["act"], "reason": typed["reason"], "given": form.given(), **person}


def settle(request: HttpRequest, case: Case, form: MessageForm) -> bool:
    """Hand what was typed to the operation; a refusal goes on top of the form."""
    typed: dict[str, Any] = form.cleaned_data
    common = {"actor": request.user, "case": case, "message": typed["message"], "version": typed["version"]}
    try:
        if case.origin == Case.Origin.APPEAL:
            operations.decide_appeal(**common, overturn=typed["act"] == OVERTURN)
        elif case.origin == Case.Origin.ASKED:
            answer = common.pop("message")
            operations.answer_enquiry(**common, answer=answer)
        else:
            operations.decide(**common, **ordered(form))
    except (RuleViolation, PermissionDenied) as refusal:
        field = getattr(refusal, "field", None)
        form.add_error(field if field in form.fields else None, str(refusal))
        return False
    if typed["note"].strip():
        operations.add_note(actor=request.user, case=case, text=typed["note"])
    return True


@login_required
@require_safe
def case_live(request: HttpRequest, case_id: UUID) -> HttpResponse:
    """How the case stands now, in one sentence, for a page that stays open; 304 while nothing changed."""
    found = through_the_door(request, case_id)
    says = case_now(request.user, found)
    tag = f'"{found.version}-{salted_hmac("case", says).hexdigest()[:12]}"'
    unchanged = get_conditional_response(request, etag=tag)
    response = unchanged or JsonResponse({"version": found.version, "says": says})
    response["ETag"] = tag
    return response


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
    if not form.is_valid():
        file = case_file(found, request.user)
        return show(request, file, form_for(file), form)
    typed = {"text": form.cleaned_data["text"], "about": form.cleaned_data["about"] or "case"}
    operations.add_note(actor=request.user, case=found, ask="ask" in request.POST, **typed)
    return redirect(found)
