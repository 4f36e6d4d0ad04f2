"""Kind answers without words."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render

from groups.models import Post
from groups.operations.reactions import react
from groups.reads.standing import reacted, with_standing
from groups.views.words import place_of
from portal.accounts.requests import OwnRequest
from portal.core.errors import RuleViolation
from portal.core.posting import post_or_go


@login_required
@post_or_go("groups:post", "public_id")
def react_to_post(request: OwnRequest, public_id: str) -> HttpResponse:
    """`give` or `take` names one of the five. A script that asks for the part alone gets it, anybody else the place."""
    seen = Post.objects.visible_to(request.user).select_related("thread__group", "voice")
    found = get_object_or_404(seen, public_id=public_id)
    given = request.POST.get("give", "")
    try:
        react(actor=request.user, post=found, kind=given or request.POST.get("take", ""), on=bool(given))
    except RuleViolation as refusal:
        messages.warning(request, refusal.message)
        return redirect(place_of(found))
    if request.headers.get("X-Part") != "reactions":
        return redirect(place_of(found))
    found = with_standing(request.user, seen).get(pk=found.pk)
    found.reacted, page = reacted(found), {"may_react": True}
    return render(request, "groups/_reactions.html", {"post": found, "page": page})
