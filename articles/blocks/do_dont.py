"""What may help, and what to leave."""

from django.utils.translation import gettext_lazy as _

from articles.blocks.base import BlockType
from articles.blocks.fields import Line, Lines

DO_DONT = BlockType(
    kind="do-dont",
    label=_("Do and don’t"),
    title="title",
    fields={
        "title": Line(label=_("Title"), plain=True, longest=160),
        "do": Lines(label=_("Do"), help=_("One thing a line.")),
        "dont": Lines(label=_("Don’t"), help=_("One thing a line.")),
    },
)
