"""The invitations of a group, for those who make them."""

from typing import Any

from groups.invitation_links import address_of
from groups.models import Invitation, SupportGroup

LIMIT = 100


def invitations_of(user: Any, group: SupportGroup) -> list[Invitation]:
    """The newest first, open ones with `url`, the address to give away. One query."""
    rows = list(Invitation.objects.visible_to(user).filter(group=group).select_related("made_by")[:LIMIT])
    for one in rows:
        one.url = address_of(one) if one.is_good and not one.by_mail else ""
    return rows
