"""Two people who do not meet: the one question about blocks that every door of this house asks."""

from typing import Any

from django.db.models import BooleanField, Exists, OuterRef, Q, QuerySet

from groups.models.settled import Settled
from portal.accounts.models import Block, Mute


def blocks_between(user: Any, other: str) -> QuerySet[Block]:
    """Blocks, in either direction, between the user and the person that `other` names in the outer query."""
    return Block.objects.filter(
        Q(blocker_id=user.pk, blocked=OuterRef(other)) | Q(blocked_id=user.pk, blocker=OuterRef(other))
    )


def unmet_voice(user: Any, voice: str) -> Any:
    """Whether the user does not meet the voice that `voice` names in the outer query.

    A block, and a mute by the user, reach voices under their own name. They do not reach one under another name: what
    appears and vanishes with a block would tell who speaks there. Such a voice is hidden by itself
    (docs/decisions/0006-other-names.md).
    """
    from groups.models.other_name import HiddenVoice

    hidden = HiddenVoice.objects.filter(user_id=user.pk, voice=OuterRef(voice))
    muted = Mute.objects.filter(muter_id=user.pk, muted=OuterRef(f"{voice}__user"))
    apart = Q(Exists(blocks_between(user, f"{voice}__user"))) | Q(Exists(muted))
    blocked = Q(**{f"{voice}__is_alias": False}) & apart
    return Settled(blocked | Q(Exists(hidden)), output_field=BooleanField())
