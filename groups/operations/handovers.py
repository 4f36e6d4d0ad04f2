"""Having a group packed for another host, and the worker's side of it."""

import logging
import uuid
from collections.abc import Iterator
from datetime import timedelta

from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, transaction
from django.db.models import Q
from django.utils import timezone, translation
from django.utils.translation import gettext as _

from groups import rules
from groups.models import Handover, HandoverPart, SupportGroup
from groups.models.handover import OPENS_FOR
from groups.operations.memberships import membership_of
from groups.operations.packing import pack_group
from groups.reads.packing import threads_to_pack
from portal.accounts.models import User
from portal.core.errors import RuleViolation
from portal.core.parts import SealingWriter
from portal.moderation.operations import audit

log = logging.getLogger(__name__)
State = Handover.State
LEASE = timedelta(minutes=5)
TRIES = 3
ASKED_FOR = timedelta(days=14)  # so long a second moderator has time
SHORTEST_REASON = 10


class NotMine(Exception):
    """Another worker has it now, or it is not wanted any more."""


def need_right(actor: User, group: SupportGroup) -> None:
    """Raises PermissionDenied."""
    if rules.can_hand_over(actor, membership_of(actor, group), group):
        return
    if group.is_for_everyone:
        raise PermissionDenied(_("Only administrators can have this group packed."))
    raise PermissionDenied(_("Only moderators of this group can do that."))


@transaction.atomic
def ask_handover(*, actor: User, group: SupportGroup, reason: str) -> Handover:
    """Ask for a packed copy. One that is open already is meant. Raises PermissionDenied, RuleViolation."""
    need_right(actor, group)
    reason = " ".join(reason.split())[:1000]
    if len(reason) < SHORTEST_REASON:
        raise RuleViolation(
            _("Say in a sentence who gets the group, and why."), code="required", field="reason"
        )  # fmt: skip
    state = State.ASKED if rules.takes_two_to_hand_over(group) else State.WAITING
    found = Handover(group=group, asked_by=actor, state=state)
    found.reason = reason
    try:
        with transaction.atomic():
            found.save(force_insert=True)
    except IntegrityError:
        return Handover.objects.open().get(group=group)
    audit(actor=actor, act="group.hand_over", subject=f"handover:{found.pk}", text={"reason": reason})
    return found


@transaction.atomic
def agree_to_handover(*, actor: User, handover: Handover) -> bool:
    """A second moderator says yes. Returns whether this was it. Raises PermissionDenied."""
    now = Handover.objects.select_for_update(of=("self",)).select_related("group").get(pk=handover.pk)
    if not rules.can_agree_to_hand_over(membership_of(actor, now.group), now.group, now.asked_by_id):
        raise PermissionDenied(_("This takes a second moderator."))
    if now.state != State.ASKED:
        return False
    now.agreed_by, now.state = actor, State.WAITING
    now.save(update_fields=["agreed_by", "state"])
    audit(actor=actor, act="group.hand_over_agree", subject=f"handover:{now.pk}")
    return True


@transaction.atomic
def end_handover(*, actor: User, handover: Handover) -> bool:
    """Call it off, or let the file go before its time: whoever may ask may end. Raises PermissionDenied."""
    need_right(actor, handover.group)
    if not _over(Handover.objects.open().filter(pk=handover.pk)):
        return False
    audit(actor=actor, act="group.hand_over_end", subject=f"handover:{handover.pk}")
    return True


@transaction.atomic
def fetch_handover(*, actor: User, handover: Handover) -> Iterator[bytes]:
    """The file, piece by piece, for the one who asked, while they still may. Each time is in the audit.
    Raises PermissionDenied, RuleViolation when it is gone."""
    need_right(actor, handover.group)
    if handover.asked_by_id != actor.pk:
        raise PermissionDenied(_("Only the one who asked for it can fetch it."))
    if not _still_right(handover):
        raise RuleViolation(_("The group was closed to others since. Ask again, with a second moderator."))
    young = Handover.objects.filter(pk=handover.pk, state=State.READY, ready_at__gt=timezone.now() - OPENS_FOR)
    if not young.exists():
        raise RuleViolation(_("The file is gone. You can have a new one made."))
    audit(actor=actor, act="group.hand_over_fetch", subject=f"handover:{handover.pk}")
    return (part.read() for part in HandoverPart.parts_of(handover))


def _still_right(handover: Handover) -> bool:
    """Whether two agreed, or one is enough: the group may have been closed to others since."""
    return handover.agreed_by_id is not None or not rules.takes_two_to_hand_over(handover.group)


def make_handovers(*, most: int = 5) -> int:
    """Pack what was asked for, one after the other. Returns how many are ready now."""
    forget_handovers()
    ready = 0
    for _turn in range(most):
        handover = take_handover()
        if handover is None:
            break
        ready += make_one(handover)
    return ready


@transaction.atomic
def take_handover() -> Handover | None:
    """The oldest that nobody is packing, leased to a new token. Two workers never get the same one."""
    now = timezone.now()
    rows = Handover.objects.select_for_update(skip_locked=True).filter(
        Q(state=State.WAITING) | Q(state=State.MAKING, lease_until__lt=now)
    )
    found = rows.order_by("asked_at", "pk").first()
    if found is None:
        return None
    HandoverPart.objects.filter(owner=found).delete()  # what somebody began who died
    found.state, found.token, found.lease_until = State.MAKING, uuid.uuid4(), now + LEASE
    found.attempts, found.position = found.attempts + 1, 0
    if found.attempts > TRIES:
        found.state, found.token, found.lease_until = State.FAILED, None, None
    found.save(update_fields=["state", "token", "lease_until", "attempts", "position"])
    return Handover.objects.select_related("group").get(pk=found.pk) if found.token else None


def make_one(handover: Handover) -> bool:
    """Pack it. What goes wrong is written down without a word of the group."""
    mine = Handover.objects.filter(pk=handover.pk, state=State.MAKING, token=handover.token)

    def told(done: int) -> None:
        if done % 20 == 0 and not mine.update(position=done, lease_until=timezone.now() + LEASE):
            raise NotMine

    try:
        if not _still_right(handover):
            _over(mine)
            return False
        mine.update(threads_total=threads_to_pack(handover.group).count())
        out = SealingWriter(HandoverPart, handover)
        with translation.override(handover.group.languages[0] if handover.group.languages else "en"):
            pack_group(handover.group, out, told)
        out.close()
        return mine.update(state=State.READY, ready_at=timezone.now(), size=out.size, token=None, lease_until=None) > 0
    except NotMine:
        return False
    except Exception:
        log.exception("group not packed", extra={"id": str(handover.pk)})
        mine.update(state=State.WAITING if handover.attempts < TRIES else State.FAILED, token=None, lease_until=None)
        return False


def _over(rows: object) -> int:
    keys = list(rows.values_list("pk", flat=True))  # type: ignore[attr-defined]
    HandoverPart.objects.filter(owner__in=keys).delete()
    return Handover.objects.filter(pk__in=keys).update(state=State.OVER, token=None, lease_until=None)


@transaction.atomic
def forget_handovers() -> int:
    """Let go of files whose days are over and of what no second moderator agreed to. Returns how many."""
    now = timezone.now()
    old = Q(state=State.READY, ready_at__lt=now - OPENS_FOR) | Q(state=State.ASKED, asked_at__lt=now - ASKED_FOR)
    gone = _over(Handover.objects.filter(old))
    HandoverPart.objects.filter(owner__state__in=[State.FAILED, State.OVER]).delete()
    return gone
