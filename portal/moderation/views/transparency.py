"""What moderation did, for everybody to read."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from portal.moderation.reads.transparency import transparency as months


@require_safe
def transparency(request: HttpRequest) -> HttpResponse:
    """The same for everybody, in the site's own time zone: months must not move with who looks."""
    with timezone.override(timezone.get_default_timezone()):
        return render(request, "moderation/transparency.html", {"months": months(), "part": "groups"})
