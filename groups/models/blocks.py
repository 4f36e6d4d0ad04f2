"""Two people who do not meet: the one question about blocks that every door of this house asks."""

from typing import Any

from django.db.models import OuterRef, Q, QuerySet

from portal.accounts.models import Block


def blocks_between(user: Any, other: str) -> QuerySet[Block]:
    """Blocks, in either direction, between the user and the person that `other` names in the outer query."""
    return Block.objects.filter(
        Q(blocker_id=user.pk, blocked=OuterRef(other)) | Q(blocked_id=user.pk, blocker=OuterRef(other))
    )
