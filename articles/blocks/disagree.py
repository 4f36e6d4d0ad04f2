"""Where good sources disagree, and what that means for the reader."""

from django.utils.translation import gettext_lazy as _

from articles.blocks.base import BlockType
from articles.blocks.fields import Key, Line, Rows

DISAGREE = BlockType(
    kind="disagree",
    label=_("Sources disagree"),
    title="title",
    fields={
        "title": Line(label=_("Title"), plain=True, longest=160),
        "positions": Rows(
            label=_("Positions"),
            columns={
                "who": Line(label=_("Who"), plain=True, longest=160),
                "says": Line(label=_("What they say"), longest=1000),
                "source": Key(label=_("Source key"), cite=True),
            },
        ),
        "meaning": Line(label=_("What it means for you"), many_lines=True, longest=2000),
    },
)
