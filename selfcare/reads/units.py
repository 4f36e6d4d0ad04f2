"""What somebody measures in."""

from portal.accounts.models import User
from selfcare.models import Comfort


def units_of(user: User) -> str:
    """One query."""
    said = Comfort.objects.owned_by(user).values_list("units", flat=True).first()
    return said or Comfort.Units.METRIC.value
