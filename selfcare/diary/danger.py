"""The danger signs a person can enter in the diary, and whom they lead to. A sign always leads to help first."""

from collections.abc import Iterable, Mapping
from typing import Any

from django.conf import settings
from django.utils.translation import gettext_lazy as _

# key: (level, words). Sources: NICE NG234 and NHS "Back pain" for the first three; Macmillan for fever on treatment.
SIGNS = {
    "legs": ("emergency", _("Weak, heavy or numb legs")),
    "bladder": ("emergency", _("Trouble with bladder or bowel, or numb between the legs")),
    "chest": ("emergency", _("Chest pain, or trouble breathing")),
    "fever": ("urgent", _("Fever or shivering during cancer treatment")),
}
# Something else that a plan's safety questions call urgent, or an answer that was not sure.
ASKED = "asked"
ASKED_WORDS = _("something urgent, in the safety questions of a plan")
# The guide whose published card speaks of this sign; without it, the site's first card of that level is shown.
GUIDES = {"legs": "spinal-cord-compression", "bladder": "spinal-cord-compression"}


def signs_in(said: Mapping[str, Any]) -> list[str]:
    """The signs that a person ticked, and fever where they typed a temperature at which the site's help page and the
    hint beside the field say to call."""
    ticked = list(said.get("danger") or [])
    temperature = said.get("temperature")
    if temperature is not None and temperature >= settings.FEVER_CELSIUS and "fever" not in ticked:
        ticked.append("fever")
    return ticked


def level_of(ticked: Iterable[str]) -> str:
    """The most serious level among ticked signs, or nothing."""
    levels = {SIGNS[key][0] for key in ticked if key in SIGNS}
    return next((level for level in ("emergency", "urgent") if level in levels), "")
