"""Asking every house at once, and danger signs first."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from articles.search.emergencies import reads_like_a_sign
from articles.search.words import WORD, plain
from portal.core.search import Hit, SearchSource, search_sources
from portal.safety.reads import HelpLines, help_lines
from portal.safety.screening import screen
from portal.safety.screening.findings import Kind

SHOWN = 20


@dataclass(frozen=True, slots=True)
class Found:
    """What a search shows: hits by source in the sources' own order, and before them whom to call. `crisis`: the words
    sound as if somebody may not want to live; `medical`: they name a danger sign of the body. `mended` holds words as
    they were typed and as they were read, and `read` the whole query as it was read."""

    sections: Sequence[tuple[str, str, Sequence[Hit]]]
    lines: HelpLines
    crisis: bool = False
    medical: bool = False
    mended: Sequence[tuple[str, str]] = ()
    read: str = ""

    @property
    def total(self) -> int:
        return sum(len(hits) for _key, _label, hits in self.sections)


def look(user: Any, query: str, kind: str = "", *, country: str, exact: bool = False) -> Found:
    """Search all sources, or one; `exact` takes every word as it is spelt."""
    language = user.language if user.is_authenticated else "en"
    asked = [source for source in search_sources if kind in {"", source.key}]
    most = SHOWN if kind else SHOWN // 2
    sections = [(source.key, str(source.label), _way(source, exact)(user, query, language, most)) for source in asked]
    mended = () if exact else next(filter(None, (source.mend(query, language) for source in asked)), ())
    signs = {finding.kind for finding in screen(query[:2000])}
    return Found(
        sections=[section for section in sections if section[2]],
        lines=help_lines(country),
        crisis=bool(signs & {Kind.CRISIS, Kind.METHOD}),
        medical=Kind.RED_FLAG in signs or reads_like_a_sign(query, language),
        mended=mended,
        read=as_read(query, mended),
    )


def _way(source: SearchSource, exact: bool) -> Callable[[Any, str, str, int], Sequence[Hit]]:
    return (source.search_as_typed if exact else None) or source.search


def as_read(query: str, mended: Sequence[tuple[str, str]]) -> str:
    """The query with the mended words in it; empty when nothing was mended."""
    words = dict(mended)
    return WORD.sub(lambda found: words.get(plain(found[0]), found[0]), query) if words else ""
