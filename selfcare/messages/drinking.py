"""Whether a prompt to drink is still needed: asked right before it is handed over, for a batch."""

from collections import defaultdict
from collections.abc import Sequence
from datetime import date, datetime, timedelta
from typing import Any
from uuid import UUID
from zoneinfo import ZoneInfo

from portal.core.local_time import instant, zone_of
from selfcare import rules
from selfcare.amounts import of_prompt
from selfcare.due.days import DAY
from selfcare.due.schedule import day_span
from selfcare.models import Aim, Kind, WaterLog
from selfcare.treatment import treated_on

LONGEST_DAY, SLEEP = timedelta(hours=26), timedelta(hours=4)


def needless_drinks(rows: Sequence[dict[str, Any]], now: datetime) -> dict[UUID, str]:
    """By slot, why a drink need not be prompted. `rows` are slots as `reminders.COLUMNS` reads them. Two queries, three
    where a team set an amount for treatment days, or none when there is no drink among them."""
    drinks = [row for row in rows if row["activity__kind"] == Kind.HYDRATION]
    owners = {row["activity__owner_id"] for row in drinks}
    if not owners:
        return {}
    aims = {aim.owner_id: aim for aim in Aim.objects.filter(owner__in=owners)}
    drunk: dict[UUID, list[tuple[datetime, int]]] = defaultdict(list)
    logs = WaterLog.objects.filter(owner__in=owners, at__gt=now - LONGEST_DAY, at__lte=now)
    for owner, at, ml in logs.values_list("owner_id", "at", "ml"):
        drunk[owner].append((at, ml))
    asked = {owner for owner, aim in aims.items() if aim.treatment_cups}
    treated = treated_on(asked, {_day(row) for row in drinks if row["activity__owner_id"] in asked})
    return {
        row["pk"]: reason
        for row in drinks
        if (
            reason := _reason(
                row,
                aims.get(row["activity__owner_id"], Aim()),
                drunk[row["activity__owner_id"]],
                treatment=(row["activity__owner_id"], _day(row)) in treated,
            )
        )
    }


def _day(row: dict[str, Any]) -> date:
    return row["due_at"].astimezone(zone_of(row["activity__owner__time_zone"])).date()


def _reason(row: dict[str, Any], aim: Aim, drinks: list[tuple[datetime, int]], *, treatment: bool) -> str:
    zone, day = zone_of(row["activity__owner__time_zone"]), _day(row)
    start, end = day_span(day, zone)
    today = [(at, ml) for at, ml in drinks if start <= at < end]
    return rules.needless_drink(
        ml=sum(ml for _at, ml in today), target=rules.cups_on(aim, treatment=treatment) * aim.cup_ml,
        cup=of_prompt(row["activity__ml"], aim.cup_ml), limited=bool(aim.limited),
        last_at=max((at for at, _ml in today), default=None), due_at=row["due_at"],
        until=asks_until(aim, evening_of(aim, row["due_at"], zone), zone),
    )  # fmt: skip


def evening_of(aim: Aim, moment: datetime, zone: ZoneInfo) -> date:
    """The day to whose evening a moment belongs. Where bed is after midnight, it and some hours of sleep are still the
    evening before."""
    local = moment.astimezone(zone).replace(tzinfo=None)
    if aim.bed_at.hour < 12:
        local -= timedelta(hours=aim.bed_at.hour, minutes=aim.bed_at.minute) + SLEEP
    return local.date()


def asks_until(aim: Aim, day: date, zone: ZoneInfo) -> datetime:
    """The last moment at which a drink is asked for on this day's evening: two hours before its bed, which may be after
    midnight."""
    return instant(day if aim.bed_at.hour >= 12 else day + DAY, aim.bed_at, zone) - rules.BEFORE_BED
