"""How a person wants to be shown their own plan."""

from django.db import transaction

from portal.accounts.models import User
from portal.core.clock import handrail_now
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
