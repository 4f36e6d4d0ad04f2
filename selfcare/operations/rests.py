"""Resting and waking: one activity, a kind, or everything, now or on days ahead. Nothing counts against anyone."""

from datetime import date, timedelta

from django.db import transaction
from django.utils.translation import gettext as _

from portal.accounts.models import User
from portal.core.clock import HandrailNow, handrail_now
from portal.core.errors import RuleViolation
from portal.core.local_time import zone_of
from selfcare import rules
from selfcare.due.days import DAY
from selfcare.due.resting import holds, span_of
from selfcare.models import Activity, Pause
from selfcare.operations.activities import locked, one_locked
from selfcare.operations.consent import need_consent
from selfcare.operations.held import lock_person, must_not_be_held
from selfcare.operations.resting import settle

A_TICK = 500
MOST_RESTS = 40


def must_be_near(field: str, day: date | None) -> None:
    """Raises RuleViolation for a day in a year that nobody means."""
    if problem := rules.problem_of_day(field, day):
        raise RuleViolation(problem.sentence, code="far", field=problem.field)


@transaction.atomic
def pause_activity(*, actor: User, activity: Activity, until: date | None) -> bool:
    """Let one activity rest, until a date (it comes back on that day) or until it is taken up again; what was said of
    it alone before is over. Whatever else lets it rest holds as well. Raises RuleViolation for a day that is not
    ahead."""
    lock_person(actor)
    mine, now = one_locked(actor, activity), handrail_now()
    today = now.astimezone(mine.zone(mine.owner.time_zone)).date()
    must_be_near("until", until)
    if until is not None and until <= today:
        raise RuleViolation(_("Choose a day after today"), code="not_ahead", field="until")
    Pause.objects.filter(activity=mine, ended_at=None).update(ended_at=now)
    Pause.objects.create(owner=actor, activity=mine, begins_on=today, ends_on=until and until - DAY, made_at=now)
    settle([mine], now)
    return True


@transaction.atomic
def rest_for_consent(*, actor: User) -> int:
    """The agreement to keep health information is taken back: everything sleeps until the person agrees again and
    wakes it. Called in the transaction that takes it back. Returns how many activities rest now."""
    lock_person(actor)
    rows, now = locked(actor), handrail_now()
    if rows:
        today = now.astimezone(zone_of(actor.time_zone)).date()
        Pause.objects.create(owner=actor, begins_on=today, made_at=now)
        settle(rows, now)
    return len(rows)


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
    and the essentials awake. It wakes nothing that rests already, and ends no other rest.

    Raises RuleViolation for days that are over or the wrong way round, and when nothing is there to rest.
    """
    need_consent(actor)
    lock_person(actor)
    now = handrail_now()
    must_be_near("begins_on", begins_on)
    must_be_near("ends_on", ends_on)
    if ends_on is not None and ends_on < begins_on:
        raise RuleViolation(_("Choose a last day that is not before the first one"), code="backwards", field="ends_on")
    pause = Pause(owner=actor, kind=kind, variant=variant, begins_on=begins_on, ends_on=ends_on, made_at=now)
    rows = [row for row in locked(actor) if rules.rests_in(row, pause)]
    if not rows:
        raise RuleViolation(_("Nothing like that is in your plan."), code="nothing_rests", field="kind")
    if all(span_of(pause, row.zone(row.owner.time_zone)) is None for row in rows):
        raise RuleViolation(_("Choose a last day that is not over yet"), code="over", field="ends_on")
    if Pause.objects.owned_by(actor).filter(ended_at=None, activity=None).count() >= MOST_RESTS:
        raise RuleViolation(_("Your plan holds 40 rests at most. End one first."), code="full", field="kind")
    pause.why = why.strip()[:400]
    pause.save(force_insert=True)
    settle(rows, now)
    return pause


@transaction.atomic
def end_rest(*, actor: User, pause: Pause) -> bool:
    """End a rest early, or take back one that has not begun. What another rest holds sleeps on. Returns False when it
    was over."""
    need_consent(actor)
    lock_person(actor)
    if not Pause.objects.owned_by(actor).filter(pk=pause.pk, ended_at=None).update(ended_at=HandrailNow()):
        return False
    settle(locked(actor), handrail_now())
    return True


@transaction.atomic
def resume_activity(*, actor: User, activity: Activity) -> bool:
    """Take an activity up again, from now on: its own rest is over, and a rest of more goes on without it. What is
    planned ahead stays planned. Returns False when it was not resting. Raises RuleViolation while exercise is held
    after a danger sign."""
    need_consent(actor)
    lock_person(actor)
    mine, now = one_locked(actor, activity), handrail_now()
    must_not_be_held(actor, [mine])
    for pause in Pause.objects.owned_by(actor).filter(ended_at=None):
        if not holds(pause, mine, now):
            continue
        if pause.activity_id is None:
            pause.awake = [*pause.awake, mine.pk]
        else:
            pause.ended_at = now
        pause.save(update_fields=["awake", "ended_at"])
    return settle([mine], now) > 0


@transaction.atomic
def resume_everything(*, actor: User) -> int:
    """Whatever rests now is awake from now on; rests that lie ahead stay planned. What is held after a danger sign
    stays asleep. Returns how many woke."""
    need_consent(actor)
    lock_person(actor)
    rows, now = locked(actor), handrail_now()
    open_ones = Pause.objects.owned_by(actor).filter(ended_at=None)
    over = [pause.pk for pause in open_ones if any(holds(pause, row, now) for row in rows)]
    open_ones.filter(pk__in=over).update(ended_at=now)
    return settle(rows, now)


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
    """What rested until now is awake, and exercise comes back with a step less; rests that are over everywhere are
    written off. Times were planned when the rest was; returns how many woke."""
    due = Activity.objects.filter(rests__1__lte=HandrailNow(), stopped_at=None).order_by("rests__1", "id")
    rows = list(due.select_related("plan", "owner").select_for_update(of=("self",), skip_locked=True)[:A_TICK])
    now = handrail_now()
    woke = settle(rows, now)
    Pause.objects.filter(ended_at=None, ends_on__lt=now.date() - timedelta(days=1)).update(ended_at=now)
    return woke
