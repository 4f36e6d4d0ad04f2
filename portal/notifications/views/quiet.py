"""Quiet hours and pauses."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from portal.accounts.requests import OwnRequest
from portal.core.errors import RuleViolation
from portal.core.posting import post_or_go
from portal.notifications.devices import has_device
from portal.notifications.forms.quiet import PauseForm, QuietForm
from portal.notifications.operations.quiet import keep_quiet, pause_until
from portal.notifications.reads import paused_until, quiet_hours


def page(request: OwnRequest, quiet: QuietForm | None = None, pause: PauseForm | None = None) -> HttpResponse:
    context = {
        "quiet": quiet or QuietForm(hours=quiet_hours(request.user), devices=has_device(request.user)),
        "pause": pause or PauseForm(),
        "paused_until": paused_until(request.user),
    }
    return render(request, "notifications/quiet.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@login_required
def quiet(request: OwnRequest) -> HttpResponse:
    if request.method != "POST":
        return page(request)
    form = QuietForm(request.POST, hours={}, devices=has_device(request.user))
    if form.is_valid():
        try:
            keep_quiet(actor=request.user, hours=form.hours())
        except RuleViolation as refusal:
            form.add_error(refusal.field, refusal.message)
        else:
            messages.success(request, _("Saved. It holds from now on."))
            return redirect("notifications:quiet")
    return page(request, quiet=form)


@login_required
@post_or_go("notifications:quiet")
def pause(request: OwnRequest) -> HttpResponse:
    """Pause until a day, or, with `resume`, go on at once."""
    if "resume" in request.POST:
        pause_until(actor=request.user, day=None)
        messages.success(request, _("Messages come again. What happened meanwhile waits in your inbox."))
        return redirect("notifications:quiet")
    form = PauseForm(request.POST)
    if form.is_valid():
        try:
            pause_until(actor=request.user, day=form.cleaned_data["day"])
        except RuleViolation as refusal:
            form.add_error(refusal.field, refusal.message)
        else:
            messages.success(request, _("Everything that can wait rests now. Take care of yourself."))
            return redirect("notifications:quiet")
    return page(request, pause=form)
