"""Asking every house at once, and danger signs first."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from portal.core.search import Hit, search_sources

SHOWN = 20


@dataclass(frozen=True, slots=True)
class Found:
    """What a search shows: hits by source in the sources' own order, and whether the words name a danger sign, and the
    words as they were mended where the spelling was not known."""

    sections: Sequence[tuple[str, str, Sequence[Hit]]]
    danger: bool
    mended: str = ""

    @property
    def total(self) -> int:
        return sum(len(hits) for _key, _label, hits in self.sections)


def look(user: Any, query: str, kind: str = "") -> Found:
    """Search all sources, or one. The words are used for this answer and are kept nowhere."""
    from portal.safety.screening import screen

    language = user.language if user.is_authenticated else "en"
    sections = [
        (source.key, str(source.label), source.search(user, query, language, SHOWN if kind else SHOWN // 2))
        for source in search_sources
        if kind in {"", source.key}
    ]
    danger = any(finding.kind in {"crisis", "red_flag"} for finding in screen(query[:2000]))
    mended = next(filter(None, (source.mend(query, language) for source in search_sources)), "")
    return Found(sections=[section for section in sections if section[2]], danger=danger, mended=mended)
