"""The question somebody is still writing: carried sealed in the form itself, never in a session, cookie or address."""

import base64
import json
import secrets
from datetime import timedelta
from typing import Any

from django.core import signing
from django.utils.translation import get_language

from portal.core.crypto import CannotOpen, seal, unseal
from portal.safety.screening import screen
from portal.safety.screening.findings import Finding, Kind

ABOUT = "moderation.ask"
SALT = "handrail.ask.draft"
GOOD_FOR = timedelta(hours=12)
HELP_FIRST = (Kind.CRISIS, Kind.RED_FLAG, Kind.METHOD)


class DraftLost(Exception):
    """The sealed answers were altered, or are too old."""


def new_key() -> str:
    """Goes along with one question, so that sending it twice makes one."""
    return secrets.token_hex(16)


def sealed_draft(draft: dict[str, Any]) -> str:
    plain = json.dumps(draft, ensure_ascii=False).encode()
    sealed = base64.urlsafe_b64encode(seal(plain, associated=ABOUT, purpose="safety")).decode()
    return signing.TimestampSigner(salt=SALT).sign(sealed)


def opened_draft(text: str) -> dict[str, Any]:
    """Raises DraftLost."""
    try:
        sealed = base64.urlsafe_b64decode(signing.TimestampSigner(salt=SALT).unsign(text, max_age=GOOD_FOR))
        return dict(json.loads(unseal(sealed, associated=ABOUT, purpose="safety")))
    except (signing.BadSignature, CannotOpen, ValueError) as error:
        raise DraftLost from error


def worrying(words: str) -> list[Finding]:
    """What in these words asks for help before anything else, the most urgent first."""
    found = [one for one in screen(words, get_language() or "en") if one.kind in HELP_FIRST]
    order = ("crisis", "red", "amber", "green")
    return sorted(found, key=lambda one: order.index(one.band))
