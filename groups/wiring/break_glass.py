"""Whom openings of private groups call, and what is handed over of them. No message names a group or a reason."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any
from uuid import UUID

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from groups.models import BreakGlass, Membership
from groups.models.break_glass import AGREEING
from groups.operations.break_glass import ALONE, ANSWERED, ASKED, REVIEW, TEAM
from groups.rules import agrees_to_glass, can_break_glass
from groups.wiring.telling import chosen, key_of, moderates_somewhere
from portal.accounts.models import User
from portal.core.kinds import Action, Addressee, DeliveryRow, EventRow, Kind, Message, No, Verdict, Yes, kinds
from portal.core.personal_data import PersonalData, holders


def glass_in(subject: str) -> BreakGlass | None:
    return BreakGlass.objects.select_related("group").filter(pk=subject.partition(":")[0]).first()


def who_may_agree(event: EventRow, after: UUID | None, limit: int) -> Sequence[Addressee]:
    glass = glass_in(event.subject)
    if glass is None:
        return ()
    people = User.objects.filter(is_staff=True, is_active=True, groups__name__in=AGREEING)
    others = set(people.values_list("pk", flat=True)) - {glass.asked_by_id}
    return chosen(others, f"glass:{event.subject}", after, limit)


def who_asked(event: EventRow, after: UUID | None, limit: int) -> Sequence[Addressee]:
    glass = glass_in(event.subject)
    return chosen([glass.asked_by_id], f"glass:{event.subject}", after, limit) if glass else ()


def who_moderates(event: EventRow, after: UUID | None, limit: int) -> Sequence[Addressee]:
    glass = glass_in(event.subject)
    if glass is None:
        return ()
    people = Membership.objects.present().moderating().filter(group=glass.group_id)
    return chosen(people.values_list("user_id", flat=True), f"glass:{event.subject}", after, limit)


def still(is_so: Callable[[BreakGlass], bool]) -> Callable[[Sequence[DeliveryRow]], Mapping[object, Verdict]]:
    """Whether it still calls for somebody. One query."""

    def asked(deliveries: Sequence[DeliveryRow]) -> Mapping[object, Verdict]:
        keys = {one.pk: key_of(one).partition(":")[0] for one in deliveries}
        rows = {str(row.pk): row for row in BreakGlass.objects.filter(pk__in=keys.values())}
        return {
            pk: Yes() if (row := rows.get(key)) is not None and is_so(row) else No("answered")
            for pk, key in keys.items()
        }

    return asked


def still_on_the_team(deliveries: Sequence[DeliveryRow]) -> Mapping[object, Verdict]:
    """Not for somebody who no longer moderates there. Two queries."""
    keys = {one.pk: key_of(one) for one in deliveries}
    groups = {
        str(pk): group for pk, group in BreakGlass.objects.filter(pk__in=keys.values()).values_list("pk", "group")
    }
    rows = Membership.objects.present().moderating().filter(group__in=groups.values())
    moderating = set(rows.values_list("user_id", "group_id"))
    return {
        one.pk: Yes() if (one.recipient_id, groups.get(keys[one.pk])) in moderating else No("left")
        for one in deliveries
    }


def to_opening(title: Any, line: Any) -> Callable[[DeliveryRow], Message]:
    def render(delivery: DeliveryRow) -> Message:
        url = reverse("groups:opening", args=[key_of(delivery).partition(":")[0]])
        words = str(title)
        return Message(words, words, [str(line)], [Action(_("Open it"), url, main=True)], url)

    return render


def to_team(delivery: DeliveryRow) -> Message:
    glass = glass_in(key_of(delivery))
    if glass is None:
        raise LookupError("opening")
    url = glass.group.address_without_name("openness")
    return Message(
        subject=_("About a group you look after"),
        title=_("Somebody of the site’s staff reads, or read, in a group you look after"),
        lines=[
            _("Two people agreed that it was needed, or one opened it alone and is checked. Every page is recorded."),
            _("You need not do anything. The page says when and why."),
        ],
        actions=[Action(_("See when"), url, main=True)],
        url=url,
    )  # fmt: skip


def call(key: str, audience: Any, render: Any, for_whom: Any, **more: Any) -> None:
    label = gettext_lazy("Reading of private groups by staff")
    kinds.register(
        Kind(key=key, label=label, render=render, audience=audience, for_whom=for_whom, optional=False, **more)
    )


call(
    ASKED, who_may_agree,
    to_opening(gettext_lazy("Somebody asks to read a private group"), gettext_lazy("A second person has to agree.")),
    agrees_to_glass, still_wanted=still(lambda row: row.state == BreakGlass.State.ASKED),
)  # fmt: skip
call(
    ANSWERED, who_asked,
    to_opening(gettext_lazy("Your question has an answer"), gettext_lazy("It is about reading a private group.")),
    can_break_glass,
)  # fmt: skip
for _kind in (ALONE, REVIEW):
    call(
        _kind, who_may_agree,
        to_opening(
            gettext_lazy("A private group was opened by one person alone"),
            gettext_lazy("Please look whether it was right."),
        ),
        agrees_to_glass, still_wanted=still(lambda row: row.waits_for_review),
    )  # fmt: skip
call(TEAM, who_moderates, to_team, moderates_somewhere, still_wanted=still_on_the_team)


def export(user: Any) -> Mapping[str, Sequence[Mapping[str, Any]]]:
    """What they asked to read as staff, and why. Not which group: its name is not theirs."""
    rows = BreakGlass.objects.filter(asked_by=user)
    return {
        "openings_of_groups": [
            {"at": row.asked_at.isoformat(), "why": row.why, "reason": row.reason, "pages_read": row.pages_read}
            for row in rows
        ]
    }


def erase(user: Any, keep_words: bool) -> None:
    """The rows stay, for the groups they were about, without the person."""
    for field in ("asked_by", "decided_by", "ended_by", "reviewed_by"):
        BreakGlass.objects.filter(**{field: user}).update(**{field: None})


holders.register(
    PersonalData(
        key="groups.break_glass", label=gettext_lazy("Private groups you asked to read as staff"),
        models=["groups.BreakGlass"], export=export, erase=erase,
    )
)  # fmt: skip
