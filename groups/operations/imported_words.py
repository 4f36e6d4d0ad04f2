"""What one post of another forum becomes: its words in small Markdown, and what the screening says about them."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from groups.foreign.discourse import convert
from groups.foreign.fields import CONTROL
from groups.foreign.frames import as_blockquote
from groups.foreign.names import Names
from groups.foreign.shapes import Changes, ForeignPost, Quoted
from groups.models import Note
from groups.operations.words import LONGEST
from portal.safety.care_check import contact_details, must_hold
from portal.safety.screening import screen
from portal.safety.screening.findings import Finding, Kind

YOUNG = timedelta(days=7)  # what is younger may be about somebody who is at risk now
TITLE = 140
SPLIT, CUT_TITLE, NO_NOTE = "posts too long for one", "titles too long for one line", "content notes we do not have"


@dataclass(slots=True)
class Words:
    """`quotes` stand before the words and may become references; `parts` are one post each."""

    parts: list[str]
    quotes: list[Quoted]
    findings: tuple[Finding, ...] = ()

    @property
    def held(self) -> bool:
        """A way to come to harm, and contact details, wait for a person. Nobody is there to be asked first."""
        return must_hold(self.findings) or contact_details(self.findings)

    @property
    def endangered(self) -> list[Finding]:
        return [one for one in self.findings if one.kind == Kind.CRISIS]

    def urgent(self, said_at: datetime, now: datetime) -> list[Finding]:
        """What calls a moderator at once, because it was said just now."""
        if said_at < now - YOUNG:
            return []
        return [one for one in self.findings if one.urgent and one.kind in {Kind.CRISIS, Kind.RED_FLAG}]

    def as_body(self, quotes: list[Quoted]) -> list[str]:
        """The parts, with these quotes set apart at the head of the first."""
        if not quotes:
            return self.parts
        head = "\n\n".join(as_blockquote(one) for one in quotes)
        return parts_of(f"{head}\n\n{self.parts[0]}".strip()) + self.parts[1:]


def words_of(post: ForeignPost, *, markup: str, title: str, names: Names, changes: Changes, language: str) -> Words:
    """`title` is that of the thread, for its first post."""
    changes.line = post.line
    if markup == "discourse":
        converted = convert(post.body, names, changes)
        body, quotes = converted.body, [*post.quotes, *converted.quotes]
    else:
        text = post.body.replace("\r\n", "\n").replace("\r", "\n")
        body, quotes = names.put(CONTROL.sub("", text), changes).strip(), list(post.quotes)
    if len(title) > TITLE:
        body = f"**{title}**\n\n{body}"
        changes.note(CUT_TITLE)
    if not body and quotes:
        body, quotes = "\n\n".join(as_blockquote(one) for one in quotes), []
    parts = parts_of(body or "…")
    changes.note(SPLIT, int(len(parts) > 1))
    to_screen = "\n\n".join([title, body, *(one.words for one in quotes)])
    return Words(parts, quotes, tuple(screen(to_screen, language)))


def short_title(title: str) -> str:
    return title if len(title) <= TITLE else f"{title[: TITLE - 1].rsplit(' ', 1)[0]}…"


def parts_of(body: str) -> list[str]:
    """The body in pieces that fit into a post each, cut between paragraphs where that is possible. Every letter that
    is not space at a cut is kept."""
    parts = []
    while len(body) > LONGEST:
        ends = (body.rfind(sign, LONGEST // 2, LONGEST) for sign in ("\n\n", "\n", " "))
        end = next((at for at in ends if at > 0), LONGEST)
        parts.append(body[:end].rstrip())
        body = body[end:].lstrip()
    return [*parts, body] if body or not parts else parts


def notes_of(given: list[str], changes: Changes) -> list[str]:
    """The notes we have; others are counted."""
    kept = [one for one in dict.fromkeys(given) if one in Note.values]
    changes.note(NO_NOTE, len(set(given)) - len(kept))
    return kept
