"""Coming in, going out, and agreeing to the rules."""

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.db.models import F
from django.utils import timezone
from django.utils.translation import gettext as _

from groups import rules
from groups.models import AboutMe, Membership, SupportGroup
from groups.operations import cohort_places, session_places
from groups.reads.cohorts import has_offer
from portal.accounts.models import User
from portal.core.errors import RuleViolation
from portal.notifications.operations.events import record_event, wake_on_commit


def membership_of(user: User, group: SupportGroup, *, lock: bool = False) -> Membership | None:
    """The person's row in this group, also after they left: presence is for the predicates to judge. Every verb comes
    through here, so nothing is written while the groups are closed to somebody. Raises PermissionDenied then."""
    if user.is_suspended:
        raise PermissionDenied(_("The groups are closed to this account for a time."))
    rows = Membership.objects.select_for_update() if lock else Membership.objects.all()
    return rows.filter(group=group, user=user).first()


def need_consent(group: SupportGroup, agreed: bool) -> None:
    if group.rules_version and not agreed:
        raise RuleViolation(
            _("Please read the ground rules and tick the box to agree to them."), code="rules", field="agree"
        )


def come_in(user: User, group: SupportGroup, *, rules_version: int, role: str = Membership.Role.MEMBER) -> Membership:
    """Make or revive the membership. Called inside a transaction, after a rule has said yes."""
    if role not in Membership.WITHOUT_PLACE:
        cohort_places.take_place(user, group)
    now = timezone.now()
    membership, is_new = Membership.objects.get_or_create(
        group=group,
        user=user,
        defaults={"role": role, "joined_at": now, "all_read_before": now, "rules_version_agreed": rules_version},
    )
    if not is_new:
        membership.role, membership.joined_at, membership.all_read_before = role, now, now
        membership.left_at = membership.removed_at = membership.removed_until = None
        membership.rules_version_agreed = rules_version
        membership.save()
    SupportGroup.objects.filter(pk=group.pk).update(members_count=F("members_count") + 1)
    record_event(kind="groups.welcome", subject=str(membership.pk))
    wake_on_commit()
    return membership


@transaction.atomic
def join(*, actor: User, group: SupportGroup, agreed: bool) -> Membership:
    """Join an open group. Joining twice changes nothing. Raises PermissionDenied, RuleViolation without consent."""
    cohort_places.hold(group)  # two clicks at once: the second waits and finds the row
    membership = membership_of(actor, group, lock=True)
    if membership is not None and membership.is_present:
        return membership
    if not rules.can_join(membership, group, invited=has_offer(actor, group)):
        raise PermissionDenied(_("You cannot join this group by yourself."))
    need_consent(group, agreed)
    return come_in(actor, group, rules_version=group.rules_version)


@transaction.atomic
def leave(*, actor: User, group: SupportGroup) -> bool:
    """Leave a group. Posts stay. Returns whether there was something to leave."""
    cohort_places.hold(group)
    left = Membership.objects.present().filter(group=group, user=actor).update(
        left_at=timezone.now(), role=Membership.Role.MEMBER
    )  # fmt: skip
    if left:
        gone(actor, group)
    return left > 0


def gone(user: User, group: SupportGroup) -> None:
    """After somebody left or was removed: their places go to others."""
    SupportGroup.objects.filter(pk=group.pk, members_count__gt=0).update(members_count=F("members_count") - 1)
    AboutMe.objects.filter(membership__group=group, membership__user=user).delete()
    session_places.let_go(user=user, group=group)
    cohort_places.place_is_free(group)


def agree_to_rules(membership: Membership, group: SupportGroup, agreed: bool) -> None:
    """Before a post: the newest material rules need a yes. Called with the membership row locked."""
    if rules.must_agree(membership, group):
        need_consent(group, agreed)
        membership.rules_version_agreed = group.rules_version
        membership.save(update_fields=["rules_version_agreed"])
