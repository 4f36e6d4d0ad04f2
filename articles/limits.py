"""How often one place may do something without signing in. An address is only counted, by a keyed hash, for an hour."""

from allauth.account.adapter import get_adapter
from django.core.cache import cache
from django.http import HttpRequest
from django.utils.crypto import salted_hmac

AN_HOUR_IN_SECONDS = 60 * 60


def may_go_on(request: HttpRequest, what: str, per_hour: int) -> bool:
    """Counts this one too. While the cache is away, nobody is held up."""
    address = get_adapter().get_client_ip(request)
    key = f"{what}:{salted_hmac('handrail.articles.' + what, address).hexdigest()}"
    before = cache.get(key, 0)
    if before >= per_hour:
        return False
    cache.set(key, before + 1, AN_HOUR_IN_SECONDS)
    return True
