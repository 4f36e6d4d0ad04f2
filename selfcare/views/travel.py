"""In another time zone: what would change, then one answer. It is asked once on each device."""

from urllib.parse import quote

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from portal.accounts.requests import OwnRequest
from selfcare import operations, reads
from selfcare.due.words import place
from selfcare.forms import ZoneForm

ASKED, A_MONTH = "zone_asked", 30 * 24 * 3600


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def time_zone(request: OwnRequest) -> HttpResponse:
    """The next three times of everything, there; then "move" or "stay"."""
    form = ZoneForm((request.POST or request.GET).dict() or None, initial={"zone": request.user.time_zone})
    chosen = form.cleaned_data["zone"] if form.is_valid() else ""
    if request.method == "POST" and chosen and (answer := request.POST.get("answer")) in {"move", "stay"}:
        return _answered(request, chosen, moved=answer == "move")
    context = {
        "form": form,
        "chosen": chosen if chosen != request.user.time_zone else "",
        "here": place(request.user.time_zone),
        "there": place(chosen),
        "moves": reads.moves(request.user, chosen, timezone.now()) if chosen else [],
    }
    return render(request, "selfcare/time_zone.html", context)


def _answered(request: OwnRequest, zone: str, *, moved: bool) -> HttpResponse:
    if moved:
        operations.move_to(actor=request.user, zone=zone)
        messages.success(request, _("Your plan moved with you. Times are for %(place)s now.") % {"place": place(zone)})
    else:
        here = place(request.user.time_zone)
        messages.success(request, _("Your plan stays with the clock of %(place)s.") % {"place": here})
    answer = redirect("selfcare:plan")
    # A stroke would make the cookie a quoted one, which scripts read with its quotes.
    answer.set_cookie(ASKED, quote(zone, safe=""), max_age=A_MONTH, samesite="Lax", secure=request.is_secure())
    return answer
