"""Blocking works both ways, muting one way, and nobody is told of either."""

from django.utils.translation import gettext as _

from portal.accounts.models import Block, Mute, User
from portal.core.errors import RuleViolation


def block(*, actor: User, person: User) -> bool:
    """Stop meeting this person. Returns whether this is new. Raises RuleViolation for oneself."""
    if actor.pk == person.pk:
        raise RuleViolation(_("You cannot block yourself."), code="block_self")
    return Block.objects.get_or_create(blocker=actor, blocked=person)[1]


def unblock(*, actor: User, person: User) -> bool:
    return Block.objects.filter(blocker=actor, blocked=person).delete()[0] > 0


def mute(*, actor: User, person: User) -> bool:
    """Stop meeting what this person writes; they go on meeting what one writes. Returns whether this is new. Raises
    RuleViolation for oneself."""
    if actor.pk == person.pk:
        raise RuleViolation(_("You cannot mute yourself."), code="mute_self")
    return Mute.objects.get_or_create(muter=actor, muted=person)[1]


def unmute(*, actor: User, person: User) -> bool:
    return Mute.objects.filter(muter=actor, muted=person).delete()[0] > 0
