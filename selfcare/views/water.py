"""Logging a drink, and the aim."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from portal.accounts.requests import OwnRequest
from portal.core.errors import RuleViolation
from portal.core.posting import post_or_go
from selfcare import operations, reads
from selfcare.forms import AimForm
from selfcare.views.back import back
from selfcare.views.sendings import key_in, one_sending


@login_required
@post_or_go("home:today")
def water_log(request: OwnRequest) -> HttpResponse:
    """A cup, a few sips, or the last one taken back. The same press sent twice is one."""
    said = request.POST
    try:
        if said.get("undo"):
            operations.undo_water(actor=request.user, drink=key_in(said["undo"]))
        else:
            ml = int(said["ml"]) if said.get("ml", "").isdecimal() and len(said["ml"]) < 6 else 0
            operations.log_water(actor=request.user, ml=ml, source=one_sending(said, str(ml)))
    except RuleViolation as no:
        messages.error(request, no.message)
    return back(request, anchor="#water-h")


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def aim(request: OwnRequest) -> HttpResponse:
    mine = reads.aim_of(request.user)
    initial = {name: getattr(mine, name) for name in ("cups", "cup_ml", "bed_at", "treatment_cups")}
    initial["limited"] = bool(mine.limited)
    form = AimForm(request.POST or None, initial=initial)
    if form.is_valid():
        try:
            operations.set_aim(actor=request.user, **form.cleaned_data)
            messages.success(request, _("Your aim is saved."))
            return redirect("home:today")
        except RuleViolation as no:
            form.add_error(no.field, no.message)
    return render(request, "selfcare/aim.html", {"form": form})
