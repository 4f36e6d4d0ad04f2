"""When to get help, at one of three levels. Each sign carries the source it comes from."""

from typing import Any

from django.utils.translation import gettext_lazy as _

from articles.blocks.base import BlockType
from articles.blocks.fields import Choice, Key, Line, Lines, Rows

LEVELS = {"emergency": _("Emergency"), "urgent": _("Urgent"), "non-urgent": _("Not urgent")}
ORDER = {level: place for place, level in enumerate(LEVELS)}


def named(shown: dict[str, Any]) -> dict[str, Any]:
    return {**shown, "said": LEVELS[shown["level"]]}


CARE_CARD = BlockType(
    kind="care-card",
    label=_("Care card"),
    for_everybody=True,
    title="title",
    fields={
        "level": Choice(label=_("Level"), choices=LEVELS),
        "title": Line(label=_("Title"), plain=True, longest=200),
        "timescale": Line(label=_("How soon"), plain=True, longest=80, help=_("Such as “Now” or “Within 24 hours”.")),
        "who": Line(
            label=_("Who to call"), help=_("Write {help:emergency}, {help:urgent} or {help:team}, never a number.")
        ),
        "intro": Line(label=_("First line"), required=False),
        "symptoms": Rows(
            label=_("Signs"),
            columns={
                "text": Line(label=_("Sign")),
                "source": Key(label=_("Source key"), cite=True),
            },
        ),
        "say": Line(label=_("Words to say on the phone"), required=False, longest=600),
        "do": Lines(label=_("What to do meanwhile"), required=False, help=_("One thing a line.")),
    },
    arrange=named,
)
