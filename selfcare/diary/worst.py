"""What "worst" means: the same for the diary's line, the trends, the sheet for an appointment and the signed rules."""

from collections.abc import Mapping
from typing import Any


def worst_of(said: Mapping[str, Any]) -> int | None:
    """The highest number that an entry gives to pain: its worst, the one of that moment, or that of a single place."""
    numbers = [said[part] for part in ("worst", "now") if part in said]
    return max([*numbers, *said.get("pain", {}).values()], default=None)
