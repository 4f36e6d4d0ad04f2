"""Running text under a heading."""

from django.utils.translation import gettext_lazy as _

from articles.blocks.base import BlockType
from articles.blocks.fields import Html, Line

TEXT = BlockType(
    kind="text",
    label=_("Text"),
    title="heading",
    fields={
        "heading": Line(label=_("Heading"), required=False, plain=True, longest=160),
        "html": Html(label=_("Text")),
    },
)
