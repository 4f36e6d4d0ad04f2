"""Drinks and how much a person aims for."""

from datetime import datetime, time

from django.db import transaction
from django.utils.translation import gettext as _

from portal.accounts.models import User
from portal.core.clock import handrail_now
from portal.core.errors import RuleViolation
from selfcare.models import Aim, Occurrence, WaterLog
from selfcare.operations.consent import need_consent
from selfcare.operations.letters import expect_letter
from selfcare.operations.pressed import need_recent, when_pressed
from selfcare.reads.water import water_today

MOST_ML = 2000
LEAST_ML = 10
KEPT = -1
SLOT = "slot:"


@transaction.atomic
def log_water(*, actor: User, ml: int, source: str | None = None, at: datetime | None = None) -> bool:
    """Write down a drink. With a `source`, the same press logs once; returns whether it is new. `at`: when it was
    pressed, where a device sends it later; never later than now.

    Raises RuleViolation for an amount that is not a drink, and for what was pressed more than a day ago.
    """
    now = handrail_now()
    need_recent(at, now)
    new = _write_down(actor, ml, source, when_pressed(at, now))
    if new:
        expect_letter(actor=actor)
    return new


def _write_down(actor: User, ml: int, source: str | None, at: datetime) -> bool:
    if not LEAST_ML <= ml <= MOST_ML:
        raise RuleViolation(
            _("Enter an amount from %(least)s to %(most)s ml") % {"least": LEAST_ML, "most": MOST_ML},
            code="not_a_drink",
            field="ml",
        )
    need_consent(actor)
    if source is None:
        WaterLog.objects.create(owner=actor, ml=ml, at=at)
        return True
    return WaterLog.objects.get_or_create(owner=actor, source=source, defaults={"ml": ml, "at": at})[1]


def source_of(slot: Occurrence) -> str:
    """The one drink of a slot, whichever way it was answered: page, mail, program or a device that was offline."""
    return f"{SLOT}{slot.pk}"


def log_slot(*, actor: User, slot: Occurrence, pressed: datetime) -> bool:
    """Write down the drink of a slot that was done, once. Under a limit it is what was asked for, which may be less
    than usual. Marked after its day was over it counts where it was planned, never towards today."""
    at = pressed if pressed < slot.closes_at else slot.due_at
    water = water_today(actor, at)
    ml = water.asked(slot.activity.ml) or water.usual(slot.activity.ml)
    return _write_down(actor, min(max(ml, LEAST_ML), MOST_ML), source_of(slot), at)


def unlog_slot(*, actor: User, slot: Occurrence) -> bool:
    """Take back the drink of a slot. Returns whether there was one."""
    return bool(WaterLog.objects.owned_by(actor).filter(source=source_of(slot)).delete()[0])


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
