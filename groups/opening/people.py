"""Invented people for demo mode, and who of them belongs where."""

from collections.abc import Mapping
from datetime import timedelta

from django.utils import timezone

from groups.models import JoinRequest, Membership, SupportGroup
from groups.opening.files import documents
from portal.accounts.models import User
from portal.accounts.opening import make_person

MAILS = "{}@people.handrail.example"
SIGN_INS = ["Heron", "Juniper"]  # the demo patient and the demo moderator, made by the opening of accounts
CAUGHT_UP = timedelta(hours=60)  # what was written since then is new to everybody


def invite_people(groups: Mapping[str, SupportGroup]) -> dict[str, User]:
    """People by name, with their memberships."""
    people = {user.display_name: user for user in User.objects.filter(display_name__in=SIGN_INS)}
    for row in documents("demo/people.yaml"):
        person = make_person(email=MAILS.format(row["name"].lower()), password=None, name=row["name"])
        if row.get("carer") and not person.is_carer:
            person.is_carer = True
            person.save(update_fields=["is_carer"])
        people[row["name"]] = person
    for key, roles in documents("demo/members.yaml").items():
        for role, names in (("moderator", "moderators"), ("mentor", "mentors"), ("member", "members")):
            _enrol(groups[key], [people[name] for name in roles.get(names, []) if name in people], role)
        for name, answer in roles.get("asking", {}).items():
            _ask(groups[key], people[name], answer)
    return people


def _enrol(group: SupportGroup, people: list[User], role: str) -> None:
    now = timezone.now()
    Membership.objects.bulk_create(
        [
            Membership(
                group=group, user=person, role=role, joined_at=now - timedelta(days=35),
                all_read_before=now - CAUGHT_UP, rules_version_agreed=group.rules_version,
            )
            for person in people
        ],
        ignore_conflicts=True,
    )  # fmt: skip
    count = Membership.objects.present().filter(group=group).count()
    SupportGroup.objects.filter(pk=group.pk).update(members_count=count)


def _ask(group: SupportGroup, person: User, answer: str) -> None:
    if not JoinRequest.objects.filter(group=group, user=person).exists():
        request = JoinRequest(group=group, user=person, rules_version_agreed=group.rules_version)
        request.answers = [{"question": group.join_question, "answer": answer}]
        request.save(force_insert=True)
