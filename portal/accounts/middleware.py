"""A person's own language and time zone for the length of one request, and when they were last here."""

from collections.abc import Callable

from allauth.usersessions.models import UserSession
from django.conf import settings
from django.core.cache import cache
from django.http import HttpRequest, HttpResponse
from django.utils import timezone, translation

from portal.core.local_time import zone_of

Handler = Callable[[HttpRequest], HttpResponse]
SEEN_SECONDS = 300


def language_of(name: str) -> str:
    """The language if the site still speaks it, else the site's own."""
    return name if name in dict(settings.LANGUAGES) else settings.LANGUAGE_CODE


def personal_settings(get_response: Handler) -> Handler:
    """Signed in: the person's settings. Signed out: what the browser asks for, in the site's own time."""

    def answer(request: HttpRequest) -> HttpResponse:
        user = request.user
        language = (
            language_of(user.language) if user.is_authenticated else translation.get_language_from_request(request)
        )
        zone = zone_of(user.time_zone) if user.is_authenticated else None
        with translation.override(language), timezone.override(zone):
            response = get_response(request)
            response.headers.setdefault("Content-Language", translation.get_language() or "en")
            return response

    return answer


def last_seen(get_response: Handler) -> Handler:
    """Keep the list of places where a person is signed in fresh, at the price of one write in five minutes."""

    def answer(request: HttpRequest) -> HttpResponse:
        key = request.session.session_key
        if key and request.user.is_authenticated and cache.add(f"seen:{key}", True, SEEN_SECONDS):
            UserSession.objects.create_from_request(request)
        return get_response(request)

    return answer
