"""Pictures that people bring: looked at before they are opened, then drawn anew, so that nothing else stays in them."""

import re
import secrets
from dataclasses import dataclass
from io import BytesIO

from django.utils.translation import gettext as _
from PIL import Image, ImageOps, UnidentifiedImageError

from portal.core.errors import RuleViolation

MOST_BYTES = 10_000_000
MOST_PIXELS = 20_000_000
LONGEST_SIDE = 1600
KINDS = ("JPEG", "PNG", "WEBP", "GIF")
ACCEPT = "image/jpeg,image/png,image/webp,image/gif"
MEDIA_TYPE = "image/webp"
KEY = re.compile(r"[0-9a-f]{24}-(\d{1,4})x(\d{1,4})")


def picture_key(width: int, height: int) -> str:
    """Its name in addresses and in words. It says its size, so that a page leaves the right room without a query."""
    return f"{secrets.token_hex(12)}-{width}x{height}"


@dataclass(frozen=True, slots=True)
class Drawn:
    """A WebP picture without place, camera or any other note in it. Sizes in pixels."""

    content: bytes
    width: int
    height: int


def drawn_anew(raw: bytes) -> Drawn:
    """The picture, upright, at most 1,600 pixels on its longer side; of a moving one the first frame.

    Its kind and size are read from the header before anything is decoded. Raises RuleViolation with a sentence for
    whoever brought it: not a picture, too large a file, too many pixels.
    """
    if len(raw) > MOST_BYTES:
        raise RuleViolation(_("This file is larger than 10 MB. Please choose a smaller one."), code="large")
    unreadable = RuleViolation(
        _("This file is not a picture we can read. Please choose a JPEG, PNG, WebP or GIF file."), code="picture"
    )
    try:
        with Image.open(BytesIO(raw), formats=KINDS) as found:
            if found.width * found.height > MOST_PIXELS:
                raise RuleViolation(
                    _("This picture has more than 20 million points. Please choose a smaller one."), code="pixels"
                )
            found.seek(0)
            upright = ImageOps.exif_transpose(found)
            plain = upright.convert("RGBA" if upright.has_transparency_data else "RGB")
    except RuleViolation:
        raise
    except (UnidentifiedImageError, OSError, ValueError, SyntaxError, Image.DecompressionBombError) as error:
        raise unreadable from error
    plain.thumbnail((LONGEST_SIDE, LONGEST_SIDE))
    out = BytesIO()
    Image.frombytes(plain.mode, plain.size, plain.tobytes()).save(out, "WEBP", quality=84, method=4)
    return Drawn(out.getvalue(), *plain.size)
