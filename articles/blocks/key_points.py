"""The main points, said first."""

from django.utils.translation import gettext_lazy as _

from articles.blocks.base import BlockType
from articles.blocks.fields import Lines

KEY_POINTS = BlockType(
    kind="key-points",
    label=_("Main points"),
    said=_("The main points"),
    list_of="points",
    fields={"points": Lines(label=_("Points"), help=_("One sentence a line."), most=10, longest=300)},
)
