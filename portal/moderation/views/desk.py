"""The desk: what waits for a moderator."""

from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from portal.moderation.bands import Band
from portal.moderation.forms import QueueForm
from portal.moderation.reads import queue, scopes_of


@login_required
@require_safe
def desk(request: HttpRequest) -> HttpResponse:
    held = scopes_of(request.user)
    if not held:
        raise PermissionDenied(_("This page is for people who moderate."))
    form = QueueForm(request.GET)
    chosen = form.cleaned_data if form.is_valid() else {}
    tab, oldest = chosen.get("tab") or "open", chosen.get("first") == "oldest"
    page = queue(request.user, held, tab=tab, oldest_first=oldest, after=chosen.get("after"))
    shown = QueueForm(initial={"tab": tab, "first": "oldest" if oldest else "serious"})
    return render(request, "moderation/desk.html", {"queue": page, "tab": tab, "form": shown, "Band": Band})
