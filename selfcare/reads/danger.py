"""What a ticked sign leads to: help lines of the person's country, and the cards that the guides publish."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from articles.helping import HelpCard, help_levels
from articles.languages import content_language
from portal.accounts.models import User
from portal.safety.reads import country_of, help_lines
from selfcare.diary.danger import GUIDES
from selfcare.models import ExerciseHold

MOST = 2


def help_first(request: Any, level: str, ticked: Sequence[str] = ()) -> dict[str, Any]:
    """For `_lines.html`. One query when there is a level to show, else none."""
    if not level:
        return {"level": "", "lines": {}, "cards": []}
    country = country_of(request)
    return {
        "level": level,
        "lines": help_lines(country),
        "cards": cards(level, ticked, content_language(request.user.language), country),
    }


def cards(level: str, ticked: Sequence[str], language: str, country: str) -> list[HelpCard]:
    """Published cards of this level: those of the guides that speak of the ticked signs, else the site's first one."""
    found = next((one.cards for one in help_levels(language, country) if one.level == level), ())
    wanted = {f"/{GUIDES[key]}/" for key in ticked if key in GUIDES}
    named = [card for card in found if any(card.url.endswith(end) for end in wanted)]
    return (named or list(found[:1]))[:MOST]


@dataclass(frozen=True, slots=True)
class Held:
    """Exercise rests since this moment, for these signs."""

    since: datetime
    signs: Sequence[str]


def exercise_held(user: User) -> Held | None:
    """For `_held.html`. One query."""
    hold = ExerciseHold.objects.owned_by(user).filter(cleared_at=None).first()
    return Held(hold.held_at, hold.words["signs"]) if hold else None
