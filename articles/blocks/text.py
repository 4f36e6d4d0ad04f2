"""Running text under a heading."""

from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from articles.blocks.base import BlockType, Data
from articles.blocks.fields import Html, Line
from articles.blocks.problems import Problems


def not_empty(data: Data, problems: Problems) -> None:
    """A heading may stand alone, above a table; a block that says nothing may not."""
    if not data["heading"] and not data["html"]:
        problems.add(("html",), _now("There is no text here."))


TEXT = BlockType(
    kind="text",
    label=_("Text"),
    title="heading",
    fields={
        "heading": Line(label=_("Heading"), required=False, plain=True, longest=160),
        "html": Html(label=_("Text"), required=False),
    },
    rules=not_empty,
)
