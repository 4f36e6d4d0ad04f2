"""Picture files for tests, as cameras and programs write them."""

from io import BytesIO

from PIL import Image

RED = (200, 30, 30)


def picture_file(
    size: tuple[int, int] = (60, 40),
    *,
    kind: str = "JPEG",
    place: bool = False,
    mode: str = "RGB",
    turned: bool = False,
) -> bytes:
    """A picture of one colour. With `place`, as a phone that notes where it was; `turned`, held on its side."""
    image = Image.new(mode, size, RED if mode == "RGB" else (*RED, 100))
    exif = Image.Exif()
    if place:
        exif.get_ifd(0x8825).update({1: "N", 2: (51.0, 30.0, 7.0)})
        exif[0x010F] = "A camera that tells"
    if turned:
        exif[0x0112] = 6
    out = BytesIO()
    image.save(out, kind, exif=exif) if place or turned else image.save(out, kind)
    return out.getvalue()
