"""What to be told, and how."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from portal.notifications.forms import CHANNEL_NAMES, PreferencesForm
from portal.notifications.operations.preferences import choose
from portal.notifications.reads import preferences_of


@require_http_methods(["GET", "HEAD", "POST"])
@login_required
def preferences(request: HttpRequest) -> HttpResponse:
    chosen, rests = preferences_of(request.user)
    form = PreferencesForm(request.POST or None, person=request.user, chosen=chosen, rests=rests)
    if form.is_valid():
        choose(actor=request.user, wanted=form.wanted(), rest_email=form.cleaned_data["rest_email"])
        messages.success(request, _("Saved. It holds from the next message."))
        return redirect("notifications:preferences")
    return render(request, "notifications/preferences.html", {"form": form, "channels": CHANNEL_NAMES.values()})
