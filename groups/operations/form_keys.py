"""One sending of one form: sent again, by a slow network or an impatient finger, it is still one post."""

import hashlib

from portal.accounts.models import User


def key_of(actor: User, form_key: str) -> str | None:
    """What is kept of a form's own key. Nobody can guess another person's, or take it."""
    return hashlib.sha256(f"{actor.pk}|{form_key}".encode()).hexdigest()[:32] if form_key else None
