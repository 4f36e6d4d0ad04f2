"""Asking to come in, and answering."""

from collections.abc import Sequence
from itertools import zip_longest

from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from groups import rules
from groups.models import JoinRequest, SupportGroup, Waiting
from groups.operations.cohort_places import hold
from groups.operations.memberships import come_in, membership_of, need_consent
from portal.accounts.models import User
from portal.core.errors import RuleViolation
from portal.notifications.operations.events import record_event, wake_on_commit


@transaction.atomic
def request_to_join(*, actor: User, group: SupportGroup, answers: Sequence[str], agreed: bool) -> JoinRequest:
    """Ask the moderators; `answers` follow the group's questions. Asking twice returns the open request. Raises
    PermissionDenied, RuleViolation."""
    if not rules.can_request(membership_of(actor, group), group):
        raise PermissionDenied(_("You cannot ask to join this group."))
    need_consent(group, agreed)
    request = JoinRequest(group=group, user=actor, rules_version_agreed=group.rules_version)
    request.answers = [
        {"question": question, "answer": answer.strip()}
        for question, answer in zip_longest(group.questions or [""], answers, fillvalue="")
    ]
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
    """Let somebody in, or kindly not. Two moderators at once: the first decides. Returns whether this one did.
    Raises PermissionDenied, RuleViolation for a cohort that has ended."""
    if not rules.can_decide(membership_of(actor, request.group), request):
        raise PermissionDenied(_("Only moderators of this group can decide this."))
    hold(request.group)
    locked = JoinRequest.objects.select_for_update().open().filter(pk=request.pk).first()
    if locked is None:
        return False
    locked.decision = JoinRequest.Decision.APPROVED if approve else JoinRequest.Decision.DECLINED
    locked.decided_at, locked.decided_by, locked.reason = timezone.now(), actor, reason.strip() or None
    locked.save(update_fields=["decision", "decided_at", "decided_by", "reason_sealed"])
    if not (approve and let_in(locked)):
        record_event(kind="groups.answer", subject=str(locked.pk))
        wake_on_commit()
    return True


def let_in(request: JoinRequest) -> bool:
    """Into the group; or, where a cohort is full, into its line, and a place is kept for them when one is free.
    Returns whether they are in."""
    membership = membership_of(request.user, request.group, lock=True)
    if membership is not None and membership.is_present:
        return True
    try:
        with transaction.atomic():
            come_in(request.user, request.group, rules_version=request.rules_version_agreed)
    except RuleViolation as refusal:
        if refusal.code != "full":
            raise
        Waiting.objects.get_or_create(cohort_id=request.group_id, user=request.user, closed_at=None)
        return False
    return True
