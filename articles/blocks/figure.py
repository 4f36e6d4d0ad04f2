"""A picture or a drawing with a caption. What it shows is said in words for whoever cannot see it."""

from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from articles.blocks.base import BlockType, Data
from articles.blocks.fields import Choice, Field, Line
from articles.blocks.inline import Reading
from articles.blocks.problems import Path, Problems
from portal.core.pictures import KEY

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


@dataclass(frozen=True, kw_only=True)
class PictureKey(Field):
    """The name of a picture of the newsroom, which says its size: `<24 hex digits>-<width>x<height>`."""

    required: bool = False
    late: bool = True

    def check(self, value: Any, path: Path, problems: Problems) -> str:
        if value in (None, ""):
            return str(self.missing(path, problems))
        if not isinstance(value, str) or not KEY.fullmatch(value):
            problems.add(path, _now("“%(value)s” is not the name of a picture.") % {"value": str(value)[:60]})
            return ""
        return value

    def show(self, value: Any, reading: Reading) -> dict[str, str] | None:
        found = KEY.fullmatch(value or "")
        return {"key": value, "width": found[1], "height": found[2]} if found else None


def one_to_look_at(data: Data, problems: Problems) -> None:
    if bool(data["art"]) == bool(data["picture"]):
        problems.add(("art",), _now("Choose a drawing or a picture: one of them."))


FIGURE = BlockType(
    kind="figure",
    label=_("Picture"),
    title="caption",
    fields={
        "picture": PictureKey(label=_("Picture"), help=_("Pictures are added on their own page of the staff desk.")),
        "art": Choice(label=_("Or a drawing of ours"), choices=DRAWINGS, required=False),
        "alt": Line(label=_("What it shows, in words"), plain=True, longest=300),
        "caption": Line(label=_("Caption"), required=False, plain=True, longest=200),
    },
    rules=one_to_look_at,
)
