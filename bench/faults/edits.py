"""What people do while their reminders go out, and which messages each of these acts makes unwanted."""

import time
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from django.db import transaction

from portal.accounts.models import User
from portal.accounts.operations.leaving import erase_everywhere
from portal.core.clock import handrail_now
from portal.notifications.channels.letter import message_id
from portal.notifications.models import Delivery
from portal.notifications.operations.preferences import stop_email
from selfcare.models import Activity, Occurrence
from selfcare.models.occurrence import REMINDER
from selfcare.operations import edit_activity, pause_activity, resume_activity
from selfcare.operations.occurrences import mark_done, snooze

if TYPE_CHECKING:
    from uuid import UUID


@dataclass
class Edit:
    """One act: when it was saved, and the messages that must not arrive later than a second after that."""

    what: str
    at: float = 0.0
    unwanted: set[str] = field(default_factory=set)
    in_hand: set[str] = field(default_factory=set)


def messages(deliveries: object) -> set[str]:
    return {message_id(row) for row in deliveries}  # type: ignore[attr-defined]


class Person:
    """Somebody with activities, who does one thing to one of them, or to everything."""

    def __init__(self, user: User, activities: list[Activity]) -> None:
        self.user, self.activities = user, activities

    def reminders(self, of: "UUID | None" = None) -> list[Delivery]:
        """Those on their way or already there, of one activity or of all."""
        rows = Delivery.objects.filter(kind=REMINDER, recipient_id=self.user.pk)
        if of is None:
            return list(rows)
        slots = [f"occurrence:{pk}:" for pk in Occurrence.objects.filter(activity_id=of).values_list("pk", flat=True)]
        return [row for row in rows if row.subject_key.startswith(tuple(slots))] if slots else []

    def do(self, what: str) -> Edit:
        """Carry one act out through the product's own operation, as a page does."""
        edit, activity = Edit(what), self.activities[0]
        before = self.reminders(None if what in {"erase", "unsubscribe"} else activity.pk)
        asked = handrail_now()
        ACTS[what](self, activity)
        edit.at = time.time()
        if what == "new words":
            return edit
        done = handrail_now()
        old = {row.pk: row for row in before if row.pk not in self._wanted_after(what, activity, asked, done)}
        edit.unwanted = messages(old.values())
        handing = [row for row in old.values() if row.state == "handing" or asked < row.due_at <= done]
        edit.in_hand = messages([*handing, *Delivery.objects.filter(pk__in=old, state="handing")])
        return edit

    def _wanted_after(self, what: str, activity: Activity, asked: datetime, done: datetime) -> "set[UUID]":
        """What of the earlier messages the new plan wants. What was due already when new times were chosen stays."""
        if what not in {"pause and resume", "new times", "later", "done"}:
            return set()
        activity.refresh_from_db()
        slots = Occurrence.objects.filter(activity=activity, state=Occurrence.State.PLANNED)
        if what == "new times":
            at = f"T{activity.times[0]:%H:%M}"
            wanted = {slot.subject_key for slot in slots if slot.due_at <= asked or slot.local_key.endswith(at)}
        else:
            wanted = {slot.subject_key for slot in slots if slot.due_at > done}
        return {row.pk for row in self.reminders(activity.pk) if row.subject_key in wanted}


def first_slot_of(activity: Activity) -> Occurrence:
    return Occurrence.objects.filter(activity=activity).order_by("due_at")[0]


def new_times(person: Person, activity: Activity) -> None:
    soon = handrail_now().astimezone(ZoneInfo(person.user.time_zone)) + timedelta(minutes=2)
    edit_activity(
        actor=person.user, activity=activity, changes={"times": [soon.time().replace(second=0, microsecond=0)]}
    )


def new_words(person: Person, activity: Activity) -> None:
    edit_activity(actor=person.user, activity=activity, changes={"title": "A walk to the gate"})


def pause(person: Person, activity: Activity) -> None:
    pause_activity(actor=person.user, activity=activity, until=None)


def pause_and_resume(person: Person, activity: Activity) -> None:
    pause(person, activity)
    resume_activity(actor=person.user, activity=activity)


def later(person: Person, activity: Activity) -> None:
    snooze(actor=person.user, occurrence=first_slot_of(activity))


def done(person: Person, activity: Activity) -> None:
    mark_done(actor=person.user, occurrence=first_slot_of(activity))


def unsubscribe(person: Person, activity: Activity) -> None:
    stop_email(user_id=person.user.pk, kind=REMINDER)


@transaction.atomic
def erase(person: Person, activity: Activity) -> None:
    erase_everywhere(User.objects.select_for_update().get(pk=person.user.pk), keep_words=False)


ACTS: dict[str, Callable[[Person, Activity], None]] = {
    "pause": pause,
    "pause and resume": pause_and_resume,
    "new words": new_words,
    "new times": new_times,
    "later": later,
    "done": done,
    "unsubscribe": unsubscribe,
    "erase": erase,
}
