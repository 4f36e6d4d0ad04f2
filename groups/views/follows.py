"""How much to hear about a group, or about one thread."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _

from groups.models import SupportGroup, Thread
from groups.operations import follows
from portal.accounts.requests import OwnRequest
from portal.core.errors import RuleViolation
from portal.core.posting import post_or_go


@login_required
@post_or_go("groups:group", "slug")
def follow_group(request: OwnRequest, slug: str) -> HttpResponse:
    group = get_object_or_404(SupportGroup.objects.readable_by(request.user), slug=slug)
    try:
        follows.follow_group(actor=request.user, group=group, level=request.POST.get("level", ""))
    except RuleViolation as refusal:
        messages.warning(request, refusal.message)
    else:
        messages.success(request, _("Saved. It holds for every thread here that has no choice of its own."))
    return redirect(group)


@login_required
@post_or_go("groups:thread", "public_id")
def follow_thread(request: OwnRequest, public_id: str) -> HttpResponse:
    thread = get_object_or_404(Thread.objects.visible_to(request.user).select_related("group"), public_id=public_id)
    try:
        follows.follow_thread(actor=request.user, thread=thread, level=request.POST.get("level", ""))
    except RuleViolation as refusal:
        messages.warning(request, refusal.message)
    else:
        messages.success(request, _("Saved. It holds for this thread alone."))
    return redirect(thread)
