"""Inviting people: by a link that runs out, or one person by e-mail. Whoever holds a link opens a page; a button there
lets them in."""

from datetime import timedelta

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.db.models import F
from django.utils import timezone
from django.utils.translation import gettext as _

from groups import rules
from groups.invitation_links import address_of
from groups.models import Invitation, Membership, SupportGroup
from groups.operations.cohort_places import hold
from groups.operations.memberships import come_in, membership_of, need_consent
from portal.accounts.models import User
from portal.core.errors import RuleViolation
from portal.core.kinds import Action, Message
from portal.notifications.operations.deliveries import cancel, send_now

KIND = "groups.invitation"
MAIL_GOOD_FOR = timedelta(days=14)
LONGEST, MOST_PEOPLE = timedelta(days=30), 100
MOST_OPEN, MOST_MAILS_A_DAY = 50, 20
KEPT = timedelta(days=30)  # how long one that is over stays on the page of those who made it


def need_inviter(actor: User, group: SupportGroup) -> None:
    """Locks the group, so that its invitations are counted one maker at a time."""
    if not rules.can_invite(membership_of(actor, group), group):
        raise PermissionDenied(_("Only moderators of this group invite people, while it is open to writing."))
    hold(group)
    if Invitation.objects.good().filter(group=group).count() >= MOST_OPEN:
        raise RuleViolation(_("There are many open invitations already. Take some back first."), code="too_many")


@transaction.atomic
def invite_by_link(*, actor: User, group: SupportGroup, days: int, most: int) -> Invitation:
    """A link for `most` people that is good for `days` days. Raises PermissionDenied, RuleViolation."""
    need_inviter(actor, group)
    if not 1 <= days <= LONGEST.days:
        raise RuleViolation(_("A link is good for 1 to 30 days."), code="days", field="days")
    if not 1 <= most <= MOST_PEOPLE:
        raise RuleViolation(_("A link lets 1 to 100 people in."), code="most", field="most")
    until = timezone.now() + timedelta(days=days)
    return Invitation.objects.create(group=group, made_by=actor, most=most, expires_at=until)


@transaction.atomic
def invite_by_mail(*, actor: User, group: SupportGroup, email: str) -> Invitation:
    """One person, for two weeks. The mail says neither which group it is nor what it is about. Whether the address
    belongs to somebody here is not looked up and not told. Raises PermissionDenied, RuleViolation."""
    need_inviter(actor, group)
    since = timezone.now() - timedelta(days=1)
    sent = Invitation.objects.filter(made_by=actor, by_mail=True, created_at__gt=since)
    if sent.count() >= MOST_MAILS_A_DAY:
        raise RuleViolation(
            _("You have sent many invitations today. Please go on tomorrow, or make a link."), code="too_many"
        )
    until = timezone.now() + MAIL_GOOD_FOR
    invitation = Invitation(group=group, made_by=actor, by_mail=True, expires_at=until)
    invitation.address = email
    invitation.save(force_insert=True)
    send_now(
        kind=KIND, subject_key=key_of(invitation), recipient=None, address=email, message=letter(invitation),
        not_after=until,
    )  # fmt: skip
    return invitation


def key_of(invitation: Invitation) -> str:
    return f"invitation:{invitation.pk}"


def letter(invitation: Invitation) -> Message:
    url = address_of(invitation)
    return Message(
        subject=_("You are invited"),
        title=_("Somebody would like to have you in their group"),
        lines=[
            _("Handrail is a place where people support each other in small groups. You are invited into one of them."),
            _("Which group it is stands on its page, not in this mail, in case somebody else reads your mail."),
            _("The invitation is for you alone and good for two weeks. If you do nothing, nothing happens."),
        ],
        actions=[Action(_("See the invitation"), url, main=True)],
        url=url,
    )


@transaction.atomic
def revoke_invitation(*, actor: User, invitation: Invitation) -> bool:
    """From now on it lets nobody in, and a mail that has not left stays here. Who came in by it stays. Returns whether
    it was still open. Raises PermissionDenied."""
    if not rules.moderates_group(membership_of(actor, invitation.group), invitation.group):
        raise PermissionDenied(_("Only moderators of this group can do that."))
    cancel(kind=KIND, subject_keys=[key_of(invitation)])
    return Invitation.objects.good().filter(pk=invitation.pk).update(revoked_at=timezone.now()) > 0


@transaction.atomic
def accept_invitation(*, actor: User, invitation: Invitation, agreed: bool) -> Membership:
    """Come in by an invitation. It is counted when somebody comes in, never past its number; who belongs already uses
    none of it. Raises PermissionDenied for who was removed, RuleViolation without consent, a place, or when it is
    over."""
    group = invitation.group
    hold(group)
    membership = membership_of(actor, group, lock=True)
    if membership is not None and membership.is_present:
        return membership
    if not rules.can_join(membership, group, invited=True):
        raise PermissionDenied(_("You cannot come into this group just now."))
    need_consent(group, agreed)
    if not Invitation.objects.good().filter(pk=invitation.pk).update(used=F("used") + 1):
        raise RuleViolation(_("This invitation is over."), code="over")
    return come_in(actor, group, rules_version=group.rules_version)


def forget_old_invitations() -> int:
    """Addresses of people who were invited are not kept: what is long over goes. Returns how many went."""
    return Invitation.objects.filter(expires_at__lt=timezone.now() - KEPT).delete()[0]
