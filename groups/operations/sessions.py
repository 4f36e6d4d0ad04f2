"""Holding sessions, and saying whether one comes."""

from datetime import datetime, timedelta
from typing import Any
from zoneinfo import available_timezones

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from groups import rules
from groups.models import Session, SessionAnswer, SupportGroup
from groups.operations.memberships import membership_of
from groups.operations.session_places import forget_reminders, free_places, give_free_places, going, remind
from portal.accounts.models import User
from portal.core.errors import RuleViolation
from portal.notifications.operations.events import record_event, wake_on_commit
from portal.notifications.operations.webhooks import note_for_webhooks

NEWS = "groups.session_news"
ANNOUNCED = "groups.session_announced"  # told to other systems alone
LONGEST = timedelta(hours=12)
MOVING = ("starts_at", "ends_at", "place")
Answer = SessionAnswer.Answer


def need_lead(actor: User, group: SupportGroup) -> None:
    if not rules.can_hold_sessions(membership_of(actor, group), group):
        raise PermissionDenied(_("Only facilitators and moderators of this group hold sessions."))


def need_times(starts_at: datetime, ends_at: datetime, time_zone: str) -> None:
    if time_zone not in available_timezones():
        raise RuleViolation(_("This is not a time zone we know."), code="time_zone", field="time_zone")
    if ends_at <= starts_at:
        raise RuleViolation(_("It has to end after it starts."), code="order", field="ends_at")
    if ends_at - starts_at > LONGEST:
        raise RuleViolation(_("A session lasts twelve hours at most."), code="long", field="ends_at")
    if starts_at <= timezone.now():
        raise RuleViolation(_("It has to start in the future."), code="past", field="starts_at")


@transaction.atomic
def hold_session(*, actor: User, group: SupportGroup, **fields: Any) -> Session:
    """Announce a session. `starts_at`, `ends_at` are aware datetimes. Raises PermissionDenied, RuleViolation."""
    need_lead(actor, group)
    need_times(fields["starts_at"], fields["ends_at"], fields["time_zone"])
    session = Session.objects.create(group=group, made_by=actor, **fields)
    note_for_webhooks(event=ANNOUNCED, subject=session.public_id)
    return session


@transaction.atomic
def change_session(*, actor: User, session: Session, **fields: Any) -> bool:
    """Change what is said of it. Another time or place is told to everybody who comes, and their reminders move along.
    Returns whether anything changed. Raises PermissionDenied, RuleViolation."""
    need_lead(actor, session.group)
    locked = Session.objects.select_for_update().get(pk=session.pk)
    need_open(locked)
    changed = [name for name, value in fields.items() if getattr(locked, name) != value]
    if not changed:
        return False
    moved = any(name in MOVING for name in changed)
    if {"starts_at", "ends_at", "time_zone"} & set(changed):
        need_times(fields["starts_at"], fields["ends_at"], fields["time_zone"])
    for name in changed:
        setattr(locked, name, fields[name])
    if moved:
        forget_reminders(locked)
        locked.revision += 1
    locked.save(update_fields=[*changed, "revision"])
    give_free_places(locked)
    if moved:
        remind(locked, going(locked))
        tell_news(locked)
    return True


@transaction.atomic
def cancel_session(*, actor: User, session: Session) -> bool:
    """Call it off. Whoever comes is told. Returns whether it still stood."""
    need_lead(actor, session.group)
    locked = Session.objects.select_for_update().get(pk=session.pk)
    if not locked.is_open:
        return False
    forget_reminders(locked)
    locked.cancelled_at = timezone.now()
    locked.revision += 1
    locked.save(update_fields=["cancelled_at", "revision"])
    tell_news(locked)
    return True


def write_summary(*, actor: User, session: Session, summary: str) -> bool:
    """What was said, in short, for whoever could not come. Raises PermissionDenied, RuleViolation before its start."""
    need_lead(actor, session.group)
    if session.starts_at > timezone.now() or session.cancelled_at:
        raise RuleViolation(_("The session has not taken place yet."), code="early", field="summary")
    return Session.objects.filter(pk=session.pk).exclude(summary=summary.strip()).update(summary=summary.strip()) > 0


@transaction.atomic
def answer_session(*, actor: User, session: Session, answer: str) -> SessionAnswer:
    """Say yes, perhaps or no. The session's row is locked, so that places are given once: without one left a yes waits.
    The same answer again changes nothing. Raises PermissionDenied, RuleViolation."""
    if not rules.can_answer_session(membership_of(actor, session.group, lock=True)):
        raise PermissionDenied(_("Join this group to come to its sessions."))
    if answer not in (Answer.YES, Answer.PERHAPS, Answer.NO):
        raise RuleViolation(_("Choose one of the answers."), code="answer", field="answer")
    locked = Session.objects.select_for_update().get(pk=session.pk)
    need_open(locked)
    mine = SessionAnswer.objects.filter(session=locked, user=actor).first()
    mine = mine or SessionAnswer(session=locked, user=actor, answer=Answer.NO)
    if answer == Answer.YES and mine.answer != Answer.YES and not free_places(locked):
        answer = Answer.WAITING
    if not mine._state.adding and mine.answer == answer:
        return mine
    if answer != Answer.WAITING or mine.answer != Answer.WAITING:
        mine.answered_at = timezone.now()
    mine.answer = answer
    mine.save()
    forget_reminders(locked, [mine])
    remind(locked, [mine] if answer in SessionAnswer.GOING else [])
    give_free_places(locked)
    return mine


def need_open(session: Session) -> None:
    if session.cancelled_at:
        raise RuleViolation(_("This session was called off."), code="cancelled")
    if session.is_over:
        raise RuleViolation(_("This session is over."), code="over")


def tell_news(session: Session) -> None:
    record_event(kind=NEWS, subject=f"{session.public_id}:{session.revision}")
    wake_on_commit()
