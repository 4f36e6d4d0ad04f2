"""Asking a poll, choosing in it, and counting so that no count tells what one person chose."""

from collections import Counter
from collections.abc import Collection, Sequence
from datetime import timedelta

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from groups import rules
from groups.models import Ballot, Poll, PollOption, Thread
from groups.operations.care import look_over
from groups.operations.memberships import membership_of
from groups.operations.posts import need_consents
from groups.operations.words import clean
from portal.accounts.models import User
from portal.core.errors import RuleViolation
from portal.moderation.operations import audit, open_case_for_finding

FEWEST, MOST = 2, 8
SHOWN_FROM = 5  # votes, and then votes given or changed since the counts were shown last
LONGEST_QUESTION, LONGEST_ANSWER = 200, 120


def ask_poll(
    *,
    actor: User,
    thread: Thread,
    question: str,
    answers: Sequence[str],
    several: bool = False,
    days: int | None = None,
    confirmed: bool = False,
) -> Poll:
    """Put a question with answers above one's thread, open for `days` or for good.
    Raises PermissionDenied, RuleViolation, LookAgain."""
    question = " ".join(clean(question).split())
    words = list(dict.fromkeys(filter(None, (" ".join(clean(one).split()) for one in answers))))
    _need_sense(question, words)
    verdict = look_over(body="\n".join(words), title=question, group=thread.group, confirmed=confirmed)
    if verdict.held:
        raise RuleViolation(
            _("Please take out how it is done: this can hurt somebody who reads it."), code="method", field="answers"
        )
    with transaction.atomic():
        locked = Thread.objects.select_for_update(of=("self",)).select_related("group", "starter").get(pk=thread.pk)
        if not rules.can_ask_poll(actor, membership_of(actor, locked.group, lock=True), locked):
            raise PermissionDenied(_("Only whoever started the thread can ask a poll in it."))
        need_consents(actor)
        if Poll.objects.filter(thread=locked).exists():
            raise RuleViolation(_("This thread has a poll already."), code="poll")
        closes_at = timezone.now() + timedelta(days=days) if days else None
        poll = Poll.objects.create(
            thread=locked, asked_by=locked.starter, question=question, several=several, closes_at=closes_at
        )
        PollOption.objects.bulk_create(
            PollOption(poll=poll, position=at, words=one) for at, one in enumerate(words, start=1)
        )
        verdict.note_choice()
        if verdict.urgent:
            open_case_for_finding(
                reportable_key="groups.thread", public_id=locked.public_id, author=actor, findings=verdict.urgent
            )
    return poll


def _need_sense(question: str, words: Sequence[str]) -> None:
    if not question:
        raise RuleViolation(_("Write your question."), code="required", field="question")
    if len(question) > LONGEST_QUESTION:
        raise RuleViolation(_("Please ask in fewer words: 200 letters at most."), code="long", field="question")
    if not FEWEST <= len(words) <= MOST:
        raise RuleViolation(
            _("Give two to eight different answers, each on a line of its own."), code="answers", field="answers"
        )
    if any(len(one) > LONGEST_ANSWER for one in words):
        raise RuleViolation(
            _("One of the answers is too long: 120 letters at most."), code="long", field="answers"
        )  # fmt: skip


@transaction.atomic
def vote(*, actor: User, poll: Poll, choices: Collection[int]) -> bool:
    """Choose, or choose otherwise, until the poll closes. Returns whether anything changed.
    Raises PermissionDenied, RuleViolation."""
    locked = Poll.objects.select_for_update(of=("self",)).select_related("thread__group").get(pk=poll.pk)
    if not locked.is_open:
        raise PermissionDenied(_("This poll is closed."))
    if not rules.can_vote(membership_of(actor, locked.thread.group), locked.thread):
        raise PermissionDenied(_("Members of the group vote here."))
    known = PollOption.objects.filter(poll=locked, position__in=set(choices)).values_list("position", flat=True)
    chosen = sorted(known)
    if not chosen or len(chosen) != len(set(choices)):
        raise RuleViolation(_("Choose an answer."), code="choice", field="choices")
    if len(chosen) > 1 and not locked.several:
        raise RuleViolation(_("Choose one answer only."), code="choice", field="choices")
    before = Ballot.objects.filter(poll=locked, voter=actor).first()
    if before is not None and before.choices == chosen:
        return False
    now = {"choices": chosen, "one_only": not locked.several, "fresh": True}
    Ballot.objects.update_or_create(poll=locked, voter=actor, defaults=now)
    _count(locked)
    return True


def _count(poll: Poll) -> None:
    """Show new counts when five people have voted or changed their minds since the last ones, else leave them. Called
    with the poll locked."""
    if Ballot.objects.filter(poll=poll, fresh=True).count() < SHOWN_FROM:
        return
    ballots = list(Ballot.objects.filter(poll=poll).values_list("choices", flat=True))
    counts = Counter(choice for choices in ballots for choice in choices)
    poll.shown_counts = {str(position): number for position, number in sorted(counts.items())}
    poll.shown_people = len(ballots)
    poll.save(update_fields=["shown_counts", "shown_people"])
    Ballot.objects.filter(poll=poll, fresh=True).update(fresh=False)


@transaction.atomic
def close_poll(*, actor: User, poll: Poll) -> bool:
    """End it now. Counts stay as they are shown. Returns whether it was open. Raises PermissionDenied."""
    _need_keeper(actor, poll)
    now = timezone.now()
    rows = Poll.objects.filter(pk=poll.pk).exclude(closes_at__lte=now)
    return rows.update(closes_at=now) > 0


@transaction.atomic
def take_poll_away(*, actor: User, poll: Poll) -> bool:
    """The question, its answers and all votes are gone. Raises PermissionDenied."""
    as_moderator = _need_keeper(actor, poll)
    gone = Poll.objects.filter(pk=poll.pk).delete()[0] > 0
    if gone and as_moderator:
        audit(actor=actor, act="poll.remove", subject=f"thread:{poll.thread.public_id}")
    return gone


def _need_keeper(actor: User, poll: Poll) -> bool:
    """Whoever asked, or a moderator of the group. Returns whether they act as a moderator."""
    thread = poll.thread
    if thread.starter is not None and thread.starter.user_id == actor.pk:
        return False
    if not rules.can_moderate(actor, membership_of(actor, thread.group), thread.group):
        raise PermissionDenied(_("Only whoever asked, or a moderator, can do that."))
    return True
