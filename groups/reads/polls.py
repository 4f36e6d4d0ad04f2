"""A thread's poll as one reader finds it, read in the same query as the thread."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import JSONField, OuterRef, Subquery, Value
from django.db.models.functions import JSONObject
from django.utils import timezone
from django.utils.dateparse import parse_datetime

from groups.models import Ballot, Poll, PollOption, Thread


@dataclass(frozen=True, slots=True)
class Answer:
    """One thing to choose. `count` is as it was shown last, and None while nothing is shown."""

    position: int
    words: str
    mine: bool
    count: int | None


@dataclass(frozen=True, slots=True)
class Asked:
    """`people` is how many are in the counts that are shown; 0 while there are none."""

    question: str
    several: bool
    closes_at: datetime | None
    answers: Sequence[Answer]
    people: int

    @property
    def is_open(self) -> bool:
        return self.closes_at is None or self.closes_at > timezone.now()

    @property
    def voted(self) -> bool:
        return any(one.mine for one in self.answers)


def with_poll(threads: Any, user: Any) -> Any:
    """After the door of threads: adds `poll_told`. No query of its own."""
    options = PollOption.objects.filter(poll=OuterRef("pk")).order_by("position")
    none = Value(None, output_field=JSONField(null=True))
    own = Ballot.objects.owned_by(user).filter(poll=OuterRef("pk")).values("choices")[:1]
    polls = Poll.objects.filter(thread=OuterRef("pk")).values(
        found=JSONObject(
            question="question", several="several", closes_at="closes_at", people="shown_people",
            counts="shown_counts", mine=Subquery(own) if user.is_authenticated else none,
            options=ArraySubquery(options.values(found=JSONObject(position="position", words="words"))),
        )
    )  # fmt: skip
    return threads.annotate(poll_told=Subquery(polls))


def poll_of(thread: Thread, *, counted: bool = True) -> Asked | None:
    """From a thread that `with_poll` has been over; None when there is no poll, or one does not meet who asked."""
    told = getattr(thread, "poll_told", None)
    if told is None or thread.by_someone_unmet:
        return None
    shown = counted and told["people"] > 0
    mine = told["mine"] or ()
    return Asked(
        question=told["question"],
        several=told["several"],
        closes_at=parse_datetime(told["closes_at"]) if told["closes_at"] else None,
        answers=[
            Answer(
                one["position"], one["words"], one["position"] in mine,
                told["counts"].get(str(one["position"]), 0) if shown else None,
            )
            for one in told["options"]
        ],
        people=told["people"] if shown else 0,
    )  # fmt: skip
