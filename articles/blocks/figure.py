"""A drawing with a caption. What it shows is said in words for whoever cannot see it."""

from django.utils.translation import gettext_lazy as _

from articles.blocks.base import BlockType
from articles.blocks.fields import Choice, Line

DRAWINGS = {
    "spine": _("A spine"),
    "cord": _("The spinal cord"),
    "phone": _("A phone call"),
    "bone": _("A bone"),
    "scan": _("A scanner"),
    "beam": _("A treatment beam"),
    "medicine": _("Medicines"),
    "walk": _("A walk"),
    "plate": _("A plate"),
    "cup": _("A cup"),
    "heat": _("Warmth"),
    "talk": _("A talk"),
    "path": _("A path"),
}

FIGURE = BlockType(
    kind="figure",
    label=_("Drawing"),
    title="caption",
    fields={
        "art": Choice(label=_("Drawing"), choices=DRAWINGS),
        "alt": Line(label=_("What it shows, in words"), plain=True, longest=300),
        "caption": Line(label=_("Caption"), required=False, plain=True, longest=200),
    },
)
