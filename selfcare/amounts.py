"""Amounts to drink: in a person's own cups, what one prompt is about, and how much of it may still be asked for.

What was drunk is kept in ml; cups are only a way of saying it, worked out here alone.
"""

from django.utils import formats
from django.utils.translation import gettext as _

from selfcare.models.water import CUP_ML

LEAST_ASKED_ML = 50  # the smallest cup that one can have


def in_cups(ml: float, cup_ml: int) -> float:
    """To a tenth, rounded down: it never says that an aim is reached before it is."""
    return ml * 10 // cup_ml / 10


def cups_words(ml: float, cup_ml: int) -> str:
    """So many cups, such as 3 or 3.5."""
    cups = in_cups(ml, cup_ml)
    return formats.number_format(cups, decimal_pos=None if cups % 1 else 0)


def amount_words(ml: float, cup_ml: int) -> str:
    """In their own cups with ml beside it, the same everywhere: on pages, on the sheet, in the PDF and for programs."""
    said = {"cups": cups_words(ml, cup_ml), "cup_ml": cup_ml, "ml": formats.number_format(ml)}
    if in_cups(ml, cup_ml) == 1:
        return _("1 cup of %(cup_ml)s ml, %(ml)s ml in all") % said
    return _("%(cups)s cups of %(cup_ml)s ml, %(ml)s ml in all") % said


def of_prompt(ml: int | None, cup_ml: int) -> int:
    """What one prompt is about. A plan that says 250 ml means a cup, and that is as large as the person's own."""
    return cup_ml if ml in (None, CUP_ML) else ml


def may_ask(usual: int, *, drunk: int, target: int, limited: bool) -> int:
    """How much a prompt may ask for. Under a limit it is no more than what is left of it, and nothing at all where
    that is less than a small glass."""
    if not limited:
        return usual
    left = target - drunk
    return min(usual, left) if left >= LEAST_ASKED_ML else 0
