"""Asking to come in, and answering."""

from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from groups import rules
from groups.models import JoinRequest, SupportGroup
from groups.operations.memberships import come_in, membership_of, need_consent
from portal.accounts.models import User
from portal.notifications.operations.events import record_event, wake_on_commit


@transaction.atomic
def request_to_join(*, actor: User, group: SupportGroup, answer: str, agreed: bool) -> JoinRequest:
    """Ask the moderators. Asking twice returns the open request. Raises PermissionDenied, RuleViolation."""
    if not rules.can_request(membership_of(actor, group), group):
        raise PermissionDenied(_("You cannot ask to join this group."))
    need_consent(group, agreed)
    request = JoinRequest(group=group, user=actor, rules_version_agreed=group.rules_version)
    request.answers = {"question": group.join_question, "answer": answer.strip()}
    try:
        with transaction.atomic():
            request.save(force_insert=True)
    except IntegrityError:
        return JoinRequest.objects.open().get(group=group, user=actor)
    record_event(kind="groups.request", subject=str(request.pk))
    wake_on_commit()
    return request


def withdraw_request(*, actor: User, request: JoinRequest) -> bool:
    """Take back one's own open request. Returns whether it was open."""
    if request.user_id != actor.pk:
        raise PermissionDenied(_("This is somebody else's request."))
    return JoinRequest.objects.open().filter(pk=request.pk).update(withdrawn_at=timezone.now()) > 0


@transaction.atomic
def decide_request(*, actor: User, request: JoinRequest, approve: bool, reason: str = "") -> bool:
    """Let somebody in, or kindly not. Two moderators at once: the first decides. Returns whether this one did."""
    if not rules.can_decide(membership_of(actor, request.group), request):
        raise PermissionDenied(_("Only moderators of this group can decide this."))
    locked = JoinRequest.objects.select_for_update().open().filter(pk=request.pk).first()
    if locked is None:
        return False
    locked.decision = JoinRequest.Decision.APPROVED if approve else JoinRequest.Decision.DECLINED
    locked.decided_at, locked.decided_by, locked.reason = timezone.now(), actor, reason.strip() or None
    locked.save(update_fields=["decision", "decided_at", "decided_by", "reason_sealed"])
    membership = membership_of(locked.user, request.group, lock=True)
    if approve and not (membership and membership.is_present):
        come_in(locked.user, request.group, rules_version=locked.rules_version_agreed)
    if not approve:
        record_event(kind="groups.answer", subject=str(locked.pk))
        wake_on_commit()
    return True
