"""Kept posts: one's own list, and the note on each."""

from uuid import UUID

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from groups.forms.kept import KeepForm
from groups.models import KeptPost, Post
from groups.operations.kept import keep_post as keep
from groups.operations.kept import let_go_of_post as let_go
from groups.reads.kept import kept_by, kept_posts
from groups.views.words import place_of
from portal.accounts.requests import OwnRequest
from portal.accounts.sending import signed_in_to_send
from portal.core.errors import RuleViolation
from portal.core.posting import post_or_go


@login_required
@require_safe
def kept_list(request: OwnRequest) -> HttpResponse:
    try:
        after = str(UUID(request.GET.get("after", "")))
    except ValueError:
        after = ""
    return render(request, "groups/kept_list.html", {"page": kept_posts(request.user, after=after)})


@signed_in_to_send("note")
@require_http_methods(["GET", "POST"])
def keep_post(request: OwnRequest, public_id: str) -> HttpResponse:
    """Keep a post, or change what one noted about it."""
    seen = Post.objects.visible_to(request.user).filter(open_words=True).select_related("thread__group")
    found = get_object_or_404(seen, public_id=public_id)
    kept = kept_by(request.user, found)
    form = KeepForm(request.POST if request.method == "POST" else None, initial={"note": kept.note if kept else ""})
    if form.is_valid():
        try:
            keep(actor=request.user, post=found, note=form.cleaned_data["note"])
            messages.success(request, _("Kept. You find it under “Kept posts”."))
            return redirect(place_of(found))
        except RuleViolation as refusal:
            form.add_error("note" if refusal.field else None, refusal.message)
    context = {"post": found, "group": found.thread.group, "kept": kept, "form": form}
    return render(request, "groups/keep_post.html", context)


@login_required
@post_or_go("groups:kept_list")
def let_go_of_post(request: OwnRequest, pk: UUID) -> HttpResponse:
    """Also of a post that cannot be read any more."""
    let_go(actor=request.user, kept=get_object_or_404(KeptPost.objects.owned_by(request.user), pk=pk))
    messages.success(request, _("It is no longer among your kept posts, and your note is gone."))
    return redirect("groups:kept_list")
