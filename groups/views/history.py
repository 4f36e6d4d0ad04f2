"""The history of a post."""

from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from groups import rules as may
from groups.models import Post
from groups.operations.history import redact_edit
from groups.reads.history import versions_of
from groups.views.viewer import viewers_membership
from groups.views.words import number_in
from portal.accounts.requests import OwnRequest


@login_required
@require_http_methods(["GET", "POST"])
def post_history(request: OwnRequest, public_id: str) -> HttpResponse:
    """Earlier versions, for the writer and the group's moderators. `redact` names the one its writer empties."""
    seen: Any = Post.objects.visible_to(request.user).with_words().filter(open_words=True)
    found = get_object_or_404(seen.select_related("thread__group", "voice"), public_id=public_id)
    membership = viewers_membership(request, found.thread.group)
    if not may.can_read_history(request.user, membership, found):
        raise PermissionDenied(_("Only the writer and the moderators can read what a post said before."))
    if request.method == "POST":
        number = number_in(request.POST.get("redact")) if request.POST.get("redact") != "0" else 0
        if redact_edit(actor=request.user, post=found, edit_number=number):
            messages.success(request, _("That version is empty now."))
        return redirect("groups:post_history", public_id)
    context = {"post": found, "group": found.thread.group, "versions": versions_of(request.user, found)}
    return render(request, "groups/post_history.html", context)
