"""Who is looking, as a group sees them."""

from django.http import HttpRequest

from groups.models import Membership, SupportGroup


def viewers_membership(request: HttpRequest, group: SupportGroup) -> Membership | None:
    """The viewer's present membership, loaded once for a page."""
    return Membership.objects.owned_by(request.user).filter(group=group).first()
