"""Closing the groups to somebody for a time. Their plan, diary, guides and data stay open to them."""

from datetime import datetime

from django.core.exceptions import PermissionDenied
from django.utils.translation import gettext as _

from portal.accounts import rules
from portal.accounts.models import User


def suspend(*, actor: User, person: User, until: datetime | None) -> bool:
    """Until that moment, or no longer when it is None. Returns whether anything changed. Raises PermissionDenied."""
    if not rules.may_suspend(actor, person):
        raise PermissionDenied(_("Only the moderators of the whole site can do that."))
    changed = User.objects.filter(pk=person.pk).exclude(suspended_until=until).update(suspended_until=until)
    return changed > 0
