"""Closing sign-in to an account, and opening it again. Whatever is sent to people asks whether it is open."""

from allauth.usersessions.models import UserSession
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils.translation import gettext as _

from portal.accounts import rules
from portal.accounts.models import User


@transaction.atomic
def close_sign_in(*, actor: User, person: User) -> bool:
    """Nobody signs in as this person any more, here or anywhere they are signed in now; mails and reminders to them
    stop. Returns whether it was open. Raises PermissionDenied."""
    if not rules.may_give_roles(actor) or actor.pk == person.pk or person.is_staff:
        raise PermissionDenied(_("Administrators close the accounts of people who hold no staff role."))
    closed = User.objects.filter(pk=person.pk, is_active=True).update(is_active=False)
    for session in UserSession.objects.filter(user=person):
        session.end()
    return closed > 0


def open_sign_in(*, actor: User, person: User) -> bool:
    """The other way round. Returns whether it was closed. Raises PermissionDenied."""
    if not rules.may_give_roles(actor):
        raise PermissionDenied(_("Only administrators can do that."))
    return User.objects.filter(pk=person.pk, is_active=False, erased_at=None).update(is_active=True) > 0
