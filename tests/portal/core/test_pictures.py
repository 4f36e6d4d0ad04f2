"""Pictures that people bring: what is in the file beside the picture does not stay."""

import struct
import zlib
from io import BytesIO

import pytest
from PIL import Image

from portal.core.errors import RuleViolation
from portal.core.pictures import MOST_BYTES, drawn_anew
from tests.factories.pictures import picture_file


def test_place_and_camera_are_gone():
    raw = picture_file(place=True)
    assert b"A camera that tells" in raw

    drawn = drawn_anew(raw)

    assert b"A camera that tells" not in drawn.content
    assert dict(Image.open(BytesIO(drawn.content)).getexif()) == {}


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP", "GIF"])
def test_every_kind_becomes_webp(kind):
    drawn = drawn_anew(picture_file(kind=kind))

    with Image.open(BytesIO(drawn.content)) as image:
        assert (image.format, image.size) == ("WEBP", (60, 40))
    assert (drawn.width, drawn.height) == (60, 40)


def test_a_picture_taken_sideways_stands_upright():
    drawn = drawn_anew(picture_file((60, 40), turned=True))
    assert (drawn.width, drawn.height) == (40, 60)


def test_what_one_can_see_through_stays_so():
    with Image.open(BytesIO(drawn_anew(picture_file(kind="PNG", mode="RGBA")).content)) as image:
        assert image.convert("RGBA").getpixel((5, 5))[3] == pytest.approx(100, abs=2)


def test_a_large_picture_is_made_smaller():
    drawn = drawn_anew(picture_file((3200, 1000)))
    assert (drawn.width, drawn.height) == (1600, 500)


def chunk(name: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))


def bomb(width: int, height: int) -> bytes:
    """A small file whose header promises so many points."""
    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    body = zlib.compress(bytes(1000))
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", body) + chunk(b"IEND", b"")


@pytest.mark.parametrize(("width", "height"), [(5001, 4000), (60_000, 60_000)])
def test_too_many_points_are_refused_from_the_header_alone(width, height):
    with pytest.raises(RuleViolation) as refusal:
        drawn_anew(bomb(width, height))
    assert refusal.value.code in {"pixels", "picture"}


def test_a_file_that_is_too_long_is_refused_before_it_is_read():
    with pytest.raises(RuleViolation) as refusal:
        drawn_anew(bytes(MOST_BYTES + 1))
    assert refusal.value.code == "large"


@pytest.mark.parametrize(
    "raw",
    [b"", b"GIF89a", b"<svg xmlns='http://www.w3.org/2000/svg'><script>1</script></svg>", b"%PDF-1.4",
     picture_file()[:300], picture_file(kind="BMP"), picture_file(kind="TIFF")],
    ids=["empty", "a beginning", "svg", "pdf", "cut off", "bmp", "tiff"],
)  # fmt: skip
def test_what_is_no_picture_is_refused_with_a_sentence(raw):
    with pytest.raises(RuleViolation) as refusal:
        drawn_anew(raw)
    assert refusal.value.message.startswith("This file is not a picture we can read.")
