"""Writing to the moderators of a group: who may, and what the page shows."""

from typing import Any

from django.db.models import Exists, OuterRef

from groups.models import Membership, SupportGroup


def group_with_a_team_for(user: Any, slug: str) -> SupportGroup | None:
    """The group whose moderators this person may write to: one they may know of, or once belonged to. Whoever was
    removed from a hidden group knows of it, and must be able to ask why."""
    if not user.is_authenticated:
        return None
    known = SupportGroup.objects.visible_to(user).filter(slug=slug).first()
    once = Exists(Membership.objects.filter(group=OuterRef("pk"), user_id=user.pk))
    return known or SupportGroup.objects.filter(once, slug=slug).first()
