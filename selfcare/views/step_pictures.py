"""The pictures beside the steps of plans."""

from django.http import HttpRequest, HttpResponse, HttpResponseNotModified
from django.shortcuts import get_object_or_404
from django.views.decorators.http import require_safe

from portal.core.pictures import MEDIA_TYPE
from selfcare.models import StepPicture


@require_safe
def step_picture(request: HttpRequest, key: str) -> HttpResponse:
    """A cache asks again each time: what was withdrawn is gone at once for whoever has no plan with it."""
    found = get_object_or_404(StepPicture.objects.visible_to(request.user).select_related("file"), key=key)
    tag = f'"{found.key}"'
    if request.headers.get("If-None-Match") == tag:
        response: HttpResponse = HttpResponseNotModified()
    else:
        response = HttpResponse(bytes(found.file.content), content_type=MEDIA_TYPE)
    response["ETag"] = tag
    response["X-Content-Type-Options"] = "nosniff"
    return response
