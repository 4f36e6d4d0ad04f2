"""Deliveries for tests, and a house of their own whose answers a test can set."""

import itertools
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from django.db import connection

from portal.core.clock import handrail_now
from portal.core.kinds import Action, Addressee, DeliveryRow, EventRow, Kind, Message, Quiet, Verdict, Yes, kinds
from portal.notifications.channels import CHANNELS
from portal.notifications.channels.outcome import Outcome, Sent
from portal.notifications.models import Delivery, Notice
from tests.factories.accounts import make_user

counter = itertools.count(1)

WALK = "house.walk"
CODE = "house.code"


@dataclass
class House:
    """A house that sends reminders of walks. Tests change what it answers; nothing of the engine is replaced."""

    answer: Callable[[DeliveryRow], Verdict] = lambda delivery: Yes()
    words: Callable[[DeliveryRow], Message] = lambda delivery: walk_words()
    quiet: Callable[[DeliveryRow], Quiet] = lambda delivery: "hold"
    people: Sequence[Addressee] = ()
    asked: list[int] = field(default_factory=list)

    def still_wanted(self, deliveries: Sequence[DeliveryRow]) -> Mapping[object, Verdict]:
        self.asked.append(len(deliveries))
        return {one.pk: self.answer(one) for one in deliveries}

    def audience(self, event: EventRow, after: UUID | None, limit: int) -> Sequence[Addressee]:
        rest = [one for one in self.people if after is None or one.user_id > after]
        return sorted(rest, key=lambda one: one.user_id)[:limit]


def walk_words() -> Message:
    return Message(
        subject="Time for your plan",
        title="Time for your plan",
        lines=["You asked us to remind you at 10:30."],
        card=["Walk to the gate", "5 minutes, slowly."],
        actions=[Action("Done", "/plan/do/x/", True), Action("Later", "/plan/do/y/")],
        notes=["Skipping is fine."],
        url="/plan/",
    )


@contextmanager
def open_house() -> Iterator[House]:
    """The house with its two kinds, for the length of a test."""
    house = House()
    both: dict[str, Any] = {
        "still_wanted": lambda rows: house.still_wanted(rows),
        "render": lambda row: house.words(row),
        "when_quiet": lambda rows: {one.pk: house.quiet(one) for one in rows},
        "audience": lambda event, after, limit: house.audience(event, after, limit),
    }
    ways = ("in_app", "email", "push")
    walk = Kind(key=WALK, label="Walks", channels=(*ways, "null"), default_on=ways, grace=timedelta(hours=3), **both)
    code = Kind(key=CODE, label="Codes", ambiguous="uncertain", optional=False, channels=("email",), **both)
    kinds.register(walk)
    kinds.register(code)
    try:
        yield house
    finally:
        for key in (WALK, CODE):
            kinds._items.pop(key)


class Wire:
    """A channel of the tests' own: what a far end would do is set here, what it got is kept here."""

    def __init__(self) -> None:
        self.got: list[UUID] = []
        self.reply: Callable[[UUID], Outcome] = lambda pk: Sent("250")
        self.closed = 0

    def __call__(self) -> "Wire":
        return self

    def prepare(self, delivery: Delivery, message: Message) -> UUID:
        return delivery.pk

    def hand_over(self, prepared: UUID, until: float) -> Outcome:
        self.got.append(prepared)
        return self.reply(prepared)

    def close(self) -> None:
        self.closed += 1


@contextmanager
def wired(name: str = "null") -> Iterator[Wire]:
    """Put a Wire behind the name of a channel."""
    before, CHANNELS[name] = CHANNELS[name], (wire := Wire())  # type: ignore[assignment]
    try:
        yield wire
    finally:
        CHANNELS[name] = before


def make_delivery(**fields: Any) -> Delivery:
    """One that is due now, on the null channel, for a new person."""
    now = handrail_now()
    defaults: dict[str, Any] = {
        "kind": WALK,
        "subject_key": f"walk:{next(counter)}:0",
        "channel": "null",
        "due_at": now,
        "next_try_at": fields.get("due_at", now),
        "not_after": fields.get("due_at", now) + timedelta(hours=1),
    }
    if "recipient" not in fields and "recipient_id" not in fields:
        fields["recipient"] = make_user()
    return Delivery.objects.create(**{**defaults, **fields})


def make_notice(user: Any, *, title: str = "A note", read_at: datetime | None = None, **fields: Any) -> Notice:
    kind, subject = fields.pop("kind", WALK), fields.pop("subject", f"walk:{next(counter)}")
    key = Notice.key_for(user.pk, kind, subject)
    notice = Notice(id=key, user=user, kind=kind, subject=subject, delivery_id=key, read_at=read_at, **fields)
    notice.words = {"title": title, "lines": ["A line"], "url": "/plan/"}
    notice.save(force_insert=True)
    return notice


def move_clock(**delta: float) -> None:
    """Let the engine's clock run ahead. In a test's own transaction, or in a database of its own."""
    with connection.cursor() as cursor:
        cursor.execute("UPDATE handrail_clock SET shift = shift + %s", [timedelta(**delta)])
