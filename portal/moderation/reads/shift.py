"""What somebody has carried since this morning, and how decisions fared."""

from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from django.db.models import Count, Q
from django.utils import timezone

from portal.moderation.bands import Band
from portal.moderation.models import Decision
from portal.moderation.models.decision import OVERTURN, UPHOLD
from portal.moderation.models.hand_over import HandOver

A_SHIFT, MONTH = timedelta(hours=12), timedelta(days=30)
HEAVY_ENOUGH = 3


@dataclass(frozen=True, slots=True)
class Shift:
    decided: int
    heavy: int

    @property
    def should_rest(self) -> bool:
        return self.heavy >= HEAVY_ENOUGH


@dataclass(frozen=True, slots=True)
class Appeals:
    """Answered in thirty days, in the parts this person looks after."""

    asked: int
    taken_back: int


def shift_of(user: Any) -> Shift:
    """Cases decided in twelve hours, and how many of them were hard to read. One query."""
    rows = Decision.objects.filter(decider=user, created_at__gt=timezone.now() - A_SHIFT)
    heavy = Count("case", distinct=True, filter=Q(case__band__lte=Band.RED))
    return Shift(**rows.aggregate(decided=Count("case", distinct=True), heavy=heavy))


def appeals_in(held: list[str]) -> Appeals:
    """One query."""
    rows = Decision.objects.filter(
        case__scope__in=held, act__in=[UPHOLD, OVERTURN], created_at__gt=timezone.now() - MONTH
    )  # fmt: skip
    return Appeals(**rows.aggregate(asked=Count("pk"), taken_back=Count("pk", filter=Q(act=OVERTURN))))


def notes_left(user: Any, held: list[str]) -> list[HandOver]:
    """The newest five hand-over notes of a day. One query."""
    return list(HandOver.objects.visible_to(user, held).select_related("writer")[:5])
