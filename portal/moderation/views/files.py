"""Safeguarding files: for Safeguarding leads alone. Whoever looks after a case may hand something on to them."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from portal.accounts.roles import SAFEGUARDING_LEADS
from portal.accounts.sending import signed_in_to_send
from portal.core.errors import RuleViolation
from portal.core.posting import post_or_go
from portal.moderation import operations
from portal.moderation.forms.files import ContactForm, EntryForm, HandOnForm, StillNeededForm
from portal.moderation.models import Case, SafeguardingFile
from portal.moderation.reads.safeguarding import file_page


def through_the_door(request: HttpRequest, file_id: UUID) -> SafeguardingFile:
    files = SafeguardingFile.objects.visible_to(request.user).select_related("case", "person")
    return get_object_or_404(files, pk=file_id)


@signed_in_to_send("words", back="moderation:case")
@require_http_methods(["GET", "HEAD", "POST"])
def hand_on(request: HttpRequest, case_id: UUID) -> HttpResponse:
    case = get_object_or_404(Case.objects.visible_to(request.user), pk=case_id)
    form = HandOnForm(request.POST or None)
    if form.is_valid():
        try:
            operations.open_file(actor=request.user, case=case, words=form.cleaned_data["words"])
        except RuleViolation as refusal:
            form.add_error("words", refusal.message)
        else:
            messages.success(request, _("It is with the Safeguarding leads. They have been told."))
            return redirect(case)
    return render(request, "moderation/hand_on.html", {"case": case, "form": form})


@login_required
@require_safe
def file_list(request: HttpRequest) -> HttpResponse:
    if SAFEGUARDING_LEADS not in request.user.staff_roles.names:  # type: ignore[union-attr]
        raise PermissionDenied(_("This page is for Safeguarding leads."))
    files = SafeguardingFile.objects.visible_to(request.user).open().select_related("case", "person")
    return render(request, "moderation/file_list.html", {"files": files[:100]})


@signed_in_to_send("words")
@require_http_methods(["GET", "HEAD", "POST"])
def file(request: HttpRequest, file_id: UUID) -> HttpResponse:
    found = through_the_door(request, file_id)
    form = EntryForm(request.POST or None)
    if form.is_valid():
        return done(request, found, operations.add_entry, **form.cleaned_data)
    return show(request, found, form=form)


def show(request: HttpRequest, found: SafeguardingFile, **forms: Any) -> HttpResponse:
    """Reading is written into the audit each time, before anything is shown."""
    operations.note_file_reading(actor=request.user, file=found)
    usual = {"form": EntryForm(), "contact_form": ContactForm(initial={"contact": found.contact or ""})}
    usual |= {"still_form": StillNeededForm(prefix="still")}
    return render(request, "moderation/file.html", {"page": file_page(found), **usual, **forms})


def done(request: HttpRequest, found: SafeguardingFile, act: Any, **given: Any) -> HttpResponse:
    try:
        act(actor=request.user, file=found, **given)
        messages.success(request, _("Written down."))
    except RuleViolation as refusal:
        messages.warning(request, refusal.message)
    return redirect(found)


@signed_in_to_send("contact", back="moderation:file")
@post_or_go("moderation:file", "file_id")
def file_contact(request: HttpRequest, file_id: UUID) -> HttpResponse:
    found, form = through_the_door(request, file_id), ContactForm(request.POST)
    if not form.is_valid():
        return show(request, found, contact_form=form)
    return done(request, found, operations.set_contact, contact=form.cleaned_data["contact"])


@signed_in_to_send("still-words", back="moderation:file")
@post_or_go("moderation:file", "file_id")
def review_file(request: HttpRequest, file_id: UUID) -> HttpResponse:
    """After three months: still needed, with the reason, or closed and emptied."""
    found = through_the_door(request, file_id)
    if "close" in request.POST:
        return done(request, found, operations.close_file)
    form = StillNeededForm(request.POST, prefix="still")
    if not form.is_valid():
        return show(request, found, still_form=form)
    return done(request, found, operations.keep_file, words=form.cleaned_data["words"])
