"""Things to do one after another."""

from django.utils.translation import gettext_lazy as _

from articles.blocks.base import BlockType
from articles.blocks.fields import Line, Lines

STEPS = BlockType(
    kind="steps",
    label=_("Steps"),
    title="title",
    fields={
        "title": Line(label=_("Title"), plain=True, longest=160),
        "items": Lines(label=_("Steps"), help=_("One step a line.")),
    },
)
