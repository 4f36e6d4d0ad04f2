"""After a danger sign exercise rests, until the person says that somebody checked them."""

from collections.abc import Sequence
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from portal.accounts.models import User
from portal.core.clock import handrail_now
from portal.core.errors import RuleViolation
from selfcare.models import Activity, ExerciseHold, Kind
from selfcare.operations.consent import need_consent
from selfcare.operations.gates import ask_again_after_danger
from selfcare.operations.rests import pause_activity, resume_activity


@transaction.atomic
def hold_exercise(*, actor: User, signs: Sequence[str]) -> ExerciseHold:
    """Lay every exercise to rest that is awake. A second sign adds to the hold that is open, and to what rests."""
    need_consent(actor)
    User.objects.select_for_update(of=("self",)).get(pk=actor.pk)  # two signs at once make one hold
    hold = ExerciseHold.objects.owned_by(actor).filter(cleared_at=None).first()
    new = hold is None
    hold = hold or ExerciseHold(owner=actor, held_at=handrail_now())
    said = hold.words or {"signs": []} if not new else {"signs": []}
    hold.words = {**said, "signs": list(dict.fromkeys([*said["signs"], *signs]))}
    hold.activities = [*hold.activities, *_lay_to_rest(actor)]
    if new:
        hold.save(force_insert=True)
    else:
        hold.save(update_fields=["words_sealed", "activities"])
    ask_again_after_danger(actor)
    return hold


def _lay_to_rest(actor: User) -> list[UUID]:
    now = handrail_now()
    moving = Activity.objects.owned_by(actor).filter(kind=Kind.EXERCISE, stopped_at=None).order_by("pk")
    # What rests only for a while, or will rest later, would wake by itself: it is laid to rest without an end.
    rows = [row for row in moving if not (row.is_resting(now) and row.paused_until is None)]
    for activity in rows:
        pause_activity(actor=actor, activity=activity, until=None)
    return [activity.pk for activity in rows]


@transaction.atomic
def clear_exercise(*, actor: User, checked_with: str) -> bool:
    """The person says who checked them: what the hold laid to rest wakes. Returns False when nothing was held.

    Raises RuleViolation when it is not said who.
    """
    need_consent(actor)
    hold = ExerciseHold.objects.owned_by(actor).select_for_update().filter(cleared_at=None).first()
    if hold is None:
        return False
    if not checked_with.strip():
        raise RuleViolation(
            _("Say who checked you, such as “the emergency doctor”"), code="nobody", field="checked_with"
        )
    hold.words = {**hold.words, "checked_with": checked_with.strip()[:200]}
    hold.cleared_at = handrail_now()
    hold.save(update_fields=["words_sealed", "cleared_at"])
    for activity in Activity.objects.owned_by(actor).filter(pk__in=hold.activities, stopped_at=None):
        resume_activity(actor=actor, activity=activity)
    return True
