"""A person's devices: try one, name it, turn it off. Works without JavaScript; turning on is the browser's."""

from uuid import UUID

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from portal.accounts.requests import OwnRequest
from portal.core.posting import post_or_go
from portal.notifications.devices import can_push
from portal.notifications.forms.devices import DeviceForm
from portal.notifications.models import PushSubscription
from portal.notifications.operations.devices import rename, send_try, turn_off


def own_device(request: OwnRequest, device: UUID) -> PushSubscription:
    """Raises Http404, also while the site has no keys."""
    if not can_push():
        raise Http404
    return get_object_or_404(PushSubscription.objects.owned_by(request.user), pk=device)


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def rename_device(request: OwnRequest, device: UUID) -> HttpResponse:
    row = own_device(request, device)
    form = DeviceForm(request.POST or None, initial={"name": row.name})
    if form.is_valid():
        rename(actor=request.user, device=row, name=form.cleaned_data["name"])
        messages.success(request, _("Saved."))
        return redirect("home:device")
    return render(request, "notifications/device.html", {"device": row, "form": form})


@login_required
@post_or_go("home:device")
def try_device(request: OwnRequest, device: UUID) -> HttpResponse:
    if send_try(actor=request.user, device=own_device(request, device)):
        messages.success(request, _("A message is on its way to this device. It comes within a minute."))
    else:
        messages.info(request, _("One is on its way already. You can ask for another in a minute."))
    return redirect("home:device")


@login_required
@post_or_go("home:device")
def remove_device(request: OwnRequest, device: UUID) -> HttpResponse:
    turn_off(actor=request.user, device_id=own_device(request, device).pk)
    messages.success(request, _("Removed. No message comes to this device any more."))
    return redirect("home:device")
