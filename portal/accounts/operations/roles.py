"""Giving staff roles. Holding one is what opens the staff desk; there is nothing else to tick."""

from collections.abc import Collection

from django.contrib.auth.models import Group
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils.translation import gettext as _

from portal.accounts import roles, rules
from portal.accounts.models import User
from portal.core.errors import RuleViolation


@transaction.atomic
def give_roles(*, actor: User, person: User, names: Collection[str]) -> User:
    """Make these the person's staff roles, and no others. Raises PermissionDenied, and RuleViolation for oneself."""
    if not rules.may_give_roles(actor):
        raise PermissionDenied(_("Only administrators give staff roles."))
    if rules.would_lock_out(actor, person, administers=roles.ADMINISTRATORS in names, active=True):
        raise RuleViolation(
            _("You cannot take this role from yourself. Ask another administrator."), code="own_role", field="groups"
        )
    person.groups.set(Group.objects.filter(name__in=set(names) & set(roles.ALL)))
    person.is_staff = person.is_superuser or person.groups.exists()
    person.save(update_fields=["is_staff"])
    person.__dict__.pop("staff_roles", None)
    return person
