"""Asking to be erased, changing one's mind, and carrying it out when seven days are over."""

import uuid
from datetime import timedelta

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext as _

from portal.accounts import rules
from portal.accounts.models import Leaving, User
from portal.accounts.models.leaving import TIME_TO_THINK
from portal.core.personal_data import PersonalData, holders

LEASE = timedelta(minutes=30)
# A house locks what its messages come from before they go, as planners do: the other way round, the two wait for each
# other. The name and the address go last: the others may still need to know whom they erase.
LAST = ("notifications", "accounts")


@transaction.atomic
def ask_to_leave(*, actor: User, keep_words: bool) -> Leaving:
    """Begin the seven days. Asking again while they run changes the choice, not the day. Raises PermissionDenied for
    whoever holds a staff role: another administrator has to take it back first."""
    if not rules.may_leave(actor):
        raise PermissionDenied(
            _("You hold a staff role. Ask an administrator to take it back first, so that your work is handed over.")
        )
    now = timezone.now()
    leaving, _new = Leaving.objects.update_or_create(
        user=actor,
        defaults={"keep_words": keep_words},
        create_defaults={"keep_words": keep_words, "asked_at": now, "due_at": now + TIME_TO_THINK},
    )
    return leaving


def stay(*, actor: User) -> bool:
    """Change one's mind. Returns whether there was a wish to be erased."""
    return Leaving.objects.owned_by(actor).delete()[0] > 0


@transaction.atomic
def take_leaving() -> Leaving | None:
    """The oldest wish whose day has come, leased to a new token; None when there is none."""
    now = timezone.now()
    leaving = (
        Leaving.objects.select_for_update(skip_locked=True)
        .filter(Q(lease_until=None) | Q(lease_until__lt=now), due_at__lte=now)
        .order_by("attempts", "due_at", "pk")
        .first()
    )
    if leaving is None:
        return None
    leaving.token, leaving.lease_until, leaving.attempts = uuid.uuid4(), now + LEASE, leaving.attempts + 1
    leaving.save(update_fields=["token", "lease_until", "attempts"])
    return leaving


@transaction.atomic
def carry_out(*, leaving: Leaving) -> User | None:
    """Erase the person wherever something is held about them, all of it or nothing. Returns who it was, scrubbed;
    None when they changed their mind in the last moment, or another worker holds it."""
    mine = Leaving.objects.select_for_update().filter(pk=leaving.pk, token=leaving.token).first()
    if mine is None:
        return None
    return erase_everywhere(User.objects.select_for_update().get(pk=mine.user_id), keep_words=mine.keep_words)


def erase_everywhere(person: User, *, keep_words: bool) -> User:
    """Every holder erases what it holds, messages and then the account last. Called inside a transaction, for a person
    who asked for it or for one who has died."""
    for holder in sorted(holders, key=_order):
        holder.erase(person, keep_words)
    return person


def _order(holder: PersonalData) -> tuple[int, str]:
    return LAST.index(holder.key) if holder.key in LAST else -1, holder.key
