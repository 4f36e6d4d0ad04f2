"""Sessions of a group, and those one comes to."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.utils import timezone

from groups.models import Session, SessionAnswer, SupportGroup

PER_PAGE = 20


@dataclass(frozen=True, slots=True)
class SessionList:
    """`older` is where the next page of past ones begins, empty when there is none."""

    to_come: list[Session]
    past: list[Session]
    older: str


def sessions_of(user: Any, group: SupportGroup, *, before: datetime | None = None) -> SessionList:
    """What is to come and what was, the newest first. Two queries; on a later page of past ones, one."""
    rows = Session.objects.visible_to(user).filter(group=group)
    over = rows.filter(ends_at__lte=timezone.now(), cancelled_at=None)
    if before is not None:
        over = over.filter(starts_at__lt=before)
    past = list(over.order_by("-starts_at", "-pk")[: PER_PAGE + 1])
    return SessionList(
        to_come=[] if before else list(rows.to_come().with_counts()[:PER_PAGE]),
        past=past[:PER_PAGE],
        older=past[PER_PAGE - 1].starts_at.isoformat() if len(past) > PER_PAGE else "",
    )


def next_session(user: Any, group: SupportGroup) -> Session | None:
    """The one that comes next in a group. One query."""
    return Session.objects.visible_to(user).filter(group=group).to_come().with_counts().first()


def who_comes(user: Any, session: Session) -> list[SessionAnswer]:
    """For those who lead the group: who answered what, by answer and name. One query, at most 500 people."""
    rows = SessionAnswer.objects.visible_to(user).filter(session=session).exclude(answer=SessionAnswer.Answer.NO)
    return list(rows.select_related("user").order_by("answer", "answered_at")[:500])
