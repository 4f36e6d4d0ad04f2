"""What opens the second step of sign-in, where it lies sealed."""

from allauth.mfa.adapter import get_adapter
from allauth.mfa.models import Authenticator
from django.db import transaction

SECRETS = ("secret", "seed")  # of an app, and of recovery codes


@transaction.atomic
def reseal_second_steps() -> int:
    """Seal every secret with the first key. Returns how many there are. Raises CannotOpen for one that no key opens."""
    adapter, resealed = get_adapter(), 0
    for row in Authenticator.objects.select_for_update().order_by("pk").iterator():
        held = {name: adapter.encrypt(adapter.decrypt(row.data[name])) for name in SECRETS if name in row.data}
        if held:
            row.data |= held
            row.save(update_fields=["data"])
            resealed += 1
    return resealed
