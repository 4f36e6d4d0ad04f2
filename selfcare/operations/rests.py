"""Resting and waking: one activity, a kind, or everything, now or on days ahead. Nothing counts against anyone."""

from collections.abc import Iterable, Sequence
from datetime import date, datetime, timedelta

from django.db import transaction
from django.utils.translation import gettext as _

from portal.accounts.models import User
from portal.core.clock import HandrailNow, handrail_now
from portal.core.errors import RuleViolation
from portal.notifications.operations.events import wake_on_commit
from selfcare import rules
from selfcare.days import DAY
from selfcare.models import Activity, Kind, Pause
from selfcare.operations.activities import RESTING, locked, one_locked
from selfcare.operations.consent import need_consent
from selfcare.operations.held import is_held, must_not_be_held
from selfcare.operations.planning import replan
from selfcare.schedule import day_span

A_TICK = 500


@transaction.atomic
def pause_activity(*, actor: User, activity: Activity, until: date | None) -> bool:
    """Let one activity rest, until a date (it comes back on that day) or until it is taken up again. What is held
    after a danger sign gets no date: it would wake by itself."""
    return _rest([one_locked(actor, activity)], until, held=until is not None and is_held(actor)) > 0


@transaction.atomic
def rest_everything(*, actor: User, until: date | None) -> int:
    """Let the whole plan sleep. Returns how many activities rest now."""
    return _rest(locked(actor), until, held=until is not None and is_held(actor))


@transaction.atomic
def rest_for_consent(*, actor: User) -> int:
    """The agreement to keep health information is taken back: everything sleeps until the person agrees again and
    wakes it. Called in the transaction that takes it back. Returns how many activities rest now."""
    return _rest(locked(actor), None)


def _rest(activities: Sequence[Activity], until: date | None, *, held: bool = False) -> int:
    now = handrail_now()
    for activity in activities:
        end = None if held and activity.kind == Kind.EXERCISE else _morning(activity, until)
        if end is not None and end <= now:
            raise RuleViolation(_("Choose a day after today"), code="not_ahead", field="until")
        activity.pause, activity.paused_at, activity.paused_until = None, now, end
        activity.save(update_fields=RESTING)
    replan(activities, now, everything=True)
    return len(activities)


def _morning(activity: Activity, day: date | None) -> datetime | None:
    """The first moment of a day where this activity lives."""
    return day_span(day, activity.zone(activity.owner.time_zone))[0] if day else None


@transaction.atomic
def plan_rest(
    *,
    actor: User,
    begins_on: date,
    ends_on: date | None,
    kind: str = "",
    variant: str = Pause.Variant.REST,
    why: str = "",
) -> Pause:
    """Rest from one day to another, both included, everything or one kind; a treatment week leaves drinking, check-ins
    and the essentials awake. What rests without an end already stays as it is: a rest planned now must not wake it.

    Raises RuleViolation for days that are over or the wrong way round, and when nothing is there to rest.
    """
    need_consent(actor)
    now = handrail_now()
    if ends_on is not None and ends_on < begins_on:
        raise RuleViolation(_("Choose a last day that is not before the first one"), code="backwards", field="ends_on")
    rows = [row for row in locked(actor) if rules.rests_in(row, kind, variant) and not _sleeps(row, now)]
    if not rows:
        raise RuleViolation(_("Nothing like that is awake in your plan."), code="nothing_rests", field="kind")
    pause = Pause(owner=actor, kind=kind, variant=variant, begins_on=begins_on, ends_on=ends_on, made_at=now)
    pause.why = why.strip()[:400]
    pause.save(force_insert=True)
    for row in rows:
        begin, end = _morning(row, begins_on), _morning(row, ends_on and ends_on + DAY)
        if end is not None and end <= now:
            raise RuleViolation(_("Choose a last day that is not over yet"), code="over", field="ends_on")
        row.pause, row.paused_at, row.paused_until = pause, max(begin or now, now), end
        row.save(update_fields=RESTING)
    today = [row for row in rows if row.is_resting(now)]
    replan(today, now, everything=True)
    replan([row for row in rows if row not in today], now)
    wake_on_commit()
    return pause


def _sleeps(activity: Activity, now: datetime) -> bool:
    return activity.is_resting(now) and activity.paused_until is None


@transaction.atomic
def end_rest(*, actor: User, pause: Pause) -> bool:
    """End a rest early, or take back one that has not begun. Returns False when it was over."""
    need_consent(actor)
    now = handrail_now()
    if not Pause.objects.owned_by(actor).filter(pk=pause.pk, ended_at=None).update(ended_at=now):
        return False
    _wake_up([row for row in locked(actor) if row.pause_id == pause.pk], now, actor)
    return True


@transaction.atomic
def resume_activity(*, actor: User, activity: Activity) -> bool:
    """Take an activity up again, from now on. Returns False when it was not resting. Raises RuleViolation while
    exercise is held after a danger sign."""
    need_consent(actor)
    mine = one_locked(actor, activity)
    must_not_be_held(actor, [mine])
    return _wake_up([mine], handrail_now(), actor) > 0


@transaction.atomic
def resume_everything(*, actor: User) -> int:
    """What is held after a danger sign stays asleep."""
    need_consent(actor)
    now = handrail_now()
    Pause.objects.owned_by(actor).filter(ended_at=None).update(ended_at=now)
    return _wake_up(locked(actor), now, actor)


def _wake_up(activities: Iterable[Activity], now: datetime, actor: User) -> int:
    """Wake what has a rest, now or ahead. After a rest of two days or more, what moves the person comes back with a
    step less."""
    resting = [activity for activity in activities if activity.paused_at is not None]
    if any(activity.kind == Kind.EXERCISE for activity in resting) and is_held(actor):
        resting = [activity for activity in resting if activity.kind != Kind.EXERCISE]
    for activity in resting:
        _ease(activity, now)
        activity.pause = activity.paused_at = activity.paused_until = None
        activity.save(update_fields=[*RESTING, "minutes", "usual_minutes"])
    replan(resting, now)
    wake_on_commit()
    return len(resting)


def _ease(activity: Activity, now: datetime) -> None:
    since, until = activity.paused_at, min(activity.paused_until or now, now)
    if activity.kind != Kind.EXERCISE or not activity.minutes or since is None or until - since < rules.LONG_REST:
        return
    activity.usual_minutes = activity.usual_minutes or activity.minutes
    activity.minutes = rules.a_step_down(activity.minutes)


@transaction.atomic
def step_up(*, actor: User, activity: Activity) -> bool:
    """A little more again, up to what was usual. Returns False when there is nothing to go up to."""
    need_consent(actor)
    mine = one_locked(actor, activity)
    more = rules.next_minutes(mine)
    if more is None:
        return False
    mine.minutes = more
    mine.save(update_fields=["minutes"])
    return True


@transaction.atomic
def wake_rested() -> int:
    """What rested until now is awake: its rest is over and written off, and exercise comes back with a step less.
    Times were planned when the rest was; returns how many woke."""
    due = Activity.objects.filter(paused_until__lte=HandrailNow(), stopped_at=None).order_by("paused_until", "id")
    rows = list(due.select_for_update(of=("self",), skip_locked=True)[:A_TICK])
    now = handrail_now()
    for activity in rows:
        _ease(activity, now)
        activity.pause = activity.paused_at = activity.paused_until = None
        activity.save(update_fields=[*RESTING, "minutes", "usual_minutes"])
    over = Pause.objects.filter(ended_at=None, ends_on__lt=now.date() - timedelta(days=1), activities=None)
    over.update(ended_at=now)
    return len(rows)
