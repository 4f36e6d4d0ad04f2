"""What a person measures in."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from portal.accounts.requests import OwnRequest
from selfcare import operations
from selfcare.forms.measures import UnitsForm
from selfcare.reads.units import units_of


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def units(request: OwnRequest) -> HttpResponse:
    form = UnitsForm(request.POST or None, initial={"units": units_of(request.user)})
    if form.is_valid():
        operations.measure_in(actor=request.user, units=form.cleaned_data["units"])
        messages.success(request, _("Saved. Your numbers are shown in it from now on."))
        return redirect("selfcare:diary")
    return render(request, "selfcare/units.html", {"form": form})
