"""A thread: reading, opening, marking as read, and what moderators do with it."""

from collections.abc import Callable
from functools import wraps

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from groups import rules as may
from groups.forms.polls import VoteForm
from groups.forms.writing import PostForm, ThreadForm
from groups.models import SupportGroup, Thread
from groups.models.break_glass import BreakGlassQuerySet
from groups.models.follow import with_follow_of
from groups.models.notes import with_reading_of
from groups.operations import reading, threads
from groups.reads.about import rules_of
from groups.reads.drafts import with_draft
from groups.reads.follows import menu_of_thread
from groups.reads.polls import with_poll
from groups.reads.thread_page import thread_page
from groups.views.beside import beside_form
from groups.views.glass import readable_under_glass
from groups.views.viewer import viewers_membership
from groups.views.words import after_posting, attempt, number_in, support_for
from groups.views.writing import Writing, begin, keep
from portal.accounts.requests import OwnRequest
from portal.accounts.sending import signed_in_to_send
from portal.core.posting import post_or_go


def or_where_it_went(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """A thread that was joined to another leads there, for whoever may read that one."""

    @wraps(view)
    def answer(request: HttpRequest, public_id: str) -> HttpResponse:
        try:
            return view(request, public_id)
        except Http404:
            onward = Thread.objects.visible_to(request.user).filter(merged_from__public_id=public_id).first()
            if onward is None:
                raise
            return redirect(onward)

    return answer


@require_safe
@readable_under_glass(BreakGlassQuerySet.of_thread, "thread")
@or_where_it_went
def thread(request: HttpRequest, public_id: str) -> HttpResponse:
    """Thirty numbers of a thread, from `?from=`. Reading moves no mark: that is posted."""
    seen = with_reading_of(Thread.objects.visible_to(request.user), request.user)
    seen = seen.with_news_for(request.user).with_topics()
    seen = with_draft(with_follow_of(seen, request.user).select_related("group", "starter"), request.user)
    seen = with_poll(seen, request.user)
    found = get_object_or_404(seen, public_id=public_id)
    membership = viewers_membership(request, found.group)
    page = thread_page(request.user, found, membership, start=number_in(request.GET.get("from")))
    page.vote_form = VoteForm(asked=page.poll) if page.poll and page.may_vote else None
    writing = begin(request, thread=found) if page.may_reply and not page.range.later else Writing()
    initial = {**writing.initial, "seen": page.range.last}
    form = PostForm(ask_rules=may.must_agree(membership, found.group), initial=initial)
    form.beside = beside_form(request, {"thread": found}, kept=writing.initial) if page.may_reply else None
    context = {"thread": found, "group": found.group, "membership": membership, "page": page, "form": form}
    context["writing"], context["follow"] = writing, menu_of_thread(membership, found)
    context["support"] = support_for(request, page.own(request.GET.get("care", "")))
    return render(request, "groups/thread.html", context)


@signed_in_to_send("title", "body", keep=("title", "body"))
@require_http_methods(["GET", "POST"])
def new_thread(request: OwnRequest, slug: str) -> HttpResponse:
    group = get_object_or_404(SupportGroup.objects.readable_by(request.user), slug=slug)
    membership = viewers_membership(request, group)
    if not may.can_start_thread(membership, group):
        raise PermissionDenied(_("Join the group before you write in it, please.") if membership is None else "")
    ask_rules = may.must_agree(membership, group)
    writing = begin(request, group=group)
    if (kept := keep(request, writing, group=group)) is not None:
        return kept
    form, post = attempt(
        request, ThreadForm, threads.start_thread, ask_rules=ask_rules, group=group, initial=writing.initial,
        aside=bool(writing.way), more=lambda cleaned: {"form_key": cleaned["form_key"]},
    )  # fmt: skip
    if post is not None:
        return after_posting(request, post)
    context = {"group": group, "form": form, "rules": rules_of(group) if ask_rules else None, "writing": writing}
    return render(request, "groups/new_thread.html", context)


@login_required
@post_or_go("groups:thread", "public_id")
def mark_read(request: OwnRequest, public_id: str) -> HttpResponse:
    """Up to here one has read. Sent by a button, or by a script while one reads on."""
    found = get_object_or_404(Thread.objects.visible_to(request.user).select_related("group"), public_id=public_id)
    reading.read_thread(actor=request.user, thread=found, up_to=number_in(request.POST.get("up_to")))
    return HttpResponse(status=204) if request.headers.get("X-Part") == "read" else redirect(found.group)


@login_required
@post_or_go("groups:thread", "public_id")
def pin_thread(request: OwnRequest, public_id: str) -> HttpResponse:
    found = get_object_or_404(Thread.objects.visible_to(request.user).select_related("group"), public_id=public_id)
    threads.pin_thread(actor=request.user, thread=found, on=request.POST.get("on") == "1")
    return redirect(found)


@login_required
@post_or_go("groups:thread", "public_id")
def lock_thread(request: OwnRequest, public_id: str) -> HttpResponse:
    found = get_object_or_404(Thread.objects.visible_to(request.user).select_related("group"), public_id=public_id)
    on = request.POST.get("on") == "1"
    if threads.lock_thread(actor=request.user, thread=found, on=on):
        messages.success(request, _("The thread is closed to replies.") if on else _("The thread is open again."))
    return redirect(found)
