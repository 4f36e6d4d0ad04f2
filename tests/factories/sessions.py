"""Sessions and cohorts: the smallest valid ones, written straight into the tables."""

import itertools
from datetime import datetime, timedelta
from typing import Any

from django.utils import timezone

from groups.models import Cohort, Session, SupportGroup
from portal.core.kinds import Message
from portal.notifications.models import Delivery
from tests.factories.groups import make_group
from tests.factories.notifications import Wire

counter = itertools.count(1)


def make_session(group: SupportGroup | None = None, *, starts_at: datetime | None = None, **fields: Any) -> Session:
    """An hour in three days, in London, without a limit of places."""
    starts_at = starts_at or timezone.now().replace(microsecond=0) + timedelta(days=3)
    fields.setdefault("ends_at", starts_at + timedelta(hours=1))
    fields.setdefault("title", f"Session {next(counter)}")
    fields.setdefault("time_zone", "Europe/London")
    return Session.objects.create(group=group or make_group(), starts_at=starts_at, **fields)


def make_cohort(group: SupportGroup | None = None, *, capacity: int = 8, **fields: Any) -> Cohort:
    """Eight weeks from today."""
    today = timezone.now().date()
    fields.setdefault("starts_on", today)
    fields.setdefault("ends_on", today + timedelta(weeks=8))
    return Cohort.objects.create(group=group or make_group(), capacity=capacity, **fields)


class Letterbox(Wire):
    """The email channel of a test: keeps the words of what it is handed, with whom they were for."""

    def __init__(self) -> None:
        super().__init__()
        self.letters: list[tuple[Any, Message]] = []

    def prepare(self, delivery: Delivery, message: Message) -> Any:
        self.letters.append((delivery.recipient_id, message))
        return super().prepare(delivery, message)

    def words(self) -> str:
        """Every word that was posted, for tests of what must not be in it."""
        return "\n".join(
            " ".join([one.subject, one.title, *one.lines, *one.card, *one.notes, *(a.label for a in one.actions)])
            for _person, one in self.letters
        )
