"""Telling somebody of a new role, and what this house holds about people as members."""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from groups.models import AboutMe, Clinician, Membership, Memorial
from groups.operations.roles import ROLE
from groups.wiring.telling import Verdicts, chosen, tell
from portal.core.kinds import IN_APP, Action, Addressee, DeliveryRow, EventRow, Message, No, Yes
from portal.core.personal_data import PersonalData, holders


def who_got_it(event: EventRow, after: UUID | None, limit: int) -> Sequence[Addressee]:
    key, _colon, _role = event.subject.partition(":")
    people = Membership.objects.present().filter(pk=key).values_list("user_id", flat=True)
    return chosen(people, f"role:{event.subject}", after, limit)


def still_theirs(deliveries: Sequence[DeliveryRow]) -> Verdicts:
    """Only the role they hold now, in a group they belong to. One query."""
    rows = Membership.objects.present().filter(pk__in=[one.subject_key.split(":")[1] for one in deliveries])
    now = {f"role:{key}:{role}" for key, role in rows.values_list("pk", "role")}
    return {one.pk: Yes() if one.subject_key in now else No("changed") for one in deliveries}


def role_message(delivery: DeliveryRow) -> Message:
    membership = Membership.objects.select_related("group").get(pk=delivery.subject_key.split(":")[1])
    named = delivery.channel == IN_APP and not membership.group.is_secret
    told = {"role": membership.get_role_display(), "group": membership.group.name}
    url = membership.group.address_without_name()
    return Message(
        subject=_("You have a new role"),
        title=_("You are “%(role)s” in %(group)s now") % told if named else _("You have a new role in a group"),
        lines=[_("If you would rather not, you can lay it down on the page of people at any time.")],
        actions=[Action(_("Open the group"), url, main=True)],
        url=url,
    )


tell(ROLE, gettext_lazy("Roles you are given in groups"), who_got_it, role_message, still_theirs, gathered=True)


def export(user: Any) -> dict[str, list[dict[str, Any]]]:
    said = AboutMe.objects.filter(membership__user=user).select_related("membership__group")
    badges = Clinician.objects.filter(person=user)
    return {
        "about_me": [{"group": one.membership.group.name, "words": one.words} for one in said],
        "clinician_badges": [
            {"profession": one.profession, "given_at": one.given_at.isoformat(),
             "taken_at": one.taken_at.isoformat() if one.taken_at else None}
            for one in badges
        ],
    }  # fmt: skip


def erase(user: Any, keep_words: bool) -> None:
    AboutMe.objects.filter(membership__user=user).delete()
    Clinician.objects.filter(person=user).delete()
    Clinician.objects.filter(given_by=user).update(given_by=None)
    Clinician.objects.filter(taken_by=user).update(taken_by=None)
    Memorial.objects.filter(set_by=user).update(set_by=None)
    Memorial.objects.filter(lifted_by=user).update(lifted_by=None)


holders.register(
    PersonalData(
        key="groups.people", label=gettext_lazy("What you say about yourself in groups"),
        models=["groups.AboutMe", "groups.Clinician", "groups.Memorial"], export=export, erase=erase,
    )
)  # fmt: skip
