"""Nothing about health is written down for who has not agreed to it, or took that back."""

from django.utils.translation import gettext as _

from portal.accounts.models import User
from portal.accounts.reads import holds_consent
from portal.core.errors import RuleViolation


def need_consent(actor: User) -> None:
    """Asked by every operation that keeps health information. Raises RuleViolation. One query."""
    if not holds_consent(actor, "health"):
        raise RuleViolation(
            _("You took back your agreement to keep health information. Agree again in your settings to use this."),
            code="consent",
        )
