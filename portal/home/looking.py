"""Asking every house at once, and danger signs first."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from articles.search.emergencies import reads_like_a_sign
from portal.core.search import Hit, search_sources
from portal.safety.reads import HelpLines, help_lines
from portal.safety.screening import screen
from portal.safety.screening.findings import Kind

SHOWN = 20


@dataclass(frozen=True, slots=True)
class Found:
    """What a search shows: hits by source in the sources' own order, and before them whom to call. `crisis`: the words
    sound as if somebody may not want to live; `medical`: they name a danger sign of the body. `mended` holds words as
    they were typed and as they were read."""

    sections: Sequence[tuple[str, str, Sequence[Hit]]]
    lines: HelpLines
    crisis: bool = False
    medical: bool = False
    mended: Sequence[tuple[str, str]] = ()

    @property
    def total(self) -> int:
        return sum(len(hits) for _key, _label, hits in self.sections)


def look(user: Any, query: str, kind: str = "", *, country: str) -> Found:
    """Search all sources, or one. The words are used for this answer and are kept nowhere."""
    language = user.language if user.is_authenticated else "en"
    sections = [
        (source.key, str(source.label), source.search(user, query, language, SHOWN if kind else SHOWN // 2))
        for source in search_sources
        if kind in {"", source.key}
    ]
    signs = {finding.kind for finding in screen(query[:2000])}
    return Found(
        sections=[section for section in sections if section[2]],
        lines=help_lines(country),
        crisis=bool(signs & {Kind.CRISIS, Kind.METHOD}),
        medical=Kind.RED_FLAG in signs or reads_like_a_sign(query, language),
        mended=next(filter(None, (source.mend(query, language) for source in search_sources)), ()),
    )
