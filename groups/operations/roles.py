"""Giving roles inside a group. Moderators choose who helps them; whoever watches over them is chosen from outside."""

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils.translation import gettext as _

from groups import rules
from groups.models import Membership, SupportGroup, ThreadVoice
from groups.operations.cohort_places import hold, locked, offer_free_places
from groups.operations.memberships import come_in, membership_of
from groups.operations.voices import badge_of
from groups.reads.people import has_badge
from portal.accounts.models import User
from portal.core.errors import RuleViolation
from portal.moderation.operations.audit import audit
from portal.notifications.operations.events import record_event, wake_on_commit

ROLE = "groups.role"


@transaction.atomic
def give_role(*, actor: User, membership: Membership, role: str) -> bool:
    """Make this the person's role. The audit keeps who did it and when, and the person is told. A group keeps at least
    one moderator. Returns whether anything changed. Raises PermissionDenied, RuleViolation."""
    group = membership.group
    if role not in Membership.Role.values:
        raise RuleViolation(_("Choose one of the roles."), code="role", field="role")
    hold(group)
    mine = membership_of(actor, group)
    target = Membership.objects.select_for_update().present().select_related("user").filter(pk=membership.pk).first()
    if target is None or not rules.can_give_role(actor, mine, target, role):
        raise PermissionDenied(_("You cannot give or take this role."))
    if target.role == role:
        return False
    if target.role in Membership.MODERATING and role not in Membership.MODERATING:
        others = Membership.objects.present().moderating().filter(group=group).exclude(pk=target.pk)
        if not others.exists():
            raise RuleViolation(_("A group needs a moderator. Give somebody else the role first."), code="last")
    target.role = role
    target.save(update_fields=["role"])
    badge = badge_of(target.user, target, clinician=has_badge(target.user))
    ThreadVoice.objects.filter(thread__group=group, user=target.user, is_alias=False).update(badge=badge)
    cohort = locked(group)
    if cohort is not None:
        offer_free_places(cohort)
    if target.user_id != actor.pk:
        record_event(kind=ROLE, subject=f"{target.pk}:{role}")
        wake_on_commit()
    audit(actor=actor, act="group.role", subject=f"membership:{target.uuid}:{role}")
    return True


@transaction.atomic
def appoint(*, actor: User, group: SupportGroup, person: User, role: str) -> Membership:
    """An Administrator brings somebody into a group with a role; a group that has lost all its moderators has no other
    way to get one. Raises PermissionDenied, RuleViolation."""
    if not (actor.is_active and actor.staff_roles.administers) or person.pk == actor.pk:
        raise PermissionDenied(_("Only administrators bring somebody else into a group with a role."))
    hold(group)
    membership = membership_of(person, group, lock=True)
    if membership is not None and membership.is_present:
        give_role(actor=actor, membership=membership, role=role)
        return membership
    membership = come_in(person, group, rules_version=group.rules_version, role=role)
    audit(actor=actor, act="group.role", subject=f"membership:{membership.uuid}:{role}")
    return membership
