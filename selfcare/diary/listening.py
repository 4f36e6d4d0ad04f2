"""Reading a diary note for danger, on the page and for its writer alone. Nothing is stored and nobody is told."""

from collections.abc import Mapping
from typing import Any

from portal.safety.screening import screen
from selfcare.diary.danger import level_of, signs_in

ORDER = ("emergency", "crisis", "urgent")


def level_in(said: Mapping[str, Any], language: str) -> str:
    """What to show before saving an entry: "emergency", "crisis", "urgent", or nothing. A sign weighs as much as
    words."""
    found, note = {level_of(signs_in(said))}, said.get("note")
    if note:
        kinds = {finding.kind for finding in screen(note, language)}
        found |= {"crisis"} if "crisis" in kinds else set()
        found |= {"emergency"} if "red_flag" in kinds else set()
    return next((level for level in ORDER if level in found), "")
