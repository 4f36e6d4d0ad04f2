"""Answering a post without words."""

from django.core.exceptions import PermissionDenied
from django.utils.translation import gettext as _

from groups import rules
from groups.models import Post, Reaction
from groups.models.post import Shown
from groups.operations.memberships import membership_of
from portal.accounts.models import User
from portal.core.errors import RuleViolation


def react(*, actor: User, post: Post, kind: str, on: bool) -> bool:
    """Give one reaction, or take it back. Doing either twice changes nothing. `post` came through the actor's door.

    No mark of a moderator on a post or a thread limits it: whoever may read the words may be with who wrote them.
    Returns whether anything changed. Raises PermissionDenied, RuleViolation.
    """
    if post.shown != Shown.SHOWN or not rules.can_react(actor, membership_of(actor, post.thread.group), post):
        raise PermissionDenied(_("You cannot answer this post in this way."))
    if kind not in Reaction.Kind.values:
        raise RuleViolation(_("Choose one of the five."), code="reaction", field="kind")
    if on:
        before = Reaction.objects.filter(post=post, user=actor, kind=kind)
        if before.exists():
            return False
        Reaction.objects.bulk_create([Reaction(post=post, user=actor, kind=kind)], ignore_conflicts=True)
        return True
    return Reaction.objects.filter(post=post, user=actor, kind=kind).delete()[0] > 0
