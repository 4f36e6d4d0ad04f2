"""What this house tells people, to whom, and whether it is still wanted when it is about to be sent.

Subjects say neither illness nor group nor words; the inside of a message names a thread only in the inbox and only
where everyone may know the group.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any
from uuid import UUID

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from groups.models import JoinRequest, Membership
from portal.core.kinds import (
    IN_APP,
    Action,
    Addressee,
    DeliveryRow,
    EventRow,
    Kind,
    Message,
    No,
    Verdict,
    Yes,
    anybody,
    kinds,
)

Verdicts = Mapping[object, Verdict]


def chosen(people: Iterable[UUID | None], key: str, after: UUID | None, limit: int) -> Sequence[Addressee]:
    ordered = sorted({one for one in people if one is not None and (after is None or one > after)})
    return [Addressee(user_id=one, subject_key=key) for one in ordered[:limit]]


def reached(deliveries: Sequence[DeliveryRow]) -> set[UUID]:
    return {one.recipient_id for one in deliveries if one.recipient_id is not None}


def key_of(delivery: DeliveryRow) -> str:
    return delivery.subject_key.partition(":")[2]


# --- somebody asks to join -----------------------------------------------------------------------------------------


def moderators_of_request(event: EventRow, after: UUID | None, limit: int) -> Sequence[Addressee]:
    request = JoinRequest.objects.open().filter(pk=event.subject).first()
    if request is None:
        return ()
    people = Membership.objects.present().moderating().filter(group=request.group_id).exclude(user=request.user_id)
    return chosen(people.values_list("user_id", flat=True), f"request:{request.pk}", after, limit)


def moderates_somewhere(user: Any) -> bool:
    return Membership.objects.owned_by(user).present().moderating().exists()


def request_still_wanted(deliveries: Sequence[DeliveryRow]) -> Verdicts:
    """Not when somebody decided already, nor for somebody who no longer moderates the group. Two queries."""
    waiting = JoinRequest.objects.open().filter(pk__in=[key_of(one) for one in deliveries])
    groups = {str(key): group for key, group in waiting.values_list("pk", "group_id")}
    people = reached(deliveries)
    members = Membership.objects.present().moderating().filter(user_id__in=people, group_id__in=groups.values())
    moderating = set(members.values_list("user_id", "group_id"))

    def verdict(delivery: DeliveryRow) -> Verdict:
        group = groups.get(key_of(delivery))
        if group is None:
            return No("decided")
        return Yes() if (delivery.recipient_id, group) in moderating else No("left")

    return {delivery.pk: verdict(delivery) for delivery in deliveries}


def request_message(delivery: DeliveryRow) -> Message:
    url = reverse("groups:desk_request", args=[key_of(delivery)])
    return Message(
        subject=_("Somebody asks to join"),
        title=_("Somebody asks to join a group you look after"),
        lines=[_("What they say waits for you at the desk of the moderators.")],
        actions=[Action(_("Read the request"), url, main=True)],
        url=url,
    )


# --- welcome, and not this time ------------------------------------------------------------------------------------


def new_member(event: EventRow, after: UUID | None, limit: int) -> Sequence[Addressee]:
    people = Membership.objects.present().filter(pk=event.subject).values_list("user_id", flat=True)
    return chosen(people, f"membership:{event.subject}", after, limit)


def welcome_still_wanted(deliveries: Sequence[DeliveryRow]) -> Verdicts:
    rows = Membership.objects.present().filter(pk__in=[key_of(one) for one in deliveries])
    here = {(str(key), user) for key, user in rows.values_list("pk", "user_id")}
    return {
        one.pk: Yes() if (key_of(one), one.recipient_id) in here else No("left") for one in deliveries
    }  # fmt: skip


def welcome_message(delivery: DeliveryRow) -> Message:
    membership = Membership.objects.select_related("group").get(pk=key_of(delivery))
    named = delivery.channel == IN_APP and not membership.group.is_secret
    url = membership.group.address_without_name()
    return Message(
        subject=_("You are in"),
        title=_("Welcome to %(group)s") % {"group": membership.group.name} if named else _("Welcome to your new group"),
        lines=[_("You can read for as long as you like before you write.")],
        actions=[Action(_("Open the group"), url, main=True)],
        url=url,
    )


def asker(event: EventRow, after: UUID | None, limit: int) -> Sequence[Addressee]:
    people = JoinRequest.objects.filter(pk=event.subject).values_list("user_id", flat=True)
    return chosen(people, f"request:{event.subject}", after, limit)


def answer_to_request(delivery: DeliveryRow) -> Message:
    request = JoinRequest.objects.select_related("group").get(pk=key_of(delivery))
    url = request.group.address_without_name()
    if request.decision == JoinRequest.Decision.APPROVED:
        return in_line_message(request, url)
    lines = [_("The moderators of the group you asked about could not let you in this time.")]
    if request.reason and delivery.channel == IN_APP:
        lines.append(request.reason)
    lines.append(_("Other groups are open to you, and you can ask again later."))
    return Message(
        subject=_("An answer to your request"),
        title=_("An answer to your request"),
        lines=lines,
        actions=[Action(_("Find a group"), reverse("groups:group_list"), main=True)],
        url=url,
    )


def in_line_message(request: JoinRequest, url: str) -> Message:
    """They said yes, and all places of the cohort are taken."""
    return Message(
        subject=_("An answer to your request"),
        title=_("You are in line for a place"),
        lines=[
            _("The moderators of the group you asked about would like to have you. All its places are taken just now."),
            _("You do not need to do anything. When a place is free it is kept for you, and we tell you."),
        ],
        actions=[Action(_("Open the group"), url, main=True)],
        url=url,
    )


def tell(
    key: str, label: object, audience: Callable[..., Sequence[Addressee]], render: Callable[..., Message],
    still_wanted: Callable[[Sequence[DeliveryRow]], Verdicts] | None = None, for_whom: Callable[[Any], bool] = anybody,
    gathered: bool = False, about: Callable[[Any, Sequence[str]], Mapping[str, str]] | None = None,
) -> None:  # fmt: skip
    more: dict[str, Any] = {"still_wanted": still_wanted} if still_wanted else {}
    if about:
        more["about"] = about
    if gathered:
        more |= {"gathered": True, "default_on": (IN_APP,)}
    kinds.register(Kind(key=key, label=label, audience=audience, render=render, for_whom=for_whom, **more))  # type: ignore[arg-type]


tell(
    "groups.request", gettext_lazy("Requests to join groups you look after"),
    moderators_of_request, request_message, request_still_wanted, for_whom=moderates_somewhere, gathered=True,
)  # fmt: skip
tell(
    "groups.welcome", gettext_lazy("Welcome to a group"), new_member, welcome_message, welcome_still_wanted,
    gathered=True,
)  # fmt: skip
tell("groups.answer", gettext_lazy("Answers to your requests to join"), asker, answer_to_request, gathered=True)
