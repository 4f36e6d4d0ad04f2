"""What a file of another forum holds, once it was read: threads and posts, and what was wrong with it, by line."""

from collections import Counter
from dataclasses import dataclass, field
from datetime import datetime
from typing import Literal

Markup = Literal["small", "discourse"]
MOST_FLAWS = 200


class BadFile(Exception):
    """Nothing of this file can be taken. `reason` is a whole sentence."""

    def __init__(self, reason: str, *, line: int = 1) -> None:
        super().__init__(f"{line}: {reason}")
        self.reason, self.line = reason, line


@dataclass(frozen=True, slots=True)
class Flaw:
    """Why something of a file was left out."""

    line: int
    reason: str


@dataclass(frozen=True, slots=True)
class Quoted:
    """Somebody else's words at the head of a post. `post` and `topic` name them where they came from, if known."""

    words: str
    name: str = ""
    post: str = ""
    number: int = 0
    topic: str = ""


@dataclass(slots=True)
class ForeignPost:
    line: int
    id: str
    author: str
    created_at: datetime
    body: str
    reply_to: str = ""
    number: int = 0
    notes: list[str] = field(default_factory=list)
    quotes: list[Quoted] = field(default_factory=list)


@dataclass(slots=True)
class ForeignThread:
    line: int
    id: str
    title: str
    posts: list[ForeignPost] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    locked: bool = False


@dataclass
class Changes:
    """What an import changed or left out: how often, and where first. Never the words themselves."""

    counts: Counter[str] = field(default_factory=Counter)
    first: dict[str, int] = field(default_factory=dict)
    line: int = 0

    def note(self, what: str, times: int = 1) -> None:
        if times:
            self.counts[what] += times
            self.first.setdefault(what, self.line)

    def as_json(self) -> list[dict[str, int | str]]:
        return [{"what": what, "count": count, "line": self.first[what]} for what, count in self.counts.most_common()]


@dataclass
class ForeignTalk:
    """A whole file. `flaws` are complete up to a limit, `flawed` counts them all."""

    markup: Markup = "discourse"
    threads: list[ForeignThread] = field(default_factory=list)
    flaws: list[Flaw] = field(default_factory=list)
    flawed: int = 0
    changes: Changes = field(default_factory=Changes)

    def refuse(self, line: int, reason: str) -> None:
        self.flawed += 1
        if len(self.flaws) < MOST_FLAWS:
            self.flaws.append(Flaw(line, reason))

    @property
    def posts(self) -> int:
        return sum(len(thread.posts) for thread in self.threads)
