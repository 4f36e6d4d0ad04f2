"""Who can look at a case, and which ones only the Safeguarding leads can."""

from typing import Any
from uuid import UUID

from portal.accounts import roles
from portal.accounts.models import User
from portal.core.reportables import scopes
from portal.moderation.models import Case
from portal.moderation.models.case import scopes_of


def moderators_of(case: Case) -> list[UUID]:
    """Whom a case may call: members who moderate its scope, and staff whose desk shows it. Never its author."""
    called = {user_id for scope in scopes for user_id in scope.people(case.scope)}
    for person in staff(roles.MODERATORS, roles.SAFEGUARDING_LEADS):
        if case.scope in scopes_of(person) or (case.with_leads and person.staff_roles.safeguards):
            called.add(person.pk)
    return sorted(called - {case.author_id, case.not_for_id, None})


def who_may_take(case: Case) -> list[User]:
    """The people of `moderators_of`, by name."""
    return list(User.objects.filter(pk__in=moderators_of(case), is_active=True).order_by("display_name_key"))


def nobody_looks_after(case: Case) -> bool:
    """Whether no desk shows this case to anybody who may take it."""
    return not moderators_of(case)


def entrusted(actor: Any, reportable: str, object_id: str) -> bool:
    """Whether a case about this thing came to this Safeguarding lead, because nobody else can look at it. The house
    then lets them act on that one thing."""
    if not actor.staff_roles.safeguards:
        return False
    cases = Case.objects.visible_to(actor).filter(with_leads=True, reportable=reportable, object_id=object_id)
    return cases.exclude(not_for=actor).exists()


def entrusted_with(actor: Any, scope: str, person_id: UUID) -> bool:
    """The same for the person such a case is about, in that part of the site."""
    if not actor.staff_roles.safeguards:
        return False
    cases = Case.objects.visible_to(actor).filter(with_leads=True, scope=scope, author_id=person_id)
    return cases.exclude(not_for=actor).exists()


def staff(*names: str) -> list[User]:
    """People with one of these staff roles."""
    return list(User.objects.filter(is_staff=True, is_active=True, groups__name__in=names).distinct())
