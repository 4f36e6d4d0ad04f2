"""Done, Later, Skip and their undo. Each may be pressed twice; each takes back the reminder it makes needless."""

from collections.abc import Collection
from datetime import datetime, timedelta
from uuid import UUID

from django.db import transaction
from django.db.models import Max
from django.utils.translation import gettext as _

from portal.accounts.models import User
from portal.core.clock import handrail_now
from portal.core.errors import RuleViolation
from portal.core.local_time import zone_of
from portal.notifications.operations.deliveries import cancel, schedule
from portal.notifications.operations.events import wake_on_commit
from selfcare import rules
from selfcare.due.schedule import next_in
from selfcare.messages.drinking import asks_until, evening_of
from selfcare.models import Activity, Kind, Occurrence
from selfcare.models.occurrence import REMINDER
from selfcare.operations.activities import locked
from selfcare.operations.consent import need_consent
from selfcare.operations.letters import expect_letter
from selfcare.operations.planning import replan, wishes_for
from selfcare.operations.pressed import when_pressed
from selfcare.operations.water import log_slot, unlog_slot
from selfcare.reads.water import aim_of
from selfcare.reasons import SKIPS

State = Occurrence.State


def _lock_what_it_moves(actor: User, occurrence: Occurrence) -> None:
    """Answering what comes some time after it was done moves its activity. That is locked before the slot, as an edit
    does it: whoever locks the other way round waits for the other."""
    if occurrence.activity.schedule_kind == Activity.ScheduleKind.AFTER:
        locked(actor, [occurrence.activity_id])


def _answer(actor: User, occurrence: Occurrence, state: str, from_states: tuple[str, ...], pressed: datetime) -> bool:
    """Conditional, so that two presses at once count as one. Returns whether this press changed anything."""
    need_consent(actor)
    _lock_what_it_moves(actor, occurrence)
    rows = Occurrence.objects.owned_by(actor).filter(pk=occurrence.pk, state__in=from_states)
    if not rows.update(state=state, acted_at=pressed):
        return False
    fresh = Occurrence.objects.select_related("activity").get(pk=occurrence.pk)
    cancel(kind=REMINDER, subject_keys=[fresh.subject_key])
    if fresh.activity.schedule_kind == Activity.ScheduleKind.AFTER:
        count_from(actor, fresh.activity, _last_done(fresh.activity, fresh.due_at))
    return True


def _last_done(activity: Activity, otherwise: datetime, *, but: Collection[UUID] = ()) -> datetime:
    """The minute in which it was last done or skipped, whatever was said later of an earlier one."""
    rows = Occurrence.objects.filter(activity=activity, state__in=[State.DONE, State.SKIPPED]).exclude(pk__in=but)
    last: datetime | None = rows.aggregate(at=Max("acted_at"))["at"]
    return last.replace(second=0, microsecond=0) if last else otherwise


def count_from(actor: User, activity: Activity, moment: datetime) -> None:
    """For what comes some time after it was last done: count from this moment, and plan afresh."""
    rows = locked(actor, [activity.pk])
    for mine in rows:
        due, zone = moment + timedelta(minutes=mine.every_minutes or 0), mine.zone(mine.owner.time_zone)
        mine.anchor_at = next_in(mine.window, zone, due) if mine.window else due
        mine.save(update_fields=["anchor_at"])
    replan(rows, handrail_now())


@transaction.atomic
def mark_done(*, actor: User, occurrence: Occurrence, at: datetime | None = None) -> bool:
    """Done; also after Skip, or when it was left without a record. A drink is written down with it, once. `at`: when it
    was pressed, where a device sends it later."""
    expect_letter(actor=actor)
    pressed = when_pressed(at, handrail_now())
    if not _answer(actor, occurrence, State.DONE, rules.STATES_ONE_CAN_ANSWER, pressed):
        return False
    if occurrence.activity.kind == Kind.HYDRATION:
        log_slot(actor=actor, slot=occurrence, pressed=pressed)
    return True


@transaction.atomic
def skip(*, actor: User, occurrence: Occurrence, why: str = "", at: datetime | None = None) -> bool:
    """Not this time. It counts against nobody. `why`, a key of selfcare/reasons.py, may be given now or later; `at` is
    when it was pressed, where a device sends it later. Raises RuleViolation for a reason that nobody knows."""
    if why and why not in SKIPS:
        raise RuleViolation(_("Choose one of the reasons"), code="no_reason", field="why")
    pressed = when_pressed(at, handrail_now())
    changed = _answer(actor, occurrence, State.SKIPPED, (State.PLANNED, State.NO_RECORD), pressed)
    mine = _locked(actor, occurrence, State.SKIPPED) if why else None
    if mine is None or mine.why == why:
        return changed
    mine.why = why
    mine.save(update_fields=["why_sealed"])
    return True


def _locked(actor: User, occurrence: Occurrence, state: str) -> Occurrence | None:
    rows = Occurrence.objects.owned_by(actor).filter(pk=occurrence.pk, state=state)
    return rows.select_related("activity__owner", "activity__plan").select_for_update(of=("self",)).first()


@transaction.atomic
def snooze(*, actor: User, occurrence: Occurrence, snooze_no: int | None = None) -> bool:
    """Later: half an hour for a drink, an hour for the rest, with a reminder of its own.

    `snooze_no` is what the person saw when they pressed: an old link or a second press changes nothing. Raises
    RuleViolation for a drink that would not be asked for any more, in the two hours before bed, and for what does not
    ring: it rests, waits for the team, or was taken out.
    """
    need_consent(actor)
    mine = _locked(actor, occurrence, State.PLANNED)
    if mine is None or (snooze_no is not None and mine.snooze_no != snooze_no):
        return False
    now = handrail_now()
    if mine.closes_at <= now:
        return False
    _need_ringing(mine.activity, now)
    due_at = max(mine.due_at, now) + rules.later_by(mine.activity.kind)
    if mine.activity.kind == Kind.HYDRATION:
        _need_time_before_bed(mine, due_at)
    _move(mine, due_at)
    schedule(wishes_for(mine))
    return True


def _need_ringing(activity: Activity, now: datetime) -> None:
    if activity.stopped_at is not None:
        raise RuleViolation(_("This is not in your plan any more."), code="gone")
    if activity.plan is not None and activity.plan.is_held:
        raise RuleViolation(_("This waits for your team and does not ring. Nothing counts against you."), code="held")
    if activity.is_resting(now):
        raise RuleViolation(_("This rests now and does not ring. Nothing counts against you."), code="rests")


def _need_time_before_bed(slot: Occurrence, due_at: datetime) -> None:
    owner = slot.activity.owner
    zone, aim = zone_of(owner.time_zone), aim_of(owner)
    if due_at > asks_until(aim, evening_of(aim, slot.due_at, zone), zone):
        raise RuleViolation(
            _("We do not ask anybody to drink in the two hours before bed. Drink now if you like, or skip it."),
            code="too_late",
            field="",
        )


def _move(occurrence: Occurrence, due_at: datetime) -> None:
    """Put a slot to another time under a new key, and take the old reminder back."""
    cancel(kind=REMINDER, subject_keys=[occurrence.subject_key])
    activity = occurrence.activity
    zone = activity.zone(activity.owner.time_zone)
    occurrence.due_at = due_at
    occurrence.not_after, occurrence.closes_at = rules.limits(activity.kind, due_at, zone)
    occurrence.snooze_no += 1
    occurrence.save(update_fields=["due_at", "not_after", "closes_at", "snooze_no"])


@transaction.atomic
def undo(*, actor: User, occurrence: Occurrence, what: str = "") -> bool:
    """Take back the last answer: done and skipped are to come again, and what was moved goes back to its slot.

    A time still ahead is reminded of again; one that has passed is not. `what`, "answer" or "later", says which of
    the two the person saw, so that pressing twice takes back one step.
    """
    now = handrail_now()
    answered = moved = None
    _lock_what_it_moves(actor, occurrence)
    if what != "later":
        answered = _locked(actor, occurrence, State.DONE) or _locked(actor, occurrence, State.SKIPPED)
    if answered is None and what != "answer":
        moved = _locked(actor, occurrence, State.PLANNED)
    if answered is not None:
        if answered.activity.schedule_kind == Activity.ScheduleKind.AFTER:
            since = _last_done(answered.activity, answered.due_at, but=[answered.pk])
            count_from(actor, answered.activity, max(answered.due_at, since))
        answered.state, answered.acted_at, answered.why = State.PLANNED, None, None
        answered.save(update_fields=["state", "acted_at", "why_sealed"])
        unlog_slot(actor=actor, slot=answered)
        _remind_again(answered, now)
        return True
    if moved is None or moved.due_at == moved.slot_at:
        return False
    _move(moved, moved.slot_at)
    _remind_again(moved, now)
    return True


def _remind_again(occurrence: Occurrence, now: datetime) -> None:
    if occurrence.due_at > now:
        schedule(wishes_for(occurrence))
        wake_on_commit()
