"""What to be told, and how."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from portal.accounts.requests import OwnRequest
from portal.notifications.devices import has_device
from portal.notifications.forms.preferences import CHANNEL_NAMES, WITH_DEVICES, PreferencesForm
from portal.notifications.operations.preferences import choose
from portal.notifications.reads import preferences_of, summary_hour


@require_http_methods(["GET", "HEAD", "POST"])
@login_required
def preferences(request: OwnRequest) -> HttpResponse:
    chosen, rests = preferences_of(request.user)
    hour = summary_hour(request.user)
    names = WITH_DEVICES if has_device(request.user) else CHANNEL_NAMES
    form = PreferencesForm(
        request.POST or None, person=request.user, chosen=chosen, rests=rests, summary_at=hour, names=names
    )
    if form.is_valid():
        new = form.hour()
        moved = new if new != hour else None
        rest = form.cleaned_data["rest_email"]
        choose(actor=request.user, wanted=form.wanted(), rest_email=rest, summary_at=moved)
        messages.success(request, _("Saved. It holds from the next message."))
        return redirect("notifications:preferences")
    return render(request, "notifications/preferences.html", {"form": form, "channels": names.values()})
