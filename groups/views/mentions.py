"""Names to choose from while somebody writes an @."""

from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.http import HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from groups import rules as may
from groups.models import SupportGroup, Thread
from groups.reads.mentions import suggested
from groups.views.viewer import viewers_membership
from portal.accounts.requests import OwnRequest

LONGEST = 44


@login_required
@require_safe
def names(request: OwnRequest, public_id: str) -> HttpResponse:
    """Of people who can see this thread, for those who may write in it."""
    seen = Thread.objects.visible_to(request.user).select_related("group", "starter")
    thread = get_object_or_404(seen, public_id=public_id)
    if not may.can_reply(viewers_membership(request, thread.group), thread):
        raise PermissionDenied(_("You cannot write in this thread right now."))
    begun = request.GET.get("q", "")[:LONGEST]
    return JsonResponse({"names": suggested(request.user, thread, begun)})


@login_required
@require_safe
def names_for_new(request: OwnRequest, slug: str) -> HttpResponse:
    """The same for a thread that is about to begin: of people who will see it, for those who may begin one."""
    group = get_object_or_404(SupportGroup.objects.readable_by(request.user), slug=slug)
    if not may.can_start_thread(viewers_membership(request, group), group):
        raise PermissionDenied(_("You cannot write in this group right now."))
    begun = request.GET.get("q", "")[:LONGEST]
    return JsonResponse({"names": suggested(request.user, Thread(group=group), begun)})
