"""The choice of how much to hear, as the pages of a group and of a thread show it."""

from dataclasses import dataclass

from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext as _

from groups.models import Level, Membership, Thread


@dataclass(frozen=True, slots=True)
class Choice:
    value: str
    label: str | Promise
    chosen: bool


@dataclass(frozen=True, slots=True)
class FollowMenu:
    """`label` is what holds now, `url` where a choice is posted."""

    label: str | Promise
    url: str
    choices: list[Choice]


def menu_of_group(membership: Membership | None, slug: str) -> FollowMenu | None:
    """For members; nobody else is told anything."""
    if membership is None:
        return None
    now = Level(membership.follow)
    choices = [Choice(one.value, one.label, one == now) for one in Level]
    return FollowMenu(now.label, reverse("groups:follow_group", args=[slug]), choices)


def menu_of_thread(membership: Membership | None, thread: Thread) -> FollowMenu | None:
    """For a thread that came `with_follow_of` its viewer."""
    if membership is None:
        return None
    own, usual = thread.own_level, Level(membership.follow)
    choices = [Choice("group", _("As in the group: %(level)s") % {"level": usual.label}, not own)]
    choices += [Choice(one.value, one.label, one == own) for one in Level]
    label = Level(own).label if own else usual.label
    return FollowMenu(label, reverse("groups:follow_thread", args=[thread.public_id]), choices)
