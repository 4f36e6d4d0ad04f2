"""Leaving, with the telling: accounts keeps the wish and erases, the engine says what will happen and what did."""

import logging
from datetime import timedelta

from django.db import transaction

from portal.accounts.models import Leaving, User
from portal.accounts.operations.leaving import ask_to_leave, carry_out, stay, take_leaving
from portal.core.clock import handrail_now
from portal.home.messages import GONE, LEAVING, gone_words
from portal.notifications.operations.deliveries import cancel, send_now
from portal.notifications.operations.events import record_event, wake_on_commit

log = logging.getLogger(__name__)
GONE_GRACE = timedelta(days=2)


@transaction.atomic
def begin_to_leave(*, actor: User, keep_words: bool) -> Leaving:
    """Begin the seven days and say so by mail too, so that nobody is erased by a stranger at their computer."""
    leaving = ask_to_leave(actor=actor, keep_words=keep_words)
    record_event(kind=LEAVING, subject=str(leaving.pk))
    wake_on_commit()
    return leaving


@transaction.atomic
def change_ones_mind(*, actor: User) -> bool:
    """Stay. A message about leaving that is still on its way is taken back."""
    keys = [str(leaving.pk) for leaving in Leaving.objects.owned_by(actor)]
    cancel(kind=LEAVING, subject_keys=keys)
    return stay(actor=actor)


def carry_out_leavings(*, most: int = 50) -> int:
    """Erase everybody whose seven days are over. One that fails is tried again later and does not hold up the others.
    Returns how many were erased."""
    erased = 0
    for _turn in range(most):
        leaving = take_leaving()
        if leaving is None:
            break
        try:
            erased += erase_one(leaving)
        except Exception:
            log.exception("not erased", extra={"id": str(leaving.pk)})
    return erased


@transaction.atomic
def erase_one(leaving: Leaving) -> bool:
    """Erase one person and leave one mail to the address they had, in the same transaction."""
    address, language = leaving.user.email, leaving.user.language
    person = carry_out(leaving=leaving)
    if person is None:
        return False
    send_now(
        kind=GONE, subject_key=str(leaving.pk), recipient=None, address=address,
        message=gone_words(language), not_after=handrail_now() + GONE_GRACE,
    )  # fmt: skip
    return True
