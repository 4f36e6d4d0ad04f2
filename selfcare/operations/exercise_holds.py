"""After a danger sign exercise rests, until the person says that somebody checked them."""

from collections.abc import Sequence

from django.db import transaction
from django.utils.translation import gettext as _

from portal.accounts.models import User
from portal.core.clock import handrail_now
from portal.core.errors import RuleViolation
from selfcare.models import Activity, ExerciseHold, Kind
from selfcare.operations.activities import locked
from selfcare.operations.consent import need_consent
from selfcare.operations.gates import ask_again_after_danger
from selfcare.operations.held import open_hold
from selfcare.operations.resting import settle


@transaction.atomic
def hold_exercise(*, actor: User, signs: Sequence[str]) -> ExerciseHold:
    """Lay every exercise to rest, whatever else lets it rest. A second sign adds to the hold that is open."""
    need_consent(actor)
    hold, now = open_hold(actor), handrail_now()
    new = hold is None
    hold = hold or ExerciseHold(owner=actor, held_at=now)
    said = {"signs": []} if new else hold.words or {"signs": []}
    hold.words = {**said, "signs": list(dict.fromkeys([*said["signs"], *signs]))}
    if new:
        hold.save(force_insert=True)
    else:
        hold.save(update_fields=["words_sealed"])
    settle(_moving(actor), now)
    ask_again_after_danger(actor)
    return hold


def _moving(actor: User) -> list[Activity]:
    return [row for row in locked(actor) if row.kind == Kind.EXERCISE]


@transaction.atomic
def clear_exercise(*, actor: User, checked_with: str) -> bool:
    """The person says who checked them: the hold is lifted, and a rest that they asked for themselves goes on. Returns
    False when nothing was held.

    Raises RuleViolation when it is not said who.
    """
    need_consent(actor)
    hold = open_hold(actor)
    if hold is None:
        return False
    if not checked_with.strip():
        raise RuleViolation(
            _("Say who checked you, such as “the emergency doctor”"), code="nobody", field="checked_with"
        )
    hold.words = {**hold.words, "checked_with": checked_with.strip()[:200]}
    hold.cleared_at = handrail_now()
    hold.save(update_fields=["words_sealed", "cleared_at"])
    settle(_moving(actor), hold.cleared_at)
    return True
