"""How sure anybody is of one thing, and from which sources."""

from typing import Any

from django.utils.translation import gettext_lazy as _

from articles.blocks.base import BlockType
from articles.blocks.fields import Choice, Keys, Line

GRADES = {
    "good": _("Good evidence that it helps"),
    "some": _("Some evidence that it helps"),
    "little": _("Little evidence that it helps"),
    "unclear": _("Not clear if it helps"),
    "against": _("Evidence against it"),
}


def named(shown: dict[str, Any]) -> dict[str, Any]:
    return {**shown, "said": GRADES[shown["grade"]]}


EVIDENCE = BlockType(
    kind="evidence",
    label=_("Evidence"),
    title="title",
    fields={
        "title": Line(label=_("Title"), plain=True, longest=160),
        "grade": Choice(label=_("How sure"), choices=GRADES),
        "text": Line(label=_("What is known"), many_lines=True, longest=3000),
        "sources": Keys(label=_("Source keys"), required=True, help=_("With spaces between them.")),
    },
    arrange=named,
)
