"""Changing what a person does and when. Every change takes back and plans afresh in its own transaction."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils.translation import gettext as _

from portal.accounts.models import User
from portal.core.clock import handrail_now
from portal.core.errors import RuleViolation
from portal.notifications.operations.events import wake_on_commit
from selfcare import rules
from selfcare.models import Activity, Pause, Plan
from selfcare.operations.answered import spare_answered
from selfcare.operations.consent import need_consent
from selfcare.operations.held import lock_person, must_not_be_held
from selfcare.operations.planning import plan_locked, replan
from selfcare.operations.resting import begin_resting, settle

WHEN = {
    "schedule_kind", "times", "spread", "weekdays", "every_days", "cycle_length", "cycle_days", "cycle_from", "without",
    "every_minutes", "window_from", "window_to", "anchor_at", "starts_on", "ends_on", "zone_policy", "home_zone",
    "channels",
}  # fmt: skip
MOST_ACTIVITIES = 60
RESTS_BY = {"kind", "essential", "zone_policy", "home_zone"}
WORDS = {"kind", "title", "text", "minutes", "ml", "discreet", "essential"}


def locked(actor: User, ids: Iterable[UUID] | None = None) -> list[Activity]:
    """A person's activities, locked in one order, with plan and owner. Rows of other people are not there."""
    rows = Activity.objects.owned_by(actor).filter(stopped_at=None)
    if ids is not None:
        rows = rows.filter(pk__in=list(ids))
    return list(rows.select_related("plan", "owner").select_for_update(of=("self",)).order_by("pk"))


def one_locked(actor: User, activity: Activity) -> Activity:
    rows = locked(actor, [activity.pk])
    if not rows:
        raise PermissionDenied(_("This is not in your plan any more."))
    return rows[0]


def must_make_sense(activity: Activity) -> None:
    """Raises RuleViolation for a rule that cannot be planned."""
    if problem := rules.problem_of_rhythm(activity):
        raise RuleViolation(problem.sentence, code="no_rhythm", field=problem.field)


@transaction.atomic
def add_activity(*, actor: User, activity: Activity) -> Activity:
    """Put a person's own thing into their plan, without a template, and plan its first two days at once. It rests under
    what holds already: what moves them while exercise is held after a danger sign, and any rest of their plan."""
    need_consent(actor)
    now = handrail_now()
    activity.owner, activity.plan = actor, None
    if not (activity.title or "").strip():
        raise RuleViolation(_("Write what it is, such as “Stretch my shoulders”"), code="no_title", field="title")
    must_make_sense(activity)
    lock_person(actor)
    if Activity.objects.owned_by(actor).filter(stopped_at=None).count() >= MOST_ACTIVITIES:
        raise RuleViolation(_("Your plan holds 60 things at most. Take one out first."), code="full")
    activity.planned_through = now
    begin_resting([activity], now)
    activity.save(force_insert=True)
    plan_locked([activity], now)
    wake_on_commit()
    return activity


@transaction.atomic
def edit_activity(*, actor: User, activity: Activity, changes: Mapping[str, Any]) -> Activity:
    """Save changed words or times. New times are planned at once, and what was answered today is not asked again at its
    new time; new words alone leave reminders where they are,
    because a reminder takes its words when it is sent. What becomes exercise rests while exercise is held. Raises
    RuleViolation for a rule without days or times, and for exercise that would be something else while it is held."""
    if unknown := set(changes) - WHEN - WORDS:
        raise TypeError(f"Nobody may change {sorted(unknown)}.")
    need_consent(actor)
    lock_person(actor)
    mine, now = one_locked(actor, activity), handrail_now()
    changed = {name for name, value in changes.items() if getattr(mine, name) != value}
    if "kind" in changed:
        must_not_be_held(actor, [mine], field="kind")
    for name in changed:
        setattr(mine, name, changes[name])
    must_make_sense(mine)
    columns = {f"{name}_sealed" if name in {"title", "text"} else name for name in changed}
    if changed:
        mine.revision += 1
        mine.save(update_fields=[*columns, "revision"])
    if changed & (WHEN | RESTS_BY):
        settle([mine], now, afresh=[mine] if changed & WHEN else [])
    if changed & WHEN:
        spare_answered(mine, now)
    return mine


@transaction.atomic
def stop_activity(*, actor: User, activity: Activity) -> bool:
    """Remove one activity from the plan. What was done stays in the record. The last one ends its plan."""
    rows = locked(actor, [activity.pk])
    if not rows:
        return False
    stop_locked(rows, handrail_now())
    plan = rows[0].plan
    if plan is not None and not Activity.objects.filter(plan=plan, stopped_at=None).exists():
        Plan.objects.owned_by(actor).filter(pk=plan.pk, stopped_at=None).update(stopped_at=handrail_now())
    return True


def stop_locked(activities: Sequence[Activity], now: datetime) -> None:
    Pause.objects.filter(activity__in=[one.pk for one in activities], ended_at=None).update(ended_at=now)
    for activity in activities:
        activity.stopped_at = now
        activity.save(update_fields=["stopped_at"])
    replan(activities, now, everything=True)


@transaction.atomic
def replan_for_new_zone(*, actor: User) -> int:
    """The person is somewhere else now: what travels with them is planned in the new zone, and rests to the end of the
    same date there. Called in the transaction that saves the zone; returns how many activities moved. Slots answered
    under the old zone stay answered."""
    lock_person(actor)
    travelling = [row for row in locked(actor) if row.zone_policy != Activity.ZonePolicy.HOME]
    for activity in travelling:
        activity.owner = actor
    settle(travelling, handrail_now(), afresh=travelling)
    return len(travelling)
