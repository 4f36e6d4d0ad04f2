"""Today, as the rail shows it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID
from zoneinfo import ZoneInfo

from django.utils import timezone

from portal.accounts.models import User
from portal.accounts.reads import holds_consent
from selfcare import rules
from selfcare.models import Aim, HardDay, Kind, Occurrence, WaterLog
from selfcare.models.water import CUP_ML
from selfcare.schedule import day_span
from selfcare.treatment import treated_on
from selfcare.words import ICONS

PAIN_CHECK = ("pain-check-in", "daily")


@dataclass(frozen=True, slots=True)
class Item:
    """One post on the rail. `at` and `moved_from` are local. `mark` is done, skipped, now, todo or no_record: exactly
    one item is "now", the first that waits."""

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

    @property
    def can_undo(self) -> bool:
        return self.state in {"done", "skipped"} or self.moved_from is not None


@dataclass(frozen=True, slots=True)
class Water:
    """Cups are as large as the person's own. `on` is how much of the ring is brass; it stays full past the aim."""

    ml: int
    aim: int
    limited: bool
    cup_ml: int = CUP_ML

    @property
    def cups(self) -> str:
        whole, rest = divmod(self.ml, self.cup_ml)
        return f"{whole}½" if rest >= self.cup_ml // 2 else str(whole)

    @property
    def on(self) -> str:
        return f"{min(self.ml / self.cup_ml, self.aim):.1f}"

    @property
    def is_full(self) -> bool:
        return self.ml >= self.aim * self.cup_ml


@dataclass(frozen=True, slots=True)
class TodayPlan:
    day: date
    items: Sequence[Item]
    resting: int
    hard_day: bool
    water: Water
    agreed: bool

    @property
    def done(self) -> int:
        return sum(item.state == "done" for item in self.items)

    @property
    def to_go(self) -> int:
        return sum(item.state == "planned" for item in self.items)


def aim_of(user: User) -> Aim:
    """A person's own, or the usual one. One query."""
    return Aim.objects.owned_by(user).first() or Aim(owner=user)


def water_today(user: User, now: datetime | None = None) -> Water:
    """Two queries; three where a team set an amount for treatment days."""
    zone = ZoneInfo(user.time_zone)
    day = (now or timezone.now()).astimezone(zone).date()
    start, end = day_span(day, zone)
    drinks = WaterLog.objects.owned_by(user).filter(at__gte=start, at__lt=end)
    aim = aim_of(user)
    ml = sum(drinks.values_list("ml", flat=True))
    treatment = bool(aim.treatment_cups) and (user.pk, day) in treated_on([user.pk], [day])
    cups = rules.cups_on(aim, treatment=treatment)
    return Water(ml=ml, aim=cups, limited=bool(aim.limited), cup_ml=aim.cup_ml)


def today(user: User, now: datetime | None = None) -> TodayPlan:
    """A person's day in their own zone: five queries, whatever is in it. On a hard day only the essentials and what
    was answered are shown; `resting` counts the others."""
    zone = ZoneInfo(user.time_zone)
    day = (now or timezone.now()).astimezone(zone).date()
    rows = list(Occurrence.objects.owned_by(user).between(*day_span(day, zone)).select_related("activity__plan"))
    hard_day = HardDay.objects.owned_by(user).filter(day=day).exists()
    shown = [row for row in rows if not hard_day or row.activity.essential or row.state != Occurrence.State.PLANNED]
    waiting = next((row.pk for row in shown if row.state == Occurrence.State.PLANNED), None)
    return TodayPlan(
        day=day,
        items=[item_of(row, zone, is_next=row.pk == waiting, hard_day=hard_day) for row in shown],
        resting=len(rows) - len(shown),
        hard_day=hard_day,
        water=water_today(user, now),
        agreed=holds_consent(user, "health"),
    )


def asks_pain(row: Occurrence) -> bool:
    """Whether this is the daily number of the pain check-in: then the scale is what there is to do."""
    plan = row.activity.plan
    return plan is not None and (plan.template_key, row.activity.template_activity) == PAIN_CHECK


def item_of(row: Occurrence, zone: ZoneInfo, *, is_next: bool, hard_day: bool = False) -> Item:
    """On a hard day what moves the person is half as long."""
    minutes = row.activity.minutes
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
    )  # fmt: skip
