"""Readers who follow a link to the site that was here before find the article where it stands now."""

import re
from collections.abc import Callable

from django.http import HttpRequest, HttpResponse, HttpResponsePermanentRedirect

from articles.operations.old_addresses import article_at

Handler = Callable[[HttpRequest], HttpResponse]
NEVER = ("/api/", "/admin/", "/static/", "/accounts/", "/_allauth/")
PLAIN = re.compile(r"^(p|page_id)=\d+$")


def old_addresses(get_response: Handler) -> Handler:
    """Looks only where nothing was found, so that pages that exist cost nothing more. `/?p=12` stands at the front
    page: there the number itself says that an old page is wanted."""

    def answer(request: HttpRequest) -> HttpResponse:
        query = request.META.get("QUERY_STRING", "")
        numbered = query if len(query) < 40 and PLAIN.match(query) else ""
        if request.method not in {"GET", "HEAD"} or request.path.startswith(NEVER):
            return get_response(request)
        path = f"/{request.path.strip('/')}"
        if numbered and path == "/" and (found := article_at(f"/?{numbered}")):
            return HttpResponsePermanentRedirect(found)
        response = get_response(request)
        if response.status_code != 404 or "\x00" in path:
            return response
        found = (numbered and article_at(f"{path}?{numbered}")) or article_at(path)
        return HttpResponsePermanentRedirect(found) if found else response

    return answer
