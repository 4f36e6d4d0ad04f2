"""Copies of people's data, with the telling: accounts keeps the rows, the holders give, the engine tells."""

import logging

from django.db import transaction

from portal.accounts.models import DataCopy
from portal.accounts.operations.copies import forget_copies, give_copy_back, keep_copy, take_copy_to_make
from portal.home.messages import COPY
from portal.home.packing import pack
from portal.notifications.operations.events import record_event, wake_on_commit

log = logging.getLogger(__name__)


def make_copies(*, most: int = 20) -> int:
    """Make what was asked for, one after the other. Returns how many are ready now."""
    ready = 0
    for _turn in range(most):
        copy = take_copy_to_make()
        if copy is None:
            break
        ready += make_one(copy)
    forget_copies()
    return ready


def make_one(copy: DataCopy) -> bool:
    """Pack it; what goes wrong in one house is written down without a word of what the house holds."""
    try:
        content = pack(copy.user)
    except Exception:
        log.exception("copy not made", extra={"id": str(copy.pk)})
        give_copy_back(copy=copy)
        return False
    with transaction.atomic():
        kept = keep_copy(copy=copy, content=content)
        if kept:
            record_event(kind=COPY, subject=str(copy.pk))
            wake_on_commit()
    return kept
