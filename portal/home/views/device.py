"""Handrail as an app: what a device may keep, and the files it needs. Everything works without any of it."""

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.templatetags.static import static
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from portal.accounts.requests import OwnRequest
from portal.home.device_mark import device_mark
from portal.notifications.devices import can_push, for_page


@login_required
@require_safe
def device(request: OwnRequest) -> HttpResponse:
    """What this device may keep is chosen and held on the device alone."""
    push = for_page(request.user, request.session, listed=True)
    return render(request, "home/device.html", {"device_mark": device_mark(request.user), "push": push})


@require_safe
def offline(request: HttpRequest) -> HttpResponse:
    """The page a device shows without a connection. Nobody is in it: what was kept is put in by the device."""
    return render(request, "home/offline.html")


@require_safe
def manifest(request: HttpRequest) -> JsonResponse:
    drawn = {"src": static("portal/mark.svg"), "sizes": "any", "type": "image/svg+xml", "purpose": "any"}
    large = {"src": static("portal/icon-512.png"), "sizes": "512x512", "type": "image/png", "purpose": "any maskable"}
    said = {
        "name": "Handrail",
        "short_name": "Handrail",
        "description": _("A small plan, guides in plain words, and company."),
        "id": "/",
        "start_url": "/today/",
        "scope": "/",
        "display": "standalone",
        "background_color": "#fcfbf7",
        "theme_color": "#1b5a47",
        "icons": [drawn, large],
    }
    return JsonResponse(said, content_type="application/manifest+json")


@require_safe
def service_worker(request: HttpRequest) -> HttpResponse:
    """Small and our own. A changed file of the kept page is a changed worker, so that it never looks or acts wrong."""
    kept = [static(file) for file in ("portal/css/portal.css", "home/js/device.js", "selfcare/js/timer.js")]
    said = {"kept": kept, "push": can_push(), "icon": static("portal/icon-512.png")}
    response = render(request, "home/sw.js", said, content_type="text/javascript; charset=utf-8")
    response["Service-Worker-Allowed"] = "/"
    return response
