"""What may be meant, while somebody types into the search box."""

from dataclasses import asdict

from django.http import HttpRequest, JsonResponse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from articles.search.suggestions import suggestions


@require_safe
@never_cache
def suggest(request: HttpRequest) -> JsonResponse:
    """At most eight names of published things. Asked for as the search itself is; the words are kept nowhere."""
    language = request.user.language if request.user.is_authenticated else "en"
    found = suggestions(request.GET.get("q", ""), language)
    return JsonResponse({"suggestions": [asdict(one) for one in found]}, headers={"Cache-Control": "private, no-store"})
