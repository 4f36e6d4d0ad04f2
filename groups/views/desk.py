"""From a thread to the moderators' desk."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect

from groups.models import Post
from groups.operations.moderation import bring_to_desk
from portal.accounts.requests import OwnRequest
from portal.core.errors import RuleViolation
from portal.core.posting import post_or_go
from portal.moderation.reads import open_case_of


@login_required
@post_or_go("groups:post", "public_id")
def moderate_post(request: OwnRequest, public_id: str) -> HttpResponse:
    """To the open case of this post, or to a new one."""
    seen = Post.objects.visible_to(request.user).select_related("thread__group", "voice")
    found = get_object_or_404(seen, public_id=public_id, open_words=True, is_mine=False)
    case = open_case_of(request.user, "groups.post", public_id)
    try:
        case = case or bring_to_desk(actor=request.user, post=found)
    except RuleViolation as refusal:
        messages.warning(request, refusal.message)
        return redirect(found)
    return redirect(case)
