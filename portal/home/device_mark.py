"""By what a device tells people apart, without learning who they are."""

from portal.accounts.models import User
from portal.notifications.models.suppression import keyed


def device_mark(user: User) -> str:
    """The same on every page of one person, different for another, and of no use elsewhere."""
    return keyed(str(user.pk), purpose="device")[:32]
