"""Polls: asking one, choosing, and ending it."""

from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from groups import rules as may
from groups.forms.polls import PollForm, VoteForm
from groups.models import Poll, Thread
from groups.operations import polls
from groups.reads.polls import poll_of, with_poll
from groups.views.viewer import viewers_membership
from portal.accounts.requests import OwnRequest
from portal.core.errors import RuleViolation
from portal.core.posting import post_or_go


def place_of_poll(thread: Thread) -> str:
    return f"{thread.get_absolute_url()}#poll"


def seen_by(request: HttpRequest) -> Any:
    return Thread.objects.visible_to(request.user).select_related("group", "starter")


@login_required
@require_http_methods(["GET", "POST"])
def new_poll(request: OwnRequest, public_id: str) -> HttpResponse:
    """A question with answers, for whoever started the thread."""
    thread = get_object_or_404(with_poll(seen_by(request), request.user), public_id=public_id)
    if not may.can_ask_poll(request.user, viewers_membership(request, thread.group), thread):
        raise PermissionDenied(_("Only whoever started the thread can ask a poll in it."))
    if thread.poll_told is not None:
        return redirect(place_of_poll(thread))
    form = PollForm(request.POST if request.method == "POST" else None, initial={"days": "7"})
    if form.is_valid():
        confirmed = request.POST.get("care") == "anyway"
        try:
            polls.ask_poll(actor=request.user, thread=thread, confirmed=confirmed, **form.asked())
            messages.success(request, _("Your poll is in the thread."))
            return redirect(place_of_poll(thread))
        except RuleViolation as refusal:
            form.refuse(refusal)
    return render(request, "groups/new_poll.html", {"thread": thread, "group": thread.group, "form": form})


@login_required
@post_or_go("groups:thread", "public_id")
def vote(request: OwnRequest, public_id: str) -> HttpResponse:
    """One's choice, the first or another one. What is to mend is said on a page of its own."""
    thread = get_object_or_404(with_poll(seen_by(request), request.user), public_id=public_id)
    poll = get_object_or_404(Poll.objects.visible_to(request.user), thread__public_id=public_id)
    asked = poll_of(thread)
    form = VoteForm(request.POST, asked=asked) if asked else None
    if form is not None and form.is_valid():
        if polls.vote(actor=request.user, poll=poll, choices=form.chosen()):
            messages.success(request, _("Your vote is counted. You can change it while the poll is open."))
        return redirect(place_of_poll(thread))
    return render(request, "groups/vote.html", {"thread": thread, "group": thread.group, "form": form})


@login_required
@post_or_go("groups:thread", "public_id")
def end_poll(request: OwnRequest, public_id: str) -> HttpResponse:
    """`do=close` ends the voting, `do=remove` takes the whole poll away."""
    polls_seen = Poll.objects.visible_to(request.user).select_related("thread__group", "thread__starter")
    poll = get_object_or_404(polls_seen, thread__public_id=public_id)
    if request.POST.get("do") == "remove":
        polls.take_poll_away(actor=request.user, poll=poll)
        messages.success(request, _("The poll is gone, with all its votes."))
        return redirect(poll.thread)
    if polls.close_poll(actor=request.user, poll=poll):
        messages.success(request, _("The poll is closed."))
    return redirect(place_of_poll(poll.thread))
