"""What a printed guide carries: a drawing of its address that a phone can read."""

from functools import lru_cache

import qrcode
from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.views.decorators.http import require_safe
from qrcode.image.svg import SvgPathImage

from articles.models import Article


@lru_cache(maxsize=512)
def drawn(address: str) -> bytes:
    """An address as a QR code (ISO/IEC 18004), with the quiet zone of four modules that readers ask for."""
    return bytes(qrcode.make(address, image_factory=SvgPathImage, box_size=10, border=4).to_string())


@require_safe
def code(request: HttpRequest, language: str, slug: str) -> HttpResponse:
    """The address of a published guide, drawn here: no other site is asked."""
    readable = Article.objects.visible_to(request.user).published()
    article = get_object_or_404(readable, language=language, slug=slug)
    return HttpResponse(drawn(settings.BASE_URL + article.get_absolute_url()), content_type="image/svg+xml")
