"""A person's own settings: who they are here, how the site looks, what they agreed to, whom they do not meet."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from portal.accounts.forms import AppearanceForm, ProfileForm
from portal.accounts.models import User
from portal.accounts.operations import change_appearance, change_profile, give_consent, unblock, unmute
from portal.accounts.reads import current_texts, held_consents, holds_consent
from portal.accounts.requests import OwnRequest
from portal.core.errors import RuleViolation
from portal.home.agreements import take_back


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def settings(request: OwnRequest) -> HttpResponse:
    form = ProfileForm(request.POST or None, person=request.user)
    if form.is_valid():
        form.cleaned_data.pop("keep_name", None)
        try:
            change_profile(actor=request.user, **form.cleaned_data)
        except RuleViolation as refusal:
            form.add_error(refusal.field, refusal.message)
        else:
            messages.success(request, _("Saved."))
            return redirect("home:settings")
    return render(request, "home/settings.html", {"form": form})


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def appearance(request: OwnRequest) -> HttpResponse:
    form = AppearanceForm(request.POST or None, instance=request.user)
    if form.is_valid():
        change_appearance(actor=request.user, **form.cleaned_data)
        messages.success(request, _("Saved. This is how every page will look."))
        return redirect("home:appearance")
    return render(request, "home/appearance.html", {"form": form})


@login_required
@require_safe
def agreements(request: OwnRequest) -> HttpResponse:
    texts, held = current_texts(request.user.language), held_consents(request.user)
    rows = [{"text": text, "held": held.get(purpose)} for purpose, text in texts.items()]
    return render(request, "home/agreements.html", {"rows": rows})


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def change_agreement(request: OwnRequest, purpose: str) -> HttpResponse:
    """Looking asks once more before an agreement is taken back, and says what will happen."""
    if request.method != "POST":
        if not holds_consent(request.user, purpose):
            return redirect("home:agreements")
        return render(request, "home/take_back.html", {"text": current_texts(request.user.language)[purpose]})
    if "withdraw" in request.POST:
        take_back(actor=request.user, purpose=purpose)
        messages.success(request, _("You took this agreement back."))
    else:
        give_consent(actor=request.user, purposes=[purpose])
        messages.success(request, _("Thank you. Your agreement is saved."))
    return redirect("home:agreements")


@login_required
@require_safe
def blocked(request: OwnRequest) -> HttpResponse:
    blocks = request.user.blocks_made.select_related("blocked").order_by("-created_at")
    mutes = request.user.mutes_made.select_related("muted").order_by("-created_at")
    return render(request, "home/blocked.html", {"blocks": blocks[:200], "mutes": mutes[:200]})


@login_required
@require_POST
def unblock_person(request: OwnRequest, person: str) -> HttpResponse:
    unblock(actor=request.user, person=get_object_or_404(User, blocks_received__blocker=request.user, pk=person))
    messages.success(request, _("You can see each other again."))
    return redirect("home:blocked")


@login_required
@require_POST
def unmute_person(request: OwnRequest, person: str) -> HttpResponse:
    unmute(actor=request.user, person=get_object_or_404(User, mutes_received__muter=request.user, pk=person))
    messages.success(request, _("You see what this person writes again."))
    return redirect("home:blocked")
