"""Choosing how much to hear about a group or a thread."""

from django.core.exceptions import PermissionDenied
from django.utils.translation import gettext as _

from groups import rules
from groups.models import Level, Membership, SupportGroup, Thread, ThreadFollow
from groups.operations.memberships import membership_of
from portal.accounts.models import User
from portal.core.errors import RuleViolation

AS_IN_GROUP = "group"


def need_member(actor: User, group: SupportGroup) -> Membership:
    membership = membership_of(actor, group)
    if membership is None or not rules.can_follow(membership):
        raise PermissionDenied(_("Join this group to be told what is new in it."))
    return membership


def need_level(level: str) -> Level:
    if level not in Level.values:
        raise RuleViolation(_("Choose how much we should tell you."), code="level", field="level")
    return Level(level)


def follow_group(*, actor: User, group: SupportGroup, level: str) -> bool:
    """Set what counts for every thread of the group without a level of its own. Returns whether that changed anything.
    Raises PermissionDenied, RuleViolation."""
    membership, wanted = need_member(actor, group), need_level(level)
    return Membership.objects.filter(pk=membership.pk).exclude(follow=wanted).update(follow=wanted) > 0


def follow_thread(*, actor: User, thread: Thread, level: str) -> bool:
    """Set the level of one thread; "group" takes it back, so that the group's counts again. Returns whether that
    changed anything. Raises PermissionDenied, RuleViolation."""
    need_member(actor, thread.group)
    own = ThreadFollow.objects.filter(user=actor, thread=thread)
    if level == AS_IN_GROUP:
        return own.delete()[0] > 0
    wanted = need_level(level)
    if own.filter(level=wanted).exists():
        return False
    ThreadFollow.objects.update_or_create(user=actor, thread=thread, defaults={"level": wanted})
    return True
