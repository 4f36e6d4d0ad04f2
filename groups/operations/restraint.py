"""Keeping somebody to a step that moderators decided: in one group, until a moment."""

from datetime import datetime
from typing import Any
from uuid import UUID

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.db.models import F
from django.utils import timezone
from django.utils.translation import gettext as _

from groups import rules
from groups.models import Cohort, Membership, SupportGroup
from groups.operations import cohort_places
from groups.operations.memberships import gone, membership_of
from portal.core.errors import RuleViolation
from portal.moderation.reads import entrusted_with

FIELDS = {"reviewed": "reviewed_until", "read_only": "muted_until"}


@transaction.atomic
def restrain(actor: Any, scope: str, person_id: UUID, step: str, until: datetime | None) -> None:
    """Until that moment, or no longer when it is None.

    Raises PermissionDenied for who does not moderate the group, RuleViolation for somebody who never belonged to it or
    who looks after it.
    """
    group = SupportGroup.objects.get(uuid=UUID(scope.partition(":")[2]))
    if not rules.can_moderate(actor, membership_of(actor, group), group) and not entrusted_with(
        actor, scope, person_id
    ):
        raise PermissionDenied(_("Only moderators of this group can do that."))
    cohort_places.hold(group)
    found = Membership.objects.select_for_update(of=("self",)).select_related("user").filter(group=group)
    membership = found.filter(user_id=person_id).first()
    if membership is None:
        raise RuleViolation(_("This person does not belong to the group."), code="no_member", field="step")
    if until is not None and membership.moderates:
        raise RuleViolation(
            _("This person looks after the group. An administrator decides about that."), code="moderates", field="step"
        )
    if step == "removed":
        _put_out(membership, group, until) if until is not None else _let_back(membership, group)
    else:
        setattr(membership, FIELDS[step], until)
        membership.save(update_fields=[FIELDS[step]])


def _put_out(membership: Membership, group: SupportGroup, until: datetime) -> None:
    was_present = membership.is_present
    membership.removed_at, membership.left_at = membership.removed_at or timezone.now(), None
    membership.removed_until, membership.role = until, Membership.Role.MEMBER
    membership.save(update_fields=["removed_at", "left_at", "removed_until", "role"])
    if was_present:
        gone(membership.user, group)


def _let_back(membership: Membership, group: SupportGroup) -> None:
    """As if they had never been put out. In a cohort their place may be somebody else's by now, so there they come in
    again by themselves."""
    if membership.removed_at is None:
        return
    back = not Cohort.objects.filter(group=group).exists()
    membership.left_at = None if back else timezone.now()
    membership.removed_at = membership.removed_until = None
    membership.save(update_fields=["removed_at", "removed_until", "left_at"])
    if back:
        SupportGroup.objects.filter(pk=group.pk).update(members_count=F("members_count") + 1)
