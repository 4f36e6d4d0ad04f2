"""A picture for a post: drawn anew by the shared floor, with a trace of it for its cover."""

from base64 import b64decode
from io import BytesIO

import pytest
from PIL import Image

from groups.operations.decoding import draw_with_cover
from portal.core.errors import RuleViolation
from portal.core.pictures import MOST_BYTES
from tests.factories.group_pictures import picture_bytes, upload


def opened(drawn):
    return Image.open(BytesIO(drawn.content))


def test_where_when_and_with_what_it_was_taken_is_gone():
    exif = Image.Exif()
    exif[0x010F] = "Camera of Jane Doe"
    exif.get_ifd(0x8825)[2] = (51.0, 30.0, 0.0)
    content = picture_bytes(exif=exif, comment=b"Ward 7")
    assert b"Jane Doe" in content and b"Ward 7" in content
    drawn = draw_with_cover(upload(content + b"something behind the end"))
    assert opened(drawn).format == "WEBP" and not opened(drawn).getexif()
    for trace in (b"Jane", b"Ward", b"EXIF", b"behind"):
        assert trace not in drawn.content


def test_the_cover_is_a_trace_without_detail():
    drawn = draw_with_cover(upload(picture_bytes(size=(1200, 900))))
    cover = Image.open(BytesIO(b64decode(drawn.cover)))
    assert max(cover.size) == 20 and len(drawn.cover) < 1200


@pytest.mark.parametrize(
    "content",
    [b"<svg xmlns='http://www.w3.org/2000/svg'/>", b"%PDF-1.7", b"\xff", picture_bytes()[:200]],
    ids=["svg", "pdf", "one byte", "half a jpeg"],
)
def test_what_is_no_picture_is_refused_beside_its_field(content):
    with pytest.raises(RuleViolation, match="not a picture") as refusal:
        draw_with_cover(upload(content))
    assert refusal.value.field == "picture"


def test_too_many_points_are_refused():
    with pytest.raises(RuleViolation, match="20 million") as refusal:
        draw_with_cover(upload(picture_bytes("PNG", (5001, 4000))))
    assert refusal.value.field == "picture"


def test_a_file_of_too_many_bytes_is_not_even_read():
    class Large:
        size = MOST_BYTES + 1

    with pytest.raises(RuleViolation, match="10 MB"):
        draw_with_cover(Large())
