"""Passing a plan's gate: the person's word that their team said yes, kept, and asked again."""

from collections.abc import Sequence
from datetime import date, datetime, time, timedelta

from django.db import transaction
from django.db.models import Exists, OuterRef, Q
from django.utils.translation import gettext as _

from portal.accounts.models import User
from portal.core.clock import HandrailNow, handrail_now
from portal.core.errors import RuleViolation
from portal.core.local_time import instant, zone_of
from portal.notifications.operations.deliveries import Wish, schedule
from portal.notifications.operations.events import wake_on_commit
from selfcare.models import Activity, Plan
from selfcare.models.occurrence import RECHECK
from selfcare.models.plan import recheck_key
from selfcare.operations.activities import locked
from selfcare.operations.consent import need_consent
from selfcare.operations.held import must_not_be_held
from selfcare.operations.planning import replan

ASK_AGAIN_AFTER = timedelta(weeks=12)
A_TICK = 200
TOLD_FOR = timedelta(days=7)
CHANNELS = ("in_app", "email")


@transaction.atomic
def clear_plan(*, actor: User, plan: Plan, checked_with: str, checked_on: date | None = None) -> bool:
    """The person says with whom they checked, and on which day: the plan wakes, and is asked about again twelve weeks
    after that day. What they said is kept.

    Returns False when the plan was not held. Raises RuleViolation when it is not said whom they asked, for a day that
    is not in the last twelve weeks, and while exercise is held after a danger sign.
    """
    need_consent(actor)
    rows = [row for row in locked(actor) if row.plan_id == plan.pk]
    mine = Plan.objects.owned_by(actor).select_for_update().filter(pk=plan.pk, stopped_at=None).first()
    if mine is None or not mine.is_held:
        return False
    if not checked_with.strip():
        raise RuleViolation(_("Say who you checked with, such as “my nurse”"), code="nobody", field="checked_with")
    now, zone = handrail_now(), zone_of(actor.time_zone)
    today = now.astimezone(zone).date()
    day = checked_on or today
    if day > today:
        raise RuleViolation(_("Choose today or a day before it"), code="not_yet", field="checked_on")
    again = instant(max(day, today - ASK_AGAIN_AFTER), time(9), zone) + ASK_AGAIN_AFTER
    if day < today - ASK_AGAIN_AFTER or again <= now:
        raise RuleViolation(_("That is more than 12 weeks ago. Please ask them again."), code="old", field="checked_on")
    must_not_be_held(actor, rows)
    said = checked_with.strip()[:200]
    checks = [*(mine.gate or {}).get("checks", []), {"with": said, "on": day.isoformat()}]
    mine.gate = {**(mine.gate or {}), "checked_with": said, "checks": checks}
    held_at, mine.held_at, mine.cleared_at, mine.recheck_at = mine.held_at or now, None, now, again
    mine.save(update_fields=["gate_sealed", "held_at", "cleared_at", "recheck_at"])
    for row in rows:
        row.plan = mine
        _move_dates(row, held_at, now)
    replan(rows, now)
    wake_on_commit()
    return True


def _move_dates(activity: Activity, held_at: datetime, now: datetime) -> None:
    """A plan of so many weeks has them all although it was held: its end moves by the days that it lost, and what had
    not begun when it was held begins today, or on the day that is still ahead."""
    zone = activity.zone(activity.owner.time_zone)
    held_on, today = held_at.astimezone(zone).date(), now.astimezone(zone).date()
    lost = max(today - max(activity.starts_on, held_on), timedelta(0))
    if activity.ends_on is None or activity.ends_on >= held_on:
        activity.ends_on = activity.ends_on and activity.ends_on + lost
    if activity.starts_on >= held_on:
        activity.starts_on += lost
    activity.save(update_fields=["starts_on", "ends_on"])


def hold_again(plans: Sequence[Plan], now: datetime) -> None:
    """Locked plans wait for their team once more: reminders are taken back. Nothing that was said is lost."""
    for plan in plans:
        plan.held_at = now
        plan.save(update_fields=["held_at"])
    waiting = {plan.pk: plan for plan in plans}
    mine = Activity.objects.filter(plan__in=waiting, stopped_at=None)
    rows = list(mine.select_related("owner").select_for_update(of=("self",)).order_by("pk"))
    for row in rows:
        row.plan = waiting[row.plan_id] if row.plan_id else None
    replan(rows, now, everything=True)


def _has_days_ahead(now: datetime) -> Exists:
    """Of a plan, whether something in it is still to come. A day before ours may be today somewhere."""
    live = Activity.objects.filter(plan=OuterRef("pk"), stopped_at=None)
    return Exists(live.filter(Q(ends_on=None) | Q(ends_on__gte=now.date() - timedelta(days=1))))


@transaction.atomic
def ask_again() -> int:
    """Twelve weeks after "I checked with" a plan waits for the team again, and its person is told; of one that is over
    nobody is asked any more. Returns how many wait."""
    due = Plan.objects.filter(recheck_at__lte=HandrailNow(), held_at=None, stopped_at=None).order_by("recheck_at", "id")
    rows = list(due.select_for_update(of=("self",), skip_locked=True)[:A_TICK])
    now = handrail_now()
    keys = [row.pk for row in rows]
    live = set(Plan.objects.filter(_has_days_ahead(now), pk__in=keys).values_list("pk", flat=True))
    Plan.objects.filter(pk__in=set(keys) - live).update(recheck_at=None)
    plans = [row for row in rows if row.pk in live]
    hold_again(plans, now)
    schedule(
        Wish(RECHECK, recheck_key(plan), plan.owner_id, channel, now, now + TOLD_FOR)
        for plan in plans
        for channel in CHANNELS
    )
    return len(plans)


def ask_again_after_danger(actor: User) -> int:
    """A danger sign was told: what a team allowed before it is to be asked again, for plans that move the person.
    Called in the transaction that holds exercise."""
    plans = Plan.objects.owned_by(actor).filter(stopped_at=None, held_at=None, activities__kind="exercise").distinct()
    keys = list(plans.filter(_has_days_ahead(handrail_now()), recheck_at__isnull=False).values_list("pk", flat=True))
    rows = list(Plan.objects.owned_by(actor).filter(pk__in=keys).select_for_update().order_by("pk"))
    hold_again(rows, handrail_now())
    return len(rows)
