"""The people of a group, as one viewer may see them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.db.models import Case, Exists, IntegerField, Q, Value, When

from groups.models import AboutMe, Clinician, Membership, SupportGroup
from groups.models.blocks import blocks_between
from portal.core.crypto import CannotOpen

PER_PAGE = 50
FIRST = (
    Membership.Role.MODERATOR, Membership.Role.SAFEGUARDING_LEAD, Membership.Role.FACILITATOR, Membership.Role.MENTOR,
    Membership.Role.AUDITOR,
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class People:
    """`further` is where the next page begins, empty when there is none."""

    rows: Sequence[Membership]
    further: str


def people_of(user: Any, group: SupportGroup, *, after: str = "", moderates: bool = False) -> People:
    """Those who look after the group on the first page, then everybody by name, with what they say about themselves
    here. Who does not meet the viewer is not among them, unless the viewer moderates. Two queries."""
    rows: Any = Membership.objects.visible_to(user).filter(group=group, user__is_active=True)
    if not moderates:
        rows = rows.exclude(Exists(blocks_between(user, "user")))
    rank = Case(*(When(role=role, then=Value(place)) for place, role in enumerate(FIRST)), default=Value(len(FIRST)),
                output_field=IntegerField())  # fmt: skip
    rows = rows.annotate(rank=rank, clinician=Exists(Clinician.objects.of("user")))
    place, _colon, name = after.partition(":")
    if place.isdecimal() and len(place) < 3:
        rows = rows.filter(Q(rank__gt=int(place)) | Q(rank=int(place), user__display_name_key__gt=name))
    found: list[Any] = list(
        rows.select_related("user", "group").order_by("rank", "user__display_name_key")[: PER_PAGE + 1]
    )
    shown = found[:PER_PAGE]
    said = words_of(shown)
    for one in shown:
        one.said = said.get(one.pk, "")
    last = shown[-1] if len(found) > PER_PAGE else None
    return People(rows=shown, further=f"{last.rank}:{last.user.display_name_key}" if last else "")


def has_badge(user: Any) -> bool:
    """Whether the person is a verified clinician. One query."""
    return bool(Clinician.objects.filter(person=user, taken_at=None).exists())


def words_of(memberships: Sequence[Membership]) -> Mapping[int, str]:
    """What these people say about themselves. One query. Words that no key opens are left out."""
    found = {}
    for one in AboutMe.objects.filter(membership__in=[row.pk for row in memberships]):
        try:
            found[one.membership_id] = str(one.words or "")
        except CannotOpen:
            continue
    return found
