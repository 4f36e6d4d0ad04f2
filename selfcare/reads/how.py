"""How to do what is due today, in words alone: for a device that may be without a connection."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.utils import timezone

from portal.accounts.models import User
from portal.core.local_time import zone_of
from selfcare.due.schedule import day_span
from selfcare.models import Occurrence
from selfcare.reads.plan import words_for
from selfcare.steps import steps_of


@dataclass(frozen=True, slots=True)
class How:
    """`stop`: when to stop, as the plan says it."""

    activity: UUID
    steps: Sequence[str]
    stop: str


def how_today(user: User, now: datetime | None = None) -> list[How]:
    """What comes from a plan. Two queries."""
    zone = zone_of(user.time_zone)
    day = (now or timezone.now()).astimezone(zone).date()
    rows = Occurrence.objects.owned_by(user).between(*day_span(day, zone)).select_related("activity__plan")
    activities = {row.activity_id: row.activity for row in rows}
    return [
        How(
            activity=pk,
            steps=[step.words for step in steps_of(text.activity_words.get(activities[pk].template_activity, {}))],
            stop=text.stop_rule,
        )
        for pk, text in words_for(activities.values()).items()
    ]
