"""Asking for a copy of one's data, packing it as a worker, fetching it once, and forgetting it in time."""

import uuid
from collections.abc import Iterator
from datetime import timedelta

from django.db import transaction
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext as _

from portal.accounts.models import DataCopy, DataCopyPart, User
from portal.accounts.models.data_copy import OPENS_FOR
from portal.core.errors import RuleViolation
from portal.core.parts import PART, pieces

LEASE = timedelta(minutes=10)
TRIES = 3
REMEMBERED = timedelta(days=7)  # so long the page still says what became of it
State = DataCopy.State


@transaction.atomic
def ask_for_copy(*, actor: User) -> DataCopy:
    """Have a copy made. While one is on its way that one is meant; an older one goes."""
    User.objects.select_for_update().get(pk=actor.pk)
    earlier = DataCopy.objects.owned_by(actor).first()
    if earlier is not None and earlier.is_coming:
        return earlier
    if earlier is not None:
        earlier.delete()
    return DataCopy.objects.create(user=actor)


@transaction.atomic
def take_copy_to_make() -> DataCopy | None:
    """The oldest copy that nobody is making, leased to a new token; None when there is none. Two workers never get
    the same one."""
    now = timezone.now()
    copy = (
        DataCopy.objects.select_for_update(skip_locked=True)
        .filter(Q(state=State.WAITING) | Q(state=State.MAKING, lease_until__lt=now))
        .order_by("asked_at", "pk")
        .first()
    )
    if copy is None:
        return None
    if copy.attempts >= TRIES:  # whoever had it died each time
        DataCopy.objects.filter(pk=copy.pk).update(state=State.FAILED, token=None, lease_until=None)
        return None
    copy.state, copy.token, copy.lease_until, copy.attempts = State.MAKING, uuid.uuid4(), now + LEASE, copy.attempts + 1
    copy.save(update_fields=["state", "token", "lease_until", "attempts"])
    return DataCopy.objects.select_related("user").get(pk=copy.pk)


@transaction.atomic
def keep_copy(*, copy: DataCopy, content: bytes) -> bool:
    """Put the packed file away, sealed. False when the copy is no longer this worker's, or no longer wanted."""
    mine = DataCopy.objects.filter(pk=copy.pk, state=State.MAKING, token=copy.token)
    kept = mine.update(
        state=State.READY, ready_at=timezone.now(), size=len(content), token=None, lease_until=None
    )  # fmt: skip
    if not kept:
        return False
    for number, piece in enumerate(pieces(content, PART)):
        part = DataCopyPart(copy=copy, number=number)
        part.put(piece)
        part.save(force_insert=True)
    return True


def give_copy_back(*, copy: DataCopy) -> None:
    """It could not be made: somebody tries again, until it was tried often enough."""
    state = State.FAILED if copy.attempts >= TRIES else State.WAITING
    mine = DataCopy.objects.filter(pk=copy.pk, state=State.MAKING, token=copy.token)
    mine.update(state=state, token=None, lease_until=None)


def fetch_copy(*, actor: User, copy: DataCopy) -> Iterator[bytes]:
    """The file, piece by piece. It opens once and for 24 hours: of two at the same moment one gets it. Raises
    RuleViolation when it was fetched already or its time is over."""
    now = timezone.now()
    open_still = DataCopy.objects.owned_by(actor).filter(pk=copy.pk, state=State.READY, ready_at__gt=now - OPENS_FOR)
    if not open_still.update(state=State.FETCHED, fetched_at=now):
        raise RuleViolation(_("This copy was fetched already, or its day is over. You can have a new one made."))
    return _read(copy)


def _read(copy: DataCopy) -> Iterator[bytes]:
    for part in DataCopyPart.objects.filter(copy=copy).order_by("number").iterator(chunk_size=1):
        yield part.read()


def forget_copies() -> int:
    """Remove files that were fetched an hour ago or whose day is over, and after a week the rows too. Returns how
    many parts went."""
    now = timezone.now()
    over = Q(copy__fetched_at__lt=now - timedelta(hours=1)) | Q(copy__ready_at__lt=now - OPENS_FOR)
    gone, _each = DataCopyPart.objects.filter(over).delete()
    DataCopy.objects.filter(asked_at__lt=now - REMEMBERED).exclude(state__in=[State.WAITING, State.MAKING]).delete()
    return gone
