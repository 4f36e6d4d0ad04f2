"""The places of a session, and the reminders of those who come."""

from collections.abc import Iterable, Mapping
from datetime import datetime, time, timedelta

from django.utils import timezone

from groups.models import Session, SessionAnswer, SupportGroup
from portal.accounts.models import User
from portal.core.kinds import EMAIL, IN_APP
from portal.core.local_time import zone_of
from portal.notifications.operations.deliveries import Wish, cancel, schedule
from portal.notifications.operations.events import record_event, wake_on_commit

REMINDER, PLACE = "groups.session", "groups.session_place"
EVENING = time(18)
HOUR = timedelta(hours=1)
Answer = SessionAnswer.Answer


def free_places(session: Session) -> bool:
    if session.places is None:
        return True
    return SessionAnswer.objects.filter(session=session, answer=Answer.YES).count() < session.places


def give_free_places(session: Session) -> None:
    """Whoever waited longest comes first. Called with the session locked."""
    taken = SessionAnswer.objects.filter(session=session, answer=Answer.YES).count()
    waiting = SessionAnswer.objects.filter(session=session, answer=Answer.WAITING).order_by("answered_at", "pk")
    free = len(waiting) if session.places is None else max(0, session.places - taken)
    lucky = list(waiting[:free])
    for one in lucky:
        one.answer = Answer.YES
        one.save(update_fields=["answer"])
        record_event(kind=PLACE, subject=str(one.pk))
    if lucky:
        remind(session, lucky)
        wake_on_commit()


def let_go(*, user: User, group: SupportGroup) -> None:
    """Somebody leaves a group: their places in its sessions to come are free again. Called inside a transaction."""
    rows = Session.objects.select_for_update().filter(
        group=group, ends_at__gt=timezone.now(), cancelled_at=None, answers__user=user
    )
    for session in rows.order_by("pk"):
        mine = list(SessionAnswer.objects.filter(session=session, user=user))
        forget_reminders(session, mine)
        SessionAnswer.objects.filter(pk__in=[one.pk for one in mine]).delete()
        give_free_places(session)


def going(session: Session) -> list[SessionAnswer]:
    return list(SessionAnswer.objects.filter(session=session, answer__in=SessionAnswer.GOING))


def key_of(answer: SessionAnswer, session: Session, which: str) -> str:
    return f"session:{answer.pk}:{session.revision}:{which}"


def forget_reminders(session: Session, answers: Iterable[SessionAnswer] | None = None) -> None:
    rows = going(session) if answers is None else answers
    cancel(kind=REMINDER, subject_keys=[key_of(one, session, which) for one in rows for which in ("day", "hour")])


def remind(session: Session, answers: Iterable[SessionAnswer]) -> None:
    """The evening before, by the person's own clock, and an hour before. What is past already is left out."""
    rows = list(answers)
    zones = dict(User.objects.filter(pk__in=[one.user_id for one in rows]).values_list("pk", "time_zone"))
    wishes = []
    for one in rows:
        for which, due in reminder_times(session.starts_at, zones[one.user_id]).items():
            if due > timezone.now():
                key = key_of(one, session, which)
                wishes += [
                    Wish(REMINDER, key, one.user_id, channel, due, session.starts_at) for channel in (IN_APP, EMAIL)
                ]
    schedule(wishes)


def move_reminders(*, actor: User) -> None:
    """The person lives by another clock now: the evening before comes at six o'clock where they are."""
    rows = SessionAnswer.objects.filter(
        user=actor, answer__in=SessionAnswer.GOING, session__cancelled_at=None, session__starts_at__gt=timezone.now()
    )
    for one in rows.select_related("session"):
        forget_reminders(one.session, [one])
        remind(one.session, [one])


def reminder_times(starts_at: datetime, time_zone: str) -> Mapping[str, datetime]:
    """When one person is reminded. The evening before is six o'clock where that person is."""
    here = starts_at.astimezone(zone_of(time_zone))
    evening = datetime.combine(here.date() - timedelta(days=1), EVENING, here.tzinfo)
    return {"day": evening, "hour": starts_at - HOUR}
