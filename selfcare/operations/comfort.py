"""How a person wants to be shown their own plan."""

from django.db import transaction
from django.utils.translation import gettext as _

from portal.accounts.models import User
from portal.core.clock import handrail_now
from portal.core.errors import RuleViolation
from selfcare.models import Comfort


@transaction.atomic
def count_for_me(*, actor: User, wanted: bool) -> bool:
    """Whether what was done is counted anywhere. Returns whether that changed."""
    mine, _new = Comfort.objects.get_or_create(owner=actor)
    if (mine.counts_off_at is None) == wanted:
        return False
    mine.counts_off_at = None if wanted else handrail_now()
    mine.save(update_fields=["counts_off_at"])
    return True


@transaction.atomic
def measure_in(*, actor: User, units: str) -> bool:
    """Which units a person types and reads. Returns whether that changed. Raises RuleViolation for unknown ones."""
    if units not in Comfort.Units.values:
        raise RuleViolation(_("Choose one of the ways"), code="no_units", field="units")
    mine, _made = Comfort.objects.get_or_create(owner=actor)
    if mine.units == units:
        return False
    mine.units = units
    mine.save(update_fields=["units"])
    return True
