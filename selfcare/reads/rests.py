"""A person's rests in words: all that lets something rest, now or ahead."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.utils.translation import gettext as _

from portal.accounts.models import User
from portal.core.local_time import zone_of
from selfcare.due.words import and_list
from selfcare.models import Activity, Pause


@dataclass(frozen=True, slots=True)
class Rest:
    """`of`: what rests. `awake`: what was taken up again during it, as one line."""

    id: UUID
    of: str
    begins_on: date
    ends_on: date | None
    why: str
    awake: str


def rests(user: User, activities: Sequence[Activity], now: datetime) -> list[Rest]:
    """Those that hold or will; `activities` are all that the person has. One query."""
    names = {one.pk: one.title or "" for one in activities}
    rows = Pause.objects.owned_by(user).still_on(now.astimezone(zone_of(user.time_zone)).date())
    return [
        Rest(
            id=row.pk, of=_of(row, names), begins_on=row.begins_on, ends_on=row.ends_on, why=row.why or "",
            awake=and_list(names[pk] for pk in row.awake if pk in names),
        )
        for row in rows
    ]  # fmt: skip


def _of(row: Pause, names: dict[UUID, str]) -> str:
    if row.activity_id is not None:
        return names.get(row.activity_id, "")
    if row.variant == Pause.Variant.CHEMO:
        return f"{_('Treatment week')}, {row.get_kind_display()}" if row.kind else _("Treatment week")
    return row.get_kind_display() if row.kind else _("Everything")
