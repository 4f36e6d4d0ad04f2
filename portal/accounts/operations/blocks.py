"""Blocking works both ways, and nobody is told."""

from django.utils.translation import gettext as _

from portal.accounts.models import Block, User
from portal.core.errors import RuleViolation


def block(*, actor: User, person: User) -> bool:
    """Stop meeting this person. Returns whether this is new. Raises RuleViolation for oneself."""
    if actor.pk == person.pk:
        raise RuleViolation(_("You cannot block yourself."), code="block_self")
    return Block.objects.get_or_create(blocker=actor, blocked=person)[1]


def unblock(*, actor: User, person: User) -> bool:
    return Block.objects.filter(blocker=actor, blocked=person).delete()[0] > 0
