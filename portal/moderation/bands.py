"""How soon a person must look. Each band has its own clock: triage without one made responses slower for amber."""

from datetime import datetime, timedelta
from typing import Any

from django.db import models
from django.utils.translation import gettext_lazy as _

from portal.core.hours import Hours


class Band(models.IntegerChoices):
    """Ordered by harm: the smallest comes first in the queue."""

    CRISIS = 0, _("Someone may be at risk")
    RED = 1, _("May need urgent help")
    AMBER = 2, _("Needs a careful look")
    GREEN = 3, _("Everything else")


CLOCKS = {
    Band.CRISIS: timedelta(minutes=30),
    Band.RED: timedelta(hours=1),
    Band.AMBER: timedelta(hours=4),
    Band.GREEN: timedelta(hours=24),
}


class Reason(models.TextChoices):
    """What people can say about a thing. The first is about the person, not about a rule."""

    WORRIED = "worried", _("I’m worried about this person")
    METHOD = "method", _("It describes a way to come to harm")
    ADVICE = "advice", _("It tells people what to take or to stop")
    SELLING = "selling", _("It sells something or asks for money")
    DETAILS = "details", _("It shows personal details")
    UNKIND = "unkind", _("It is unkind")
    FALSE_NAME = "false_name", _("They are not who they say they are")
    ILLEGAL = "illegal", _("I think it is against the law")
    OTHER = "other", _("Something else")


BAND_OF = {
    Reason.WORRIED: Band.CRISIS,
    Reason.METHOD: Band.CRISIS,
    Reason.ILLEGAL: Band.RED,
    Reason.ADVICE: Band.AMBER,
    Reason.DETAILS: Band.AMBER,
    Reason.FALSE_NAME: Band.AMBER,
    Reason.UNKIND: Band.GREEN,
    Reason.SELLING: Band.GREEN,
    Reason.OTHER: Band.GREEN,
}

# The same in a few words, as the author and the tombstone are told.
TOLD: dict[str, Any] = {
    Reason.WORRIED: _("To keep people safe"),
    Reason.METHOD: _("To keep people safe"),
    Reason.ADVICE: _("Advice on what to take or to stop"),
    Reason.SELLING: _("Selling, or asking for money"),
    Reason.DETAILS: _("Personal details"),
    Reason.UNKIND: _("Unkind words"),
    Reason.FALSE_NAME: _("A doubt about who is speaking"),
    Reason.ILLEGAL: _("It may be against the law"),
    Reason.OTHER: _("The ground rules"),
}

# A finding of the screening, in the words of a reason. Keys are portal.safety.screening kinds.
REASON_OF_FINDING = {
    "crisis": Reason.WORRIED,
    "red_flag": Reason.WORRIED,
    "method": Reason.METHOD,
    "personal_details": Reason.DETAILS,
    "directive_advice": Reason.ADVICE,
    "soliciting": Reason.SELLING,
}


AN_HOUR = timedelta(hours=1)


def due_at(band: int, opened_at: datetime, hours: Hours | None = None) -> datetime:
    """When somebody should have looked. Harm does not wait for anybody's hours; a careful look counts only the time in
    which moderators are there; the rest is due a day later, or in the first hour in which they are there again."""
    clock = CLOCKS[Band(band)]
    if hours is None or not hours.spans or band <= Band.RED:
        return opened_at + clock
    if band == Band.AMBER:
        return hours.after(opened_at, clock)
    day_later = opened_at + clock
    return day_later if hours.is_open(day_later) else (hours.opens(day_later) or day_later) + AN_HOUR
