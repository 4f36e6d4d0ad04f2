"""Sharing with carers, for both: who may see what, and what others share with me."""

from uuid import UUID

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from portal.accounts.requests import OwnRequest
from portal.core.errors import RuleViolation
from portal.core.local_time import zone_of
from portal.core.posting import post_or_go
from portal.notifications.links import absolute
from selfcare import operations
from selfcare.carer_words import will_see, wont_see
from selfcare.forms.carers import InviteForm, MailForm, ShareForm, shared_now
from selfcare.models import Activity, CarerLink
from selfcare.operations.carers import invitation
from selfcare.reads import shared as reads
from selfcare.reads.units import units_of


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def carers(request: OwnRequest) -> HttpResponse:
    form = InviteForm(request.POST or None)
    if form.is_valid():
        try:
            link = operations.invite_carer(actor=request.user, **form.cleaned_data)
            return redirect("selfcare:carer", link.pk)
        except RuleViolation as no:
            form.add_error(no.field, no.message)
    context = {
        "form": form,
        "mine": reads.my_carers(request.user),
        "theirs": list(CarerLink.objects.readable_by(request.user)),
        "seen": reads.looks(request.user, request.GET.get("before", "")),
    }
    return render(request, "selfcare/carers.html", context)


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def carer(request: OwnRequest, link: UUID) -> HttpResponse:
    """One carer: the invitation to pass on, then what they see."""
    mine = get_object_or_404(CarerLink.objects.owned_by(request.user), pk=link, ended_at=None)
    form = ShareForm(request.POST or None, initial=shared_now(mine), activities=_own(request))
    if form.is_valid():
        told = {"tell_after": None, "tell_about": []} | form.cleaned_data
        try:
            operations.change_carer(actor=request.user, link=mine, **told)
            messages.success(request, _("Saved. It holds from now on."))
            return redirect("selfcare:carers")
        except RuleViolation as no:
            form.add_error(no.field, no.message)
    return _carer_page(request, mine, form, MailForm())


def _carer_page(request: OwnRequest, mine: CarerLink, form: ShareForm, mail: MailForm) -> HttpResponse:
    address = absolute(reverse("selfcare:accept_carer", args=[mine.token])) if mine.token else ""
    context = {"link": mine, "form": form, "address": address, "mail": mail if mine.can_be_mailed else None}
    return render(request, "selfcare/carer.html", context)


@login_required
@post_or_go("selfcare:carer", "link")
def mail_carer(request: OwnRequest, link: UUID) -> HttpResponse:
    """Have the invitation mailed. The answer is the same whoever the address belongs to."""
    mine = get_object_or_404(CarerLink.objects.owned_by(request.user), pk=link, ended_at=None, accepted_at=None)
    mail = MailForm(request.POST)
    if mail.is_valid():
        try:
            operations.mail_invitation(actor=request.user, link=mine, email=mail.cleaned_data["email"])
            messages.success(request, _("The invitation is on its way."))
            return redirect("selfcare:carer", mine.pk)
        except RuleViolation as no:
            mail.add_error(no.field, no.message)
    return _carer_page(request, mine, ShareForm(initial=shared_now(mine), activities=_own(request)), mail)


def _own(request: OwnRequest) -> list[Activity]:
    return list(Activity.objects.owned_by(request.user).filter(stopped_at=None).order_by("starts_on", "id"))


@login_required
@post_or_go("selfcare:carers")
def end_carer(request: OwnRequest, link: UUID) -> HttpResponse:
    """From either side, at once."""
    mine = CarerLink.objects.owned_by(request.user).filter(pk=link, ended_at=None).first()
    mine = mine or get_object_or_404(CarerLink.objects.readable_by(request.user), pk=link)
    operations.end_carer(actor=request.user, link=mine)
    messages.success(request, _("Nothing is shared any more."))
    return redirect("selfcare:carers")


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def accept_carer(request: OwnRequest, token: str) -> HttpResponse:
    """Looking accepts nothing."""
    asked = invitation(token)
    if asked is None:
        raise Http404
    if request.method == "POST":
        try:
            link = operations.accept_invitation(actor=request.user, token=token)
            return redirect("selfcare:shared", link.pk)
        except RuleViolation as no:
            messages.error(request, no.message)
            return redirect("selfcare:carers")
    context = {"asked": asked, "seen": will_see(asked.scopes), "hidden": wont_see(asked.scopes), "token": token}
    return render(request, "selfcare/accept_carer.html", context)


@login_required
@require_safe
def shared(request: OwnRequest, link: UUID) -> HttpResponse:
    """What somebody shares, by their clock. That it was looked at is written down first, and they can see it."""
    theirs = get_object_or_404(CarerLink.objects.readable_by(request.user), pk=link)
    said = reads.shared(theirs, timezone.now())
    operations.note_look(actor=request.user, link=theirs, parts=said.parts)
    with timezone.override(zone_of(theirs.owner.time_zone)):
        context = {"link": theirs, "said": said, "units": units_of(request.user)}
        return render(request, "selfcare/shared.html", context)
