"""Handing over and removing what this house holds about a person."""

from collections.abc import Iterable, Mapping, Sequence
from itertools import zip_longest
from typing import Any

from django.db import transaction
from django.db.models import Q

from portal.core.clock import handrail_now
from portal.notifications.operations.deliveries import cancel
from selfcare.due.rhythms import written
from selfcare.models import (
    Activity,
    Aim,
    CalendarFeed,
    CarerLink,
    Comfort,
    DiaryEntry,
    ExerciseHold,
    FoodIdeas,
    HardDay,
    Occurrence,
    Pause,
    Plan,
    PlanTemplateVersion,
    RuleSet,
    StepPicture,
    WaterLog,
    WeeklyLetter,
)
from selfcare.models.carer import INVITATION, invitation_key
from selfcare.models.occurrence import RECHECK, REMINDER
from selfcare.models.plan import recheck_key


def export(user: Any) -> Mapping[str, Sequence[Mapping[str, Any]]]:
    """Everything in the clear: this is the person's own copy."""
    slots = Occurrence.objects.owned_by(user).order_by("slot_at")
    return {
        "plans": [_plan(row) for row in Plan.objects.owned_by(user)],
        "activities": [_activity(row) for row in Activity.objects.owned_by(user).order_by("starts_on", "id")],
        "slots": [
            {
                "activity": str(row.activity_id),
                "due_at": row.due_at.isoformat(),
                "state": row.state,
                "acted_at": row.acted_at.isoformat() if row.acted_at else None,
                "why": row.why,
            }
            for row in slots
        ],
        "water": [{"ml": row.ml, "at": row.at.isoformat()} for row in WaterLog.objects.owned_by(user)],
        "aim": [_aim(row) for row in Aim.objects.owned_by(user)],
        "diary": [{"at": row.at.isoformat(), **row.payload} for row in DiaryEntry.objects.owned_by(user)],
        "rests": [_rest(row) for row in Pause.objects.owned_by(user)],
        "comfort": [
            {"counts_off": row.counts_off_at is not None, "measures_in": row.units}
            for row in Comfort.objects.owned_by(user)
        ],
        "hard_days": [{"day": row.day.isoformat()} for row in HardDay.objects.owned_by(user)],
        "exercise_rested": [
            {
                "from": row.held_at.isoformat(),
                "to": row.cleared_at.isoformat() if row.cleared_at else None,
                **row.words,
            }
            for row in ExerciseHold.objects.owned_by(user)
        ],
        "calendar": [{"made_at": row.made_at.isoformat()} for row in CalendarFeed.objects.owned_by(user)],
        "carers": [_carer(row) for row in CarerLink.objects.owned_by(user)],
        "shared_with_me": [
            {"since": str(row.accepted_at), "until": str(row.ended_at or ""), "parts": row.scopes}
            for row in CarerLink.objects.filter(carer=user)
        ],
        "plan_versions": [
            {"template": row.template.key, "version": row.version, "written": row.written_by_id == user.pk}
            for row in PlanTemplateVersion.objects.filter(
                Q(written_by_id=user.pk) | Q(reviewed_by_id=user.pk)
            ).select_related("template")
        ],
        "foods_written": [{"about": row.symptom, "language": row.language} for row in _foods(user)],
        "step_pictures": [
            {"picture": row.key, "added_at": row.added_at.isoformat()}
            for row in StepPicture.objects.filter(added_by_id=user.pk)
        ],
        "weekly_letter": [_letter(row) for row in WeeklyLetter.objects.owned_by(user)],
        "rules_signed": [{"at": str(row.signed_at)} for row in RuleSet.objects.filter(signed_by=user)],
    }


def _letter(row: WeeklyLetter) -> dict[str, Any]:
    return {"next_at": str(row.next_at or ""), "pain_in_numbers": row.numbers_at is not None}


def _foods(user: Any) -> Iterable[FoodIdeas]:
    return FoodIdeas.objects.filter(Q(written_by_id=user.pk) | Q(reviewed_by_id=user.pk))


def _aim(row: Aim) -> dict[str, Any]:
    bed_at = f"{row.bed_at:%H:%M}"
    return {
        "cups": row.cups,
        "cup_ml": row.cup_ml,
        "bed_at": bed_at,
        "limited": bool(row.limited),
        "treatment_cups": row.treatment_cups,
    }


def _rest(row: Pause) -> dict[str, Any]:
    return {
        "of": row.kind or ("one activity" if row.activity_id else "everything"),
        "activity": str(row.activity_id) if row.activity_id else None,
        "taken_up_again": [str(pk) for pk in row.awake],
        "how": row.variant,
        "from": row.begins_on.isoformat(),
        "to": row.ends_on.isoformat() if row.ends_on else None,
        "why": row.why,
        "ended_at": row.ended_at.isoformat() if row.ended_at else None,
    }


def _carer(row: CarerLink) -> dict[str, Any]:
    return {
        "name": row.name,
        "parts": row.scopes,
        "invited_at": row.invited_at.isoformat(),
        "mailed_at": str(row.mailed_at or ""),
        "accepted_at": str(row.accepted_at or ""),
        "ended_at": str(row.ended_at or ""),
        "told_after_minutes": row.tell_after,
        "told_about": [str(one) for one in row.tell_about],
        "looked": [{"at": look.at.isoformat(), "part": look.part} for look in row.views.all()],
    }


def _plan(row: Plan) -> dict[str, Any]:
    return {
        "template": row.template_key,
        "version": row.template_version,
        "started_at": row.started_at.isoformat(),
        "safety_questions": row.gate,
        "waiting_for_team": row.is_held,
        "declined_version": row.declined_version,
        "started_lighter": row.lightened_at is not None,
        "asked_again_at": row.recheck_at.isoformat() if row.recheck_at else None,
        "stopped_at": row.stopped_at.isoformat() if row.stopped_at else None,
    }


def _activity(row: Activity) -> dict[str, Any]:
    return {
        "id": str(row.pk),
        "title": row.title,
        "text": row.text,
        "kind": row.kind,
        "minutes": row.minutes,
        "usual_minutes": row.usual_minutes,
        "ml": row.ml,
        "keeps_to_itself": row.discreet,
        "stays_on_hard_days": row.essential,
        "reminders_by": sorted(row.channels),
        "rests": [
            {"from": since.isoformat(), "until": until.isoformat() if until else None}
            for since, until in zip_longest(row.rests[::2], row.rests[1::2])
        ],
        "rhythm": written(row),
        "stopped_at": row.stopped_at.isoformat() if row.stopped_at else None,
    }


def _end_caring(user: Any) -> None:
    """Whoever shared with this person keeps the record of when somebody looked, under the name that they gave them;
    it leads to nobody any more."""
    links = CarerLink.objects.filter(carer=user)
    links.filter(ended_at=None).update(ended_at=handrail_now())
    links.update(carer=None, accepted_at=None)


@transaction.atomic
def erase(user: Any, keep_words: bool) -> None:
    """Remove all of it, whatever is kept elsewhere: nobody else ever read these words. Reminders go with them.

    Activities are locked first, so that a planner at work finishes before and none starts after.
    """
    list(Activity.objects.owned_by(user).select_for_update().order_by("pk").values_list("pk", flat=True))
    waiting = Occurrence.objects.owned_by(user).filter(state=Occurrence.State.PLANNED)
    cancel(kind=REMINDER, subject_keys=[row.subject_key for row in waiting])
    plans = Plan.objects.owned_by(user).filter(recheck_at__isnull=False)
    cancel(kind=RECHECK, subject_keys=[recheck_key(plan) for plan in plans])
    invited = CarerLink.objects.owned_by(user).filter(mailed_at__isnull=False, accepted_at=None)
    cancel(kind=INVITATION, subject_keys=[invitation_key(link) for link in invited])
    _end_caring(user)
    DiaryEntry.objects.filter(owner_id=user.pk).delete()  # also those that wait for their undo
    everything = (
        Occurrence, Activity, Pause, Plan, WaterLog, Aim, Comfort, HardDay, ExerciseHold, CalendarFeed, CarerLink,
        WeeklyLetter,
    )  # fmt: skip
    for model in everything:
        model.objects.owned_by(user).delete()
