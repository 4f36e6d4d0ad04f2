"""Staff who have to read a private group: ask, agree, end, look at it afterwards."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from groups import rules as may
from groups.forms.glass import AskForm
from groups.models import BreakGlass
from groups.operations import break_glass as operations
from groups.reads.break_glass import named_by, openings_for, owed_by, pages_of
from portal.accounts.requests import OwnRequest
from portal.accounts.roles import SAFEGUARDING_LEADS
from portal.accounts.sending import signed_in_to_send
from portal.core.errors import RuleViolation


def need_staff(request: HttpRequest) -> None:
    if not (may.can_break_glass(request.user) or may.agrees_to_glass(request.user)):
        raise PermissionDenied(_("This page is for Moderators, Safeguarding leads and Administrators of the site."))


@login_required
@require_safe
def opening_list(request: OwnRequest) -> HttpResponse:
    need_staff(request)
    context = {"openings": openings_for(request.user), "may_ask": may.can_break_glass(request.user)}
    return render(request, "groups/opening_list.html", context)


@signed_in_to_send("reason")
@require_http_methods(["GET", "HEAD", "POST"])
def ask_to_open(request: OwnRequest) -> HttpResponse:
    if not may.can_break_glass(request.user):
        raise PermissionDenied(_("Only Moderators and Safeguarding leads of the site can ask for that."))
    lead = SAFEGUARDING_LEADS in request.user.staff_roles.names
    form = AskForm(request.POST if request.method == "POST" else None, lead=lead)
    if form.is_valid():
        made = asked(request, form)
        if made is not None:
            return redirect(made)
    return render(request, "groups/ask_to_open.html", {"form": form})


def asked(request: OwnRequest, form: AskForm) -> BreakGlass | None:
    typed: dict[str, Any] = dict(form.cleaned_data)
    named = named_by(typed.pop("about"))
    if named is None:
        form.add_error("about", _("There is no group, thread or post at this address."))
        return None
    try:
        return operations.ask_to_open(actor=request.user, group=named.group, thread=named.thread, **typed)
    except (RuleViolation, PermissionDenied) as refusal:
        form.refuse(refusal)
        return None


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def opening(request: OwnRequest, pk: UUID) -> HttpResponse:
    """One of them. Its buttons are what this person may do with it now."""
    rows = BreakGlass.objects.visible_to(request.user)
    found = get_object_or_404(
        rows.select_related("group", "thread", "asked_by", "decided_by", "ended_by", "reviewed_by"), pk=pk
    )
    if request.method == "POST":
        act(request, found)
        return redirect(found)
    context = {
        "opening": found,
        "may_agree": may.can_agree_to_glass(request.user, found, owed_by(request.user, found)),
        "may_end": may.can_end_glass(request.user, found),
        "may_review": may.can_review_glass(request.user, found),
        "pages": pages_of(found) if may.agrees_to_glass(request.user) else (),
        "reads": found.is_open and found.asked_by_id == request.user.pk,
    }
    return render(request, "groups/opening.html", context)


def act(request: OwnRequest, found: BreakGlass) -> None:
    """Do what the button says; a refusal becomes a message on the page."""
    do = request.POST.get("do")
    common: dict[str, Any] = {"actor": request.user, "glass": found}
    try:
        if do in {"agree", "refuse"}:
            done = operations.answer_opening(**common, agree=do == "agree")
        elif do in {"right", "wrong"}:
            done = operations.review_opening(**common, was_right=do == "right")
        else:
            done = do == "end" and operations.end_opening(**common)
        messages.success(request, _("Done. It is written down.")) if done else messages.info(
            request, _("Nothing was changed: somebody was quicker, or its time is over.")
        )
    except RuleViolation as refusal:
        messages.warning(request, refusal.message)
