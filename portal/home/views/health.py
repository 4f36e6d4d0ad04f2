"""Whether the site is well: for load balancers, for the person on call, and for the monitoring."""

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from portal.home.wellness import wellness


@require_safe
@never_cache
def readyz(request: HttpRequest) -> HttpResponse:
    """Ready: the database answers. Without the broker or a recent tick the site still serves, and says `degraded`."""
    found = wellness()
    return JsonResponse(found.report(), status=200 if found.database else 503)


@require_safe
@never_cache
def metrics(request: HttpRequest) -> HttpResponse:
    """The engine's figures in the Prometheus text format; counts and seconds only, nothing about anybody."""
    return HttpResponse(wellness(each_kind=True).exposition(), content_type="text/plain; version=0.0.4")
