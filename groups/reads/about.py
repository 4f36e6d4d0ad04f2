"""What a group's page shows beside its threads."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.db.models import OuterRef, Subquery

from groups.models import GroupRules, Membership, Session, SupportGroup
from groups.models.group import glass_of
from groups.reads.cohorts import CohortPlace, cohort_place
from groups.reads.directory import team
from groups.reads.news import capped
from groups.reads.sessions import next_session
from groups.reads.threads import ThreadList, threads_of


@dataclass(frozen=True, slots=True)
class About:
    """`talk` is None for somebody who may know the group but not read in it."""

    rules: GroupRules | None
    team: Sequence[tuple[str, int]]
    talk: ThreadList | None
    requests: str
    session: Session | None
    cohort: CohortPlace | None


def rules_of(group: SupportGroup) -> GroupRules | None:
    """The newest ground rules. Whoever may know a group may read its rules."""
    return GroupRules.objects.filter(group=group).order_by("-version").first()


def with_rules(groups: Any) -> Any:
    """Adds `rules_text`, the newest ground rules, so that the page of a group need not ask again."""
    newest = GroupRules.objects.filter(group=OuterRef("pk")).order_by("-version").values("text")[:1]
    return groups.annotate(rules_text=Subquery(newest))


def may_read(user: Any, group: SupportGroup, membership: Membership | None) -> bool:
    """The same answer as the door `readable_by` gives, for a group and a membership that are loaded already."""
    if membership is not None or group.read_by == SupportGroup.Audience.EVERYONE:
        return True
    glass = glass_of(user)
    if glass is not None and glass.group_id == group.pk and glass.thread_id is None:
        return True
    return group.read_by == SupportGroup.Audience.SIGNED_IN and user.is_authenticated


def about_group(user: Any, group: SupportGroup, membership: Membership | None, *, older: str, newer: str) -> About:
    """Rules, team, threads and next session of a group that came `with_requests` and `with_rules`. At most six
    queries; a cohort with places costs three more."""
    reads = may_read(user, group, membership)
    return About(
        rules=GroupRules(group=group, text=group.rules_text) if group.rules_text else None,
        team=team(group),
        talk=threads_of(user, group, older=older, newer=newer) if reads else None,
        requests=capped(len(group.waiting)),
        session=next_session(user, group) if reads else None,
        cohort=cohort_place(user, group, membership),
    )
