"""The person is somewhere else: their zone and what is planned by it move together."""

from django.utils.translation import gettext as _

from portal.accounts.countries import zone_names
from portal.accounts.models import User
from portal.accounts.operations import change_profile
from portal.core.errors import RuleViolation


def move_to(*, actor: User, zone: str) -> bool:
    """Live by the clock of another zone from now on; returns whether it is another. What keeps to one place stays.
    Raises RuleViolation for a zone that is not on the list: some that the system knows are no place
    ("localtime"), or an older name."""
    if zone not in {"UTC", *zone_names()}:
        raise RuleViolation(_("Choose a time zone from the list, such as London."), code="no_zone", field="zone")
    if zone == actor.time_zone:
        return False
    change_profile(
        actor=actor, display_name=actor.display_name, country=actor.country, time_zone=zone, language=actor.language,
        is_carer=actor.is_carer,
    )  # fmt: skip
    return True
