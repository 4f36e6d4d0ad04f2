"""What a screening says: plain values, safe to pass around and to compare."""

from dataclasses import dataclass
from enum import StrEnum


class Kind(StrEnum):
    CRISIS = "crisis"
    RED_FLAG = "red_flag"
    PERSONAL_DETAILS = "personal_details"
    DIRECTIVE_ADVICE = "directive_advice"
    SOLICITING = "soliciting"
    METHOD = "method"


class Band(StrEnum):
    """How soon a person must look; each band has its own clock."""

    CRISIS = "crisis"
    RED = "red"
    AMBER = "amber"
    GREEN = "green"


URGENCY = {Band.CRISIS: 0, Band.RED: 1, Band.AMBER: 2, Band.GREEN: 3}


class About(StrEnum):
    """Whom the words are about, as far as the words tell."""

    SELF = "self"
    OTHER = "other"
    READER = "reader"


@dataclass(frozen=True, slots=True)
class Finding:
    """One rule that matched one stretch of the text.

    `start` and `end` index the text as it was given, so `text[start:end]` is what matched.
    `rule_id` and `rule_version` are all that may be stored: they say why without repeating the words.
    """

    kind: Kind
    band: Band
    start: int
    end: int
    rule_id: str
    rule_version: int
    subkind: str = ""
    about: About = About.SELF
    past: bool = False

    @property
    def urgent(self) -> bool:
        """Crisis or red: a person sees the support card and a moderator is called."""
        return URGENCY[self.band] <= URGENCY[Band.RED]
