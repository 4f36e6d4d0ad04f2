"""The address of urgent help. The middleware answers it before this is reached."""

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from portal.safety.urgent_page import urgent_help_page


@require_safe
def urgent_help(request: HttpRequest) -> HttpResponse:
    return urgent_help_page(request)
