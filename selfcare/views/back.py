"""Where a small form leads back to."""

from django.http import HttpRequest, HttpResponseRedirect
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme


def back(request: HttpRequest, fallback: str = "home:today", anchor: str = "") -> HttpResponseRedirect:
    """To the page that the form named in `next`, when it is one of ours."""
    chosen = request.POST.get("next", "")
    ours = url_has_allowed_host_and_scheme(chosen, allowed_hosts=None) and chosen.startswith("/")
    return HttpResponseRedirect(f"{chosen if ours else reverse(fallback)}{anchor}")
