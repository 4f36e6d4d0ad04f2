"""Foods that may help, for everybody to read."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import get_language
from django.views.decorators.http import require_safe

from selfcare.reads.foods import foods


@require_safe
def eating(request: HttpRequest) -> HttpResponse:
    """One page for all of it: nothing in its address says what is in the way."""
    return render(request, "selfcare/eating.html", {"foods": foods(request.user, get_language() or "en")})
