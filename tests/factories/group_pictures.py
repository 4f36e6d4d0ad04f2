"""Picture files as people upload them, drawn for a test."""

from io import BytesIO

from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import Image

from groups.models import Picture, PictureFile, Post
from groups.operations.decoding import draw_with_cover


def picture_bytes(kind: str = "JPEG", size: tuple[int, int] = (64, 48), colour: str = "teal", **how: object) -> bytes:
    out = BytesIO()
    Image.new(str(how.pop("mode", "RGB")), size, colour).save(out, kind, **how)
    return out.getvalue()


def upload(content: bytes | None = None, name: str = "scar.jpg") -> SimpleUploadedFile:
    return SimpleUploadedFile(name, content or picture_bytes(), content_type="image/jpeg")


def make_picture(post: Post, alt: str = "My garden", **fields: object) -> Picture:
    drawn = draw_with_cover(upload())
    picture = Picture.objects.create(
        post=post, alt=alt, width=drawn.width, height=drawn.height, cover=drawn.cover, **fields
    )
    PictureFile.objects.create(picture=picture, media_type="image/webp", content=drawn.content)
    return picture
