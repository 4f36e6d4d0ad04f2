"""Reading a diary note for danger, on the page and for its writer alone. Nothing is stored and nobody is told."""

from collections.abc import Sequence

from portal.safety.screening import screen
from selfcare.danger import level_of

ORDER = ("emergency", "crisis", "urgent")


def level_in(ticked: Sequence[str], note: str, language: str) -> str:
    """What to show before saving: "emergency", "crisis", "urgent", or nothing. A tick weighs as much as words."""
    found = {level_of(ticked)}
    if note:
        kinds = {finding.kind for finding in screen(note, language)}
        found |= {"crisis"} if "crisis" in kinds else set()
        found |= {"emergency"} if "red_flag" in kinds else set()
    return next((level for level in ORDER if level in found), "")
