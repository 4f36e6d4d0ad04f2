"""What an import did, for people: figures, and what was changed or left out, in words."""

from dataclasses import dataclass
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from groups.models import ThreadImport

FIGURES = (
    "threads_total", "posts_total", "position", "threads_new", "posts_new", "posts_known", "posts_held",
    "posts_seen_to", "flawed",
)  # fmt: skip
FORETOLD = ("threads_total", "posts_total", "posts_held", "posts_seen_to", "flawed")  # what a check can know
LABELS: dict[str, Promise] = {
    "moments without a time zone": _("moments without a time zone, read in the chosen one"),
    "pictures": _("pictures left out, with a note in their place"),
    "files": _("files left out, with a note in their place"),
    "polls": _("polls left out"),
    "comments nobody could see": _("comments nobody could see, left out"),
    "HTML tags": _("HTML tags turned into Markdown"),
    "quotes": _("quotes"),
    "dates": _("dates written out"),
    "bare links": _("bare links made to work"),
    "links that led inside the other forum": _("links that led inside the other forum, left as words"),
    "headings": _("headings made bold"),
    "emoji": _("emoji"),
    "names that became the names of voices here": _("names that became the invented ones"),
    "names of people who are not in the file": _("names of people who are not in the file, taken out"),
    "posts too long for one": _("posts cut into several"),
    "titles too long for one line": _("titles cut, with the whole one in the first post"),
    "content notes we do not have": _("content notes that we do not have, left out"),
    "posts older than what is here already, put at the end": _("posts older than what was here, put at the end"),
}


@dataclass(frozen=True, slots=True)
class Change:
    label: Any
    count: int
    line: int


def figures_of(row: ThreadImport) -> list[tuple[Any, int]]:
    """Before it runs only what the check can know."""
    names = FIGURES if row.state in {row.State.TO_RUN, row.State.DONE, row.State.DROPPED} else FORETOLD
    return [(row._meta.get_field(name).verbose_name, getattr(row, name)) for name in names]  # type: ignore[union-attr]


def changes_of(row: ThreadImport) -> list[Change]:
    return [Change(LABELS.get(one["what"], one["what"]), one["count"], one["line"]) for one in row.changes]
