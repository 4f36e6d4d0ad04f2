"""From whatever somebody uploads to a small picture drawn anew, and a trace of it for its cover."""

from base64 import b64encode
from dataclasses import dataclass
from io import BytesIO
from typing import Any

from django.utils.translation import gettext as _
from PIL import Image, ImageFilter

from portal.core.errors import RuleViolation
from portal.core.pictures import MOST_BYTES, drawn_anew

COVER_SIDE = 20


@dataclass(frozen=True, slots=True)
class Covered:
    """A picture in WebP, without where, when or with what it was taken. `cover` is what it looks like when nothing can
    be told on it any more: a tiny WebP, in base64."""

    content: bytes
    width: int
    height: int
    cover: str


def draw_with_cover(upload: Any) -> Covered:
    """Raises RuleViolation for what is too large, or no picture. `upload` is a file that tells its `size`."""
    if upload.size > MOST_BYTES:
        raise RuleViolation(
            _("This file is larger than 10 MB. Please choose a smaller one."), code="large", field="picture"
        )
    try:
        drawn = drawn_anew(upload.read())
    except RuleViolation as refusal:
        refusal.field = "picture"
        raise
    return Covered(drawn.content, drawn.width, drawn.height, _cover(drawn.content))


def _cover(content: bytes) -> str:
    with Image.open(BytesIO(content), formats=("WEBP",)) as picture:
        tiny = picture.convert("RGB")
    tiny.thumbnail((COVER_SIDE, COVER_SIDE), Image.Resampling.BOX)
    out = BytesIO()
    tiny.filter(ImageFilter.GaussianBlur(3)).save(out, "WEBP", quality=30)
    return b64encode(out.getvalue()).decode()
