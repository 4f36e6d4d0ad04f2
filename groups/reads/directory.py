"""The directory of groups: what one may know of, and where one stands with each."""

from collections.abc import Sequence
from typing import Any

from django.contrib.postgres.expressions import ArraySubquery
from django.contrib.postgres.fields import ArrayField
from django.db.models import BooleanField, Case, Exists, F, OuterRef, Q, Subquery, UUIDField, Value, When

from groups.models import JoinRequest, Membership, ReadMark, SupportGroup, Thread
from groups.models.group import mine
from groups.reads.news import CAP, capped
from portal.vocabulary.models import HealthTopicName

PER_PAGE = 24


def directory(user: Any, *, query: str = "", topic: str = "", whom: str = "", after: str = "") -> list[SupportGroup]:
    """Up to 25 groups one may know of, by name, each with `joined` and `asked_at`; the 25th says there are more."""
    groups = SupportGroup.objects.visible_to(user)
    if query:
        groups = groups.filter(
            Q(name__icontains=query)
            | Q(summary__icontains=query)
            | Q(description__icontains=query)
            | Q(topics__in=HealthTopicName.objects.filter(name__icontains=query).values("topic"))
        ).distinct()
    if topic:
        groups = groups.filter(topics__slug=topic)
    if whom in {"carers", "patients"}:
        groups = groups.filter(for_carers=whom == "carers")
    if after:
        last = SupportGroup.objects.visible_to(user).filter(slug=after).values("name")[:1]
        groups = groups.filter(name__gt=Subquery(last))
    return list(with_standing(groups, user).order_by("name", "pk")[: PER_PAGE + 1])


def with_requests(groups: Any, user: Any) -> Any:
    """Adds `waiting`, up to 21 open requests, for those who may decide them."""
    if not user.is_authenticated:
        return groups.annotate(waiting=Value([], output_field=ArrayField(UUIDField())))
    waiting = JoinRequest.objects.moderated_by(user).open().exclude(user_id=user.pk).filter(group=OuterRef("pk"))
    return groups.annotate(waiting=ArraySubquery(waiting.order_by("created_at").values("pk")[: CAP + 1]))


def with_standing(groups: Any, user: Any) -> Any:
    """Adds `joined` and `asked_at`: whether one belongs, and since when one waits."""
    if not user.is_authenticated:
        never = Value(None, output_field=JoinRequest._meta.get_field("created_at"))
        return groups.annotate(joined=Value(False, output_field=BooleanField()), asked_at=never)
    asked = JoinRequest.objects.open().filter(group=OuterRef("pk"), user_id=user.pk).values("created_at")[:1]
    return groups.annotate(joined=Exists(mine(user, "pk")), asked_at=Subquery(asked))


def my_groups(user: Any) -> list[Membership]:
    """One's memberships with their groups, each with `news` (threads with something new, as a badge). One query."""
    unread = (
        Thread.objects.filter(group=OuterRef("group"), hidden_at=None, held_at=None)
        .filter(last_post_at__gt=OuterRef("all_read_before"), last_number__gt=F("quiet_number"))
        .exclude(
            Exists(
                ReadMark.objects.filter(
                    thread=OuterRef("pk"), user_id=user.pk, last_read_number__gte=OuterRef("last_number")
                )
            )
        )
        .order_by("-last_post_at")
        .values("pk")[: CAP + 1]
    )
    newest = (
        Thread.objects.filter(group=OuterRef("group"), hidden_at=None, held_at=None)
        .order_by("-last_post_at", "-pk")
        .values("last_post_at")[:1]
    )
    rows = (
        Membership.objects.owned_by(user)
        .select_related("group")
        .annotate(unread=ArraySubquery(unread), last_post_at=Subquery(newest))
        .order_by(Case(When(unread__len=0, then=1), default=0), "group__name")
    )
    found: list[Any] = list(rows)
    for row in found:
        row.news = capped(len(row.unread))
    return found


def topics_in_use(user: Any, language: str) -> list[tuple[str, str]]:
    """Slug and name of the topics that the groups one may know of are about. One query."""
    groups = SupportGroup.objects.visible_to(user)
    names = HealthTopicName.objects.filter(language=language, topic__support_groups__in=groups)
    return list(names.order_by("name").distinct().values_list("topic__slug", "name"))


def team(group: SupportGroup) -> Sequence[tuple[str, int]]:
    """The roles people hold in a group and how many hold each: roles, never names. One query."""
    counts: dict[str, int] = {}
    rows = Membership.objects.present().filter(group=group).exclude(role=Membership.Role.MEMBER)
    for role in rows.values_list("role", flat=True):
        counts[role] = counts.get(role, 0) + 1
    return [(str(role.label), counts[role.value]) for role in Membership.Role if role.value in counts]
