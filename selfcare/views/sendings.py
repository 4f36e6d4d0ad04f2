"""One sending of one small form: the same form sent again with the same words is the same entry."""

import re
from collections.abc import Mapping
from uuid import UUID, uuid4

FORM_KEY = re.compile(r"[A-Za-z0-9]{8,32}")


def form_key(posted: Mapping[str, str]) -> str:
    """The form's own key, or nothing."""
    key = posted.get("form_key", "")
    return key if FORM_KEY.fullmatch(key) else ""


def one_sending(posted: Mapping[str, str], words: str) -> str | None:
    """A name for this form with these words in it; None for a form without a key of its own."""
    key = form_key(posted)
    return f"page:{key}:{words}" if key else None


def key_in(words: str) -> UUID:
    """The key that a form names; for what is none, one that nothing has."""
    try:
        return UUID(words)
    except ValueError:
        return uuid4()
