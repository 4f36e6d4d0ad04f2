"""What an import tells afterwards: which blocks were made, and what was left out, how often, with a short quote."""

from collections import Counter
from dataclasses import dataclass, field
from typing import Any

QUOTE = 80


def quote(text: str) -> str:
    """The beginning of it on one line."""
    text = " ".join(text[: QUOTE * 8].split())
    return text if len(text) <= QUOTE else f"{text[: QUOTE - 1]}…"


@dataclass
class Report:
    """`dropped` counts what was left out; `notes` counts what an editor should look at. Each keeps its first quote."""

    made: Counter[str] = field(default_factory=Counter)
    dropped: Counter[str] = field(default_factory=Counter)
    notes: Counter[str] = field(default_factory=Counter)
    quotes: dict[str, str] = field(default_factory=dict)

    def drop(self, what: str, words: str = "", count: int = 1) -> None:
        self.dropped[what] += count
        self._keep(what, words)

    def note(self, what: str, words: str = "") -> None:
        self.notes[what] += 1
        self._keep(what, words)

    def _keep(self, what: str, words: str) -> None:
        if words and not self.quotes.get(what):
            self.quotes[what] = quote(words)

    def add(self, other: "Report") -> None:
        self.made += other.made
        self.dropped += other.dropped
        self.notes += other.notes
        for what, words in other.quotes.items():
            self._keep(what, words)

    def as_json(self) -> dict[str, Any]:
        def told(counted: Counter[str]) -> list[dict[str, Any]]:
            return [{"what": w, "count": n, "quote": self.quotes.get(w, "")} for w, n in counted.most_common()]

        return {"made": dict(self.made), "dropped": told(self.dropped), "notes": told(self.notes)}
