"""The pictures that guides show."""

from django.http import HttpRequest, HttpResponse, HttpResponseNotModified
from django.shortcuts import get_object_or_404
from django.views.decorators.http import require_safe

from articles.models import ArticlePicture
from articles.operations.invitations import invitation_of
from portal.core.pictures import MEDIA_TYPE


@require_safe
def picture(request: HttpRequest, key: str) -> HttpResponse:
    """A cache asks again each time, so a retired guide's pictures are gone at once. `?invited=` comes with the address
    of a draft that somebody without an account was asked to look at."""
    token = request.GET.get("invited", "")
    invitation = invitation_of(token) if token else None
    seen = ArticlePicture.objects.visible_to(request.user, invitation.article if invitation else None)
    found = get_object_or_404(seen.select_related("file"), key=key)
    tag = f'"{found.key}"'
    if request.headers.get("If-None-Match") == tag:
        response: HttpResponse = HttpResponseNotModified()
    else:
        response = HttpResponse(bytes(found.file.content), content_type=MEDIA_TYPE)
    response["ETag"] = tag
    if token:
        response["Cache-Control"] = "private, no-store"
    return response
