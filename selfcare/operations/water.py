"""Drinks and how much a person aims for."""

from datetime import time, timedelta

from django.db import transaction
from django.utils.translation import gettext as _

from portal.accounts.models import User
from portal.core.clock import handrail_now
from portal.core.errors import RuleViolation
from selfcare.models import Aim, WaterLog
from selfcare.operations.consent import need_consent

MOST_ML = 2000
LEAST_ML = 10
KEPT = -1


def log_water(*, actor: User, ml: int, source: str | None = None) -> bool:
    """Write down a drink. With a `source`, the same press logs once; returns whether it is new.

    Raises RuleViolation for an amount that is not a drink.
    """
    if not LEAST_ML <= ml <= MOST_ML:
        raise RuleViolation(
            _("Enter an amount from %(least)s to %(most)s ml") % {"least": LEAST_ML, "most": MOST_ML},
            code="not_a_drink",
            field="ml",
        )
    need_consent(actor)
    at = handrail_now()
    if source is None:
        WaterLog.objects.create(owner=actor, ml=ml, at=at)
        return True
    return WaterLog.objects.get_or_create(owner=actor, source=source, defaults={"ml": ml, "at": at})[1]


@transaction.atomic
def undo_water(*, actor: User, source: str | None = None) -> bool:
    """Remove the last drink of the last 24 hours, or the one that a press made. Returns whether there was one."""
    mine = WaterLog.objects.owned_by(actor).filter(at__gt=handrail_now() - timedelta(hours=24))
    row = (mine.filter(source=source) if source else mine).order_by("-at", "-id").first()
    if row is None:
        return False
    row.delete()
    return True


@transaction.atomic
def set_aim(
    *,
    actor: User,
    cups: int,
    limited: bool,
    cup_ml: int | None = None,
    bed_at: time | None = None,
    treatment_cups: int | None = KEPT,
) -> Aim:
    """How many cups a day, how large a cup is, when bed is, whether a team said to drink no more than that, and how
    many cups it set for treatment days. What is not said stays as it is. Raises RuleViolation."""
    if not 1 <= cups <= 20:
        raise RuleViolation(_("Enter a number of cups from 1 to 20"), code="not_cups", field="cups")
    if cup_ml is not None and not 50 <= cup_ml <= 1000:
        raise RuleViolation(_("Enter an amount from 50 to 1000 ml"), code="not_a_cup", field="cup_ml")
    if treatment_cups not in (None, KEPT) and not 1 <= treatment_cups <= 20:
        raise RuleViolation(_("Enter a number of cups from 1 to 20"), code="not_cups", field="treatment_cups")
    if limited and treatment_cups is not None and treatment_cups > cups:
        raise RuleViolation(
            _("Your limit goes for treatment days too. Enter no more than that, or leave it empty."),
            code="over_the_limit",
            field="treatment_cups",
        )
    need_consent(actor)
    aim = Aim.objects.owned_by(actor).select_for_update().first() or Aim(owner=actor)
    aim.cups, aim.limited = cups, limited
    aim.cup_ml, aim.bed_at = cup_ml or aim.cup_ml, bed_at or aim.bed_at
    if treatment_cups != KEPT:
        aim.treatment_cups = treatment_cups
    aim.save()
    return aim
