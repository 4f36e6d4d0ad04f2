"""Answering, and what one can do with a single post."""

from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from groups import rules as may
from groups.forms.writing import EditForm, PostForm
from groups.models import Post, Thread
from groups.models.break_glass import BreakGlassQuerySet
from groups.models.post import Shown
from groups.operations import edits, posts
from groups.operations.other_names import hide_voice
from groups.reads.mentions import words_to_change
from groups.views.glass import readable_under_glass
from groups.views.viewer import viewers_membership
from groups.views.words import after_posting, attempt, place_of
from groups.views.writing import begin, keep
from portal.accounts.operations import block, mute
from portal.accounts.requests import OwnRequest
from portal.accounts.sending import signed_in_to_send
from portal.core.posting import post_or_go


def seen_by(request: HttpRequest) -> Any:
    return Post.objects.visible_to(request.user).select_related("thread__group", "voice")


@signed_in_to_send("body", keep=("body", "reply_to", "quotes"))
@require_http_methods(["GET", "POST"])
def reply(request: OwnRequest, public_id: str) -> HttpResponse:
    """Write into a thread. `?to=` answers a post, `&quote=1` shows its words above one's own."""
    seen = Thread.objects.visible_to(request.user).select_related("group")
    thread = get_object_or_404(seen, public_id=public_id)
    membership = viewers_membership(request, thread.group)
    if not may.can_reply(membership, thread):
        raise PermissionDenied(_("You cannot write in this thread right now."))
    writing = begin(request, thread=thread)
    if (kept := keep(request, writing, thread=thread)) is not None:
        return kept
    form, post = attempt(
        request, PostForm, posts.publish_post, ask_rules=may.must_agree(membership, thread.group), thread=thread,
        initial={"seen": thread.last_number, **writing.initial}, aside=bool(writing.way), quotes=writing.quotes,
        reply_to=writing.answered,
        more=lambda cleaned: {"seen_up_to": cleaned["seen"], "form_key": cleaned["form_key"]},
    )  # fmt: skip
    if post is not None:
        return after_posting(request, post)
    context = {"thread": thread, "group": thread.group, "form": form, "writing": writing}
    return render(request, "groups/reply.html", context)


@require_safe
@readable_under_glass(BreakGlassQuerySet.of_post, "post")
def post(request: HttpRequest, public_id: str) -> HttpResponse:
    """The lasting address of a post leads to its place in the thread, or to where it was moved."""
    found = get_object_or_404(seen_by(request), public_id=public_id)
    if found.shown == Shown.MOVED:
        moved = seen_by(request).filter(pk=found.moved_to_id).first()
        return redirect(place_of(moved or found))
    return redirect(place_of(found))


@signed_in_to_send("body")
@require_http_methods(["GET", "POST"])
def edit_post(request: OwnRequest, public_id: str) -> HttpResponse:
    found = get_object_or_404(seen_by(request).with_words(), public_id=public_id)
    if not may.can_edit(request.user, viewers_membership(request, found.thread.group), found):
        raise PermissionDenied(_("You can change only your own words."))
    form, changed = attempt(
        request, EditForm, edits.edit_post, ask_rules=False, post=found,
        initial={"body": words_to_change(request.user, found)},
    )  # fmt: skip
    if changed is not None:
        messages.success(request, _("Your post is changed.") if changed else _("Nothing was changed."))
        return redirect(place_of(found))
    return render(request, "groups/edit_post.html", {"post": found, "group": found.thread.group, "form": form})


@login_required
@require_http_methods(["GET", "POST"])
def delete_post(request: OwnRequest, public_id: str) -> HttpResponse:
    found = get_object_or_404(seen_by(request).with_words(), public_id=public_id)
    if not may.can_delete(request.user, found):
        raise PermissionDenied(_("You can take down only your own words."))
    if request.method == "POST":
        edits.delete_post(actor=request.user, post=found)
        messages.success(request, _("Your post is taken down. You can put it back for ten minutes."))
        return redirect(place_of(found))
    return render(request, "groups/delete_post.html", {"post": found, "group": found.thread.group})


@login_required
@post_or_go("groups:post", "public_id")
def undo_delete(request: OwnRequest, public_id: str) -> HttpResponse:
    found = get_object_or_404(seen_by(request), public_id=public_id)
    if not may.is_writer(request.user, found):
        raise PermissionDenied(_("You can put back only your own words."))
    if edits.undo_delete(actor=request.user, post=found):
        messages.success(request, _("Your post is back."))
    else:
        messages.info(request, _("The ten minutes are over. The words are gone; you can write them again."))
    return redirect(place_of(found))


@login_required
@post_or_go("groups:post", "public_id")
def answer_support(request: OwnRequest, public_id: str) -> HttpResponse:
    """What the writer chose on the support card: to be written to, to keep the post as it is, or moderators only."""
    found = get_object_or_404(seen_by(request).filter(is_mine=True), public_id=public_id)
    choice = request.POST.get("choice")
    if choice == "tell":
        edits.ask_for_a_moderator(actor=request.user, post=found)
        messages.success(request, _("A moderator has been asked to write to you."))
    elif choice == "moderators" and edits.keep_for_moderators(actor=request.user, post=found):
        messages.success(request, _("Only you and the moderators can read your post now."))
    return redirect(place_of(found))


@login_required
@require_http_methods(["GET", "POST"])
def block_writer(request: OwnRequest, public_id: str) -> HttpResponse:
    """Mute or block whoever wrote this, after asking once more. They are not told."""
    found = get_object_or_404(seen_by(request).filter(open_words=True, is_mine=False), public_id=public_id)
    if request.method == "POST":
        messages.success(request, put_apart(request, found))
        return redirect(place_of(found))
    return render(request, "groups/block_writer.html", {"post": found, "group": found.thread.group})


def put_apart(request: OwnRequest, post: Post) -> str:
    """Mute or block whoever wrote this, or hide a voice under another name. What is said about it."""
    if post.voice.is_alias:
        hide_voice(actor=request.user, voice=post.voice)
        return _("You do not meet this voice any more. It speaks in this thread only.")
    only_mute = request.POST.get("act") == "mute"
    if post.voice.user is not None:
        (mute if only_mute else block)(actor=request.user, person=post.voice.user)
    if only_mute:
        return _("You do not see what this person writes any more. You can change this in your settings.")
    return _("This person is blocked. You do not see each other here any more. You can change this in your settings.")
