"""The calendar: its page for the person, and the file for their calendar program, which has no session."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from portal.accounts.requests import OwnRequest
from portal.core.errors import RuleViolation
from portal.core.posting import post_or_go
from portal.notifications.links import absolute
from selfcare import operations
from selfcare.models import CalendarFeed
from selfcare.reads.calendar import calendar_file as written
from selfcare.reads.calendar import owner_of


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def calendar(request: OwnRequest) -> HttpResponse:
    if request.method == "POST":
        try:
            operations.new_calendar(actor=request.user)
            messages.success(request, _("Here is your new address. An earlier one works no more."))
        except RuleViolation as no:
            messages.error(request, no.message)
        return redirect("selfcare:calendar")
    feed = CalendarFeed.objects.owned_by(request.user).first()
    address = absolute(reverse("selfcare:calendar_file", args=[feed.token])) if feed else ""
    return render(request, "selfcare/calendar.html", {"feed": feed, "address": address})


@login_required
@post_or_go("selfcare:calendar")
def end_calendar(request: OwnRequest) -> HttpResponse:
    if operations.end_calendar(actor=request.user):
        messages.success(request, _("The address works no more."))
    return redirect("selfcare:calendar")


@require_safe
def calendar_file(request: HttpRequest, token: str) -> HttpResponse:
    """For whoever holds the address. It asks for no session and starts none."""
    owner = owner_of(token)
    if owner is None:
        raise Http404
    headers = {"Cache-Control": "private, no-store", "X-Robots-Tag": "noindex"}
    return HttpResponse(written(owner, timezone.now()), content_type="text/calendar; charset=utf-8", headers=headers)
