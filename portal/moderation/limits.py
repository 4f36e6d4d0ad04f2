"""How often one place may report signed out. An address is only counted, by a keyed hash, for an hour."""

from allauth.account.adapter import get_adapter
from django.core.cache import cache
from django.http import HttpRequest
from django.utils.crypto import salted_hmac

PER_HOUR = 10
AN_HOUR_IN_SECONDS = 60 * 60


def may_report_signed_out(request: HttpRequest) -> bool:
    """Counts this one too. While the cache is away, nobody is held up."""
    address = get_adapter().get_client_ip(request)
    key = f"report:{salted_hmac('handrail.report', address).hexdigest()}"
    before = cache.get(key, 0)
    if before >= PER_HOUR:
        return False
    cache.set(key, before + 1, AN_HOUR_IN_SECONDS)
    return True


ASKED_PER_HOUR = 5


def may_ask(request: HttpRequest) -> bool:
    """How often one person, or one place signed out, may ask the team something. Counts this one too."""
    user = request.user
    who = str(user.pk) if user.is_authenticated else get_adapter().get_client_ip(request)
    key = f"ask:{salted_hmac('handrail.ask', who).hexdigest()}"
    before = cache.get(key, 0)
    if before >= ASKED_PER_HOUR:
        return False
    cache.set(key, before + 1, AN_HOUR_IN_SECONDS)
    return True
