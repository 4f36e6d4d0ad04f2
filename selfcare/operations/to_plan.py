"""What planning takes of an activity, and which activities are next. Those with one rule in one zone share it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, NamedTuple
from zoneinfo import ZoneInfoNotFoundError

from django.db import connection

from portal.core.local_time import zone_of
from selfcare.due.ahead import Ahead
from selfcare.models import Activity
from selfcare.models.can_rest import CanRest
from selfcare.models.rhythm import Rhythm

MOST_SLOTS = 60_000  # that one process remembers: some thirty megabytes
LONG_AGO = timedelta(days=5)  # before the first day that planning looks at, in any zone

# What the slots of a rule depend on, as text. Where a rule does not count with a column it is left out or made coarser,
# so that more activities have one rule.
COUNTED = {
    "zone_policy": "a.zone_policy = 'spaced'",
    "home_zone": "CASE WHEN a.zone_policy = 'spaced' THEN a.home_zone END",
    "anchor_at": """CASE WHEN a.schedule_kind = 'after' OR (a.schedule_kind = 'elapsed'
        AND (a.window_from IS NULL OR a.window_to IS NULL)) THEN a.anchor_at END""",
    "starts_on": """CASE WHEN a.starts_on < %(long_ago)s AND a.zone_policy <> 'spaced' AND coalesce(a.every_days, 1) = 1
        AND (a.cycle_length IS NULL OR a.cycle_from IS NOT NULL)
        THEN 'before ' || %(long_ago)s ELSE a.starts_on::text END""",
}
COLUMNS = [field.name for field in Rhythm._meta.local_fields]
RULE = ", ".join(COUNTED.get(column, f"a.{column}") for column in COLUMNS)
ZONE = "CASE WHEN a.zone_policy = 'home' THEN a.home_zone ELSE u.time_zone END"
WHAT = f"""
SELECT a.id::text, a.owner_id::text, array_to_string(a.channels, ','), a.planned_through, a.rests,
    {ZONE}, ROW(a.kind, {ZONE}, {RULE})::text
FROM selfcare_activity a JOIN accounts_user u ON u.id = a.owner_id"""  # noqa: S608
WAITS = "selfcare_putoff o {} o.activity_id = a.id AND o.place = a.planned_through"
CHUNK = f"""{WHAT}
WHERE a.planned_through < %(until)s AND NOT EXISTS (SELECT FROM {WAITS.format("WHERE")})
ORDER BY a.planned_through, a.id LIMIT %(limit)s FOR UPDATE OF a SKIP LOCKED
"""
AGAIN = f"""{WHAT}
JOIN {WAITS.format("ON")} WHERE o.next_try_at <= %(now)s
ORDER BY o.next_try_at, a.id LIMIT %(limit)s FOR UPDATE OF a SKIP LOCKED
"""

remembered: dict[str, Ahead] = {}


@dataclass(slots=True)
class ToPlan(CanRest):
    """Keys as text and channels parted by commas, as they travel."""

    id: str
    owner_id: str
    channels: str
    planned_through: datetime | None
    rests: list[datetime]
    ahead: Ahead


class Row(NamedTuple):
    """What the database says of one activity. Those with one `rule`, as text, have their slots in common."""

    id: str
    owner_id: str
    channels: str
    planned_through: datetime
    rests: list[datetime]
    zone: str
    rule: str


def next_chunk(now: datetime, until: datetime, limit: int) -> list[Row]:
    """Lock the activities whose next slot comes before `until`, those first whose is nearest. One statement."""
    return _locked(CHUNK, now, until=until, limit=limit)


def put_off_until_now(now: datetime, limit: int) -> list[Row]:
    """Lock those that could not be planned and are to be tried again. One statement."""
    return _locked(AGAIN, now, now=now, limit=limit)


def _locked(statement: str, moment: datetime, **values: Any) -> list[Row]:
    with connection.cursor() as cursor:
        cursor.execute(statement, values | {"long_ago": (moment - LONG_AGO).date()})
        return [Row(*row) for row in cursor.fetchall()]


def with_rules(rows: Sequence[Row]) -> list[ToPlan]:
    """One statement at most, for rules that this process has not met. Raises whatever a rule that makes no sense
    raises."""
    rules = known({row.rule: (row.id, row.zone) for row in rows})
    return [ToPlan(row.id, row.owner_id, row.channels, row.planned_through, row.rests, rules[row.rule]) for row in rows]


def known(examples: Mapping[str, tuple[str, str]]) -> dict[str, Ahead]:
    """What is ahead by each of these rules, given one activity that has it and its zone. One query for those not met
    yet."""
    if sum(len(one.view.dues) for one in list(remembered.values())) > MOST_SLOTS:
        remembered.clear()
    found = {rule: ahead for rule in examples if (ahead := remembered.get(rule)) is not None}
    missing = {pk: (rule, zone) for rule, (pk, zone) in examples.items() if rule not in found}
    if missing:
        for one in Activity.objects.filter(pk__in=list(missing)).only("kind", *COLUMNS):
            rule, zone = missing[str(one.pk)]
            if not one.knows_the_time(zone):
                raise ZoneInfoNotFoundError
            found[rule] = remembered[rule] = Ahead(one.schedule(), zone_of(zone), one.kind, shared=True)
    return found
