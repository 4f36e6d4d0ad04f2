"""Questions to take to one's own team."""

from django.utils.translation import gettext_lazy as _

from articles.blocks.base import BlockType
from articles.blocks.fields import Line, Lines

QUESTIONS = BlockType(
    kind="questions",
    label=_("Questions to ask"),
    title="title",
    fields={
        "title": Line(label=_("Title"), plain=True, longest=160),
        "items": Lines(label=_("Questions"), help=_("One question a line.")),
    },
)
