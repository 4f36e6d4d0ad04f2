"""Sharing with a carer: asking them, accepting, changing, ending; and each look is written down."""

import hashlib
import secrets
from collections.abc import Iterable, Sequence
from datetime import timedelta
from uuid import UUID

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils.translation import gettext as _

from portal.accounts.models import User
from portal.core.clock import handrail_now
from portal.core.errors import RuleViolation
from portal.notifications.operations.deliveries import cancel
from selfcare.models import Activity, CarerLink, CarerView
from selfcare.models.carer import INVITATION, invitation_key
from selfcare.operations.consent import need_consent

GOOD_FOR = timedelta(days=14)
MOST = 10
LONGEST_NAME = 60
DELAYS = (60, 120, 240, 480)
JUST_LATE = timedelta(hours=1)


def digest_of(token: str) -> bytes:
    return hashlib.sha256(token.encode()).digest()


@transaction.atomic
def invite_carer(*, actor: User, name: str, scopes: Sequence[str]) -> CarerLink:
    """Make a link that one person can accept, once and for two weeks. Nothing is shared until then.

    Raises RuleViolation without a name or a part, or when there are ten already.
    """
    need_consent(actor)
    User.objects.select_for_update(of=("self",)).get(pk=actor.pk)
    if CarerLink.objects.owned_by(actor).filter(ended_at=None).count() >= MOST:
        raise RuleViolation(_("You share with ten people already. End one first."), code="too_many")
    token, now = secrets.token_urlsafe(32), handrail_now()
    link = CarerLink(
        owner=actor, scopes=_checked(scopes), digest=digest_of(token), invited_at=now, expires_at=now + GOOD_FOR
    )
    link.name, link.token = _named(name), token
    link.save(force_insert=True)
    return link


def _named(name: str) -> str:
    if not name.strip():
        raise RuleViolation(_("Say who this is, such as “my daughter”"), code="nobody", field="name")
    return name.strip()[:LONGEST_NAME]


def _checked(scopes: Iterable[str]) -> list[str]:
    chosen = [scope for scope in CarerLink.Scope.values if scope in set(scopes)]
    if not chosen:
        raise RuleViolation(_("Choose at least one part"), code="nothing", field="scopes")
    return chosen


def invitation(token: str) -> CarerLink | None:
    """The open invitation of this token. It is not a door: whoever holds the token may know who asks and for what."""
    found = CarerLink.objects.select_related("owner").filter(
        digest=digest_of(token), accepted_at=None, ended_at=None, expires_at__gt=handrail_now(), owner__is_active=True
    )
    return found.first()


@transaction.atomic
def accept_invitation(*, actor: User, token: str) -> CarerLink:
    """Become somebody's carer. The token works no more. Raises RuleViolation when it does not work for this person."""
    asked = invitation(token)
    link = CarerLink.objects.select_for_update().filter(pk=asked.pk, accepted_at=None).first() if asked else None
    if link is None or link.ended_at is not None:
        raise RuleViolation(_("This invitation works no more. Ask for a new one."), code="gone")
    if link.owner_id == actor.pk:
        raise RuleViolation(_("This invitation is yours. Give it to the person you want to share with."), code="own")
    earlier = CarerLink.objects.filter(owner_id=link.owner_id, carer=actor, ended_at=None)
    earlier.update(ended_at=handrail_now())  # the newer agreement holds
    link.carer, link.accepted_at, link.token, link.digest = actor, handrail_now(), None, None
    link.save(update_fields=["carer", "accepted_at", "token_sealed", "digest"])
    if not CarerLink.objects.readable_by(actor).filter(pk=link.pk).exists():  # one of the two blocked the other
        raise RuleViolation(_("This invitation works no more. Ask for a new one."), code="gone")
    return link


@transaction.atomic
def change_carer(
    *, actor: User, link: CarerLink, scopes: Sequence[str], tell_after: int | None, tell_about: Sequence[UUID]
) -> CarerLink:
    """What is shared from now on, and when to tell, also of what became late within the last hour. Only activities of
    one's own can be named."""
    need_consent(actor)
    mine = CarerLink.objects.owned_by(actor).select_for_update().filter(pk=link.pk, ended_at=None).first()
    if mine is None:
        raise PermissionDenied(_("You do not share with this person any more."))
    if tell_after is not None and tell_after not in DELAYS:
        raise RuleViolation(_("Choose one of the times"), code="not_a_delay", field="tell_after")
    own = Activity.objects.owned_by(actor).filter(pk__in=tell_about, stopped_at=None).values_list("pk", flat=True)
    mine.scopes, mine.tell_after, mine.tell_about = _checked(scopes), tell_after, sorted(own)
    if tell_after is not None and not mine.tell_about:
        raise RuleViolation(_("Choose what they should know about"), code="nothing", field="tell_about")
    mine.tell_at = None if tell_after is None else handrail_now() - JUST_LATE
    mine.save(update_fields=["scopes", "tell_after", "tell_about", "tell_at"])
    return mine


@transaction.atomic
def end_carer(*, actor: User, link: CarerLink) -> bool:
    """Stop sharing, from either side, at once. A mail that has not left stays here."""
    if actor.pk not in (link.owner_id, link.carer_id):
        raise PermissionDenied(_("This is not yours to end."))
    cancel(kind=INVITATION, subject_keys=[invitation_key(link)])
    rows = CarerLink.objects.filter(pk=link.pk, ended_at=None)
    return bool(rows.update(ended_at=handrail_now(), digest=None, token_sealed=None))


@transaction.atomic
def note_look(*, actor: User, link: CarerLink, parts: Sequence[str]) -> None:
    """Write down that a carer looks. Raises PermissionDenied for whoever may not: nothing is shown unwritten."""
    now = handrail_now()
    if link.carer_id != actor.pk or not link.is_open or set(parts) - set(link.scopes):
        raise PermissionDenied(_("This is not shared with you."))
    CarerView.objects.bulk_create(CarerView(link=link, part=part, at=now) for part in parts)
