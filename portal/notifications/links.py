"""Signed links for one purpose each, that work signed out. Opening one only shows a page; its button acts."""

from datetime import timedelta
from functools import lru_cache
from uuid import UUID

from django.conf import settings
from django.core import signing
from django.urls import reverse

GOOD_FOR = timedelta(days=14)
LESS_MAIL_FOR = timedelta(days=400)  # whoever finds an old mail and has had enough is not asked to find a newer one
UNSUBSCRIBE = "notifications.unsubscribe"
PLACE = "@"  # where a token goes in a path; tokens hold signs that need no quoting


def signed_action(purpose: str, subject: str, user_id: UUID) -> str:
    """A token that allows this purpose on this subject for this person, and nothing else. Safe in an address."""
    return signing.dumps([subject, str(user_id)], salt=f"handrail.link.{purpose}")


def read_action(token: str, purpose: str, max_age: timedelta = GOOD_FOR) -> tuple[str, UUID]:
    """The subject and the person. Raises signing.SignatureExpired after `max_age`, signing.BadSignature otherwise."""
    subject, user_id = signing.loads(token, salt=f"handrail.link.{purpose}", max_age=max_age)
    return subject, UUID(user_id)


def absolute(path: str) -> str:
    """The whole address of a page of this site, for mails."""
    return f"{settings.BASE_URL}{path}"


def unsubscribe_url(kind: str, user_id: UUID) -> str:
    """Where one click stops this kind of email ("*": all that are optional)."""
    token = signed_action(UNSUBSCRIBE, kind, user_id)
    return absolute(path_of("notifications:unsubscribe", PLACE).replace(PLACE, token))


@lru_cache
def path_of(name: str, *args: str) -> str:
    """The path of a page that is the same in each letter: looked up once."""
    return reverse(name, args=args)
