"""What a group's page shows beside its threads."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from groups.models import GroupRules, Membership, SupportGroup
from groups.reads.directory import team
from groups.reads.news import capped
from groups.reads.threads import ThreadList, threads_of


@dataclass(frozen=True, slots=True)
class About:
    """`talk` is None for somebody who may know the group but not read in it."""

    rules: GroupRules | None
    team: Sequence[tuple[str, int]]
    talk: ThreadList | None
    requests: str


def rules_of(group: SupportGroup) -> GroupRules | None:
    """The newest ground rules. Whoever may know a group may read its rules."""
    return GroupRules.objects.filter(group=group).order_by("-version").first()


def may_read(user: Any, group: SupportGroup, membership: Membership | None) -> bool:
    """The same answer as the door `readable_by` gives, for a group and a membership that are loaded already."""
    if membership is not None or group.read_by == SupportGroup.Audience.EVERYONE:
        return True
    return group.read_by == SupportGroup.Audience.SIGNED_IN and user.is_authenticated


def about_group(user: Any, group: SupportGroup, membership: Membership | None, *, older: str, newer: str) -> About:
    """Rules, team and threads of a group that came `with_requests`. At most six queries."""
    return About(
        rules=rules_of(group),
        team=team(group),
        talk=threads_of(user, group, older=older, newer=newer) if may_read(user, group, membership) else None,
        requests=capped(len(group.waiting)),
    )
