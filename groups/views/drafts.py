"""One's own drafts: the list, and each as plain words."""

from uuid import UUID

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from groups.models import Draft
from groups.operations.drafts import MOST, drop_draft
from groups.reads.drafts import told, unfinished
from portal.accounts.requests import OwnRequest


@login_required
@require_safe
def draft_list(request: OwnRequest) -> HttpResponse:
    return render(request, "groups/draft_list.html", {"drafts": unfinished(request.user, MOST)})


@login_required
@require_http_methods(["GET", "POST"])
def draft(request: OwnRequest, pk: UUID) -> HttpResponse:
    """The words as they were typed, also when their place is closed by now. Posting throws them away."""
    found = get_object_or_404(Draft.objects.owned_by(request.user).with_places(request.user), pk=pk)
    if request.method == "POST":
        drop_draft(actor=request.user, draft=found)
        messages.success(request, _("The draft is gone."))
        return redirect("groups:draft_list")
    words = "\n\n".join(text for text in (found.said("title"), found.said("body")) if text)
    is_open = bool(found.thread_handle if found.kind == Draft.Kind.REPLY else found.group_slug)
    return render(request, "groups/draft.html", {"draft": told(found), "words": words, "open": is_open})
