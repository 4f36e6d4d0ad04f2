"""Today, as the rail shows it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID
from zoneinfo import ZoneInfo

from django.utils import timezone

from portal.accounts.models import User
from portal.accounts.reads import holds_consent
from portal.core.local_time import zone_of
from selfcare import rules
from selfcare.due.schedule import day_span
from selfcare.due.words import ICONS
from selfcare.messages.drinking import asks_until, evening_of
from selfcare.models import Activity, HardDay, Kind, Occurrence
from selfcare.reads.water import Water, aim_of, water_today

PAIN_CHECK = ("pain-check-in", "daily")


@dataclass(frozen=True, slots=True)
class Item:
    """One post on the rail. `at` and `moved_from` are local. `mark` is done, skipped, now, todo or no_record: exactly
    one item is "now", the first that waits. `ml`: how much a drink is about, 0 where a limit leaves nothing to ask for;
    `can_wait`: whether "Later" would still be asked."""

    id: UUID
    activity_id: UUID
    plan_id: UUID | None
    title: str
    text: str
    kind: str
    icon: str
    at: datetime
    moved_from: datetime | None
    acted_at: datetime | None
    state: str
    mark: str
    minutes: int | None
    essential: bool
    turn: int
    asks_pain: bool = False
    why: str = ""
    ml: int | None = None
    can_wait: bool = True

    @property
    def can_undo(self) -> bool:
        return self.state in {"done", "skipped"} or self.moved_from is not None


@dataclass(frozen=True, slots=True)
class TodayPlan:
    """`resting`: how many things wait because the day is hard. `asleep`: how many of the day are not shown because they
    rest or wait for the team; `all_asleep`: the day has nothing, because all that there is rests. `counted`: whether
    the person wants to be told how much they did."""

    day: date
    ends_at: datetime
    items: Sequence[Item]
    resting: int
    asleep: int
    all_asleep: bool
    counted: bool
    hard_day: bool
    water: Water
    agreed: bool

    @property
    def done(self) -> int:
        return sum(item.state == "done" for item in self.items)

    @property
    def to_go(self) -> int:
        return sum(item.state == "planned" for item in self.items)


def today(user: User, now: datetime | None = None) -> TodayPlan:
    """A person's day in their own zone: five queries, and one more when there is nothing in it. What rests or waits
    for the team is not shown from that moment on; on a hard day only the essentials and what was answered are."""
    zone, now = zone_of(user.time_zone), now or timezone.now()
    day = now.astimezone(zone).date()
    slots = Occurrence.objects.owned_by(user).between(*day_span(day, zone)).select_related("activity__plan")
    found = list(slots.with_counting())
    rows = [row for row in found if row.state != Occurrence.State.PLANNED or not _sleeps(row, now)]
    hard_day = HardDay.objects.owned_by(user).filter(day=day).exists()
    shown = [row for row in rows if not hard_day or row.activity.essential or row.state != Occurrence.State.PLANNED]
    aim = aim_of(user)
    water = water_today(user, now, aim)
    waiting = next((row.pk for row in shown if row.state == Occurrence.State.PLANNED), None)
    return TodayPlan(
        day=day,
        ends_at=day_span(day, zone)[1],
        items=[
            _item(
                row,
                zone,
                water,
                is_next=row.pk == waiting,
                hard_day=hard_day,
                drink_can_wait=max(row.due_at, now) + rules.later_by(Kind.HYDRATION)
                <= asks_until(aim, evening_of(aim, row.due_at, zone), zone),
            )
            for row in shown
        ],
        resting=len(rows) - len(shown),
        asleep=len(found) - len(rows),
        counted=not any(row.counts_off for row in found),
        all_asleep=not found and _everything_rests(user, now),
        hard_day=hard_day,
        water=water,
        agreed=holds_consent(user, "health"),
    )


def _sleeps(row: Occurrence, now: datetime) -> bool:
    plan = row.activity.plan
    return row.activity.waits(row.due_at, now) or (plan is not None and plan.is_held)


def _everything_rests(user: User, now: datetime) -> bool:
    """One query."""
    rows = list(Activity.objects.owned_by(user).filter(stopped_at=None).only("rests"))
    return bool(rows) and all(row.is_resting(now) for row in rows)


def asks_pain(row: Occurrence) -> bool:
    """Whether this is the daily number of the pain check-in: then the scale is what there is to do."""
    plan = row.activity.plan
    return plan is not None and (plan.template_key, row.activity.template_activity) == PAIN_CHECK


def _item(
    row: Occurrence, zone: ZoneInfo, water: Water, *, is_next: bool, hard_day: bool, drink_can_wait: bool
) -> Item:
    """On a hard day what moves the person is half as long."""
    minutes, is_drink = row.activity.minutes, row.activity.kind == Kind.HYDRATION
    if hard_day and minutes and row.activity.kind == Kind.EXERCISE:
        minutes = rules.lighter(minutes)
    marks = {"planned": "now" if is_next else "todo"}
    moved = row.due_at != row.slot_at
    return Item(
        id=row.pk, activity_id=row.activity_id, plan_id=row.activity.plan_id, title=row.activity.title,
        text=row.activity.text or "",
        kind=row.activity.kind, icon=ICONS[row.activity.kind], at=row.due_at.astimezone(zone),
        moved_from=row.slot_at.astimezone(zone) if moved else None,
        acted_at=row.acted_at.astimezone(zone) if row.acted_at else None, state=row.state,
        mark=marks.get(row.state, row.state), minutes=minutes, essential=row.activity.essential,
        turn=row.snooze_no, asks_pain=asks_pain(row), why=row.why or "",
        ml=water.asked(row.activity.ml) if is_drink else None,
        can_wait=drink_can_wait or not is_drink,
    )  # fmt: skip
