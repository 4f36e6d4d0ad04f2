"""The badge of a verified clinician: given and taken by Administrators, and shown or gone wherever they spoke."""

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from groups.models import Clinician, ThreadVoice
from portal.accounts.models import User
from portal.core.errors import RuleViolation
from portal.moderation.operations.audit import audit

Badge = ThreadVoice.Badge


def need_administrator(actor: User) -> None:
    if not (actor.is_active and actor.staff_roles.administers):
        raise PermissionDenied(_("Only administrators give this badge."))


@transaction.atomic
def give_badge(*, actor: User, person: User, profession: str, checked_in: str) -> Clinician:
    """Say that the person was checked. Voices under another name carry nothing: it would tell who they are. Raises
    PermissionDenied, RuleViolation."""
    need_administrator(actor)
    if person.pk == actor.pk:
        raise RuleViolation(_("Somebody else has to check you."), code="own", field="person")
    if Clinician.objects.select_for_update().filter(person=person, taken_at=None).exists():
        raise RuleViolation(_("This person has the badge already."), code="has_it", field="person")
    badge: Clinician = Clinician.objects.create(
        person=person, profession=profession.strip(), checked_in=checked_in.strip(), given_by=actor
    )
    voices = ThreadVoice.objects.filter(user=person, is_alias=False, badge__in=[Badge.NONE, Badge.CARER])
    voices.update(badge=Badge.CLINICIAN)
    audit(actor=actor, act="clinician.give", subject=f"clinician:{badge.pk}")
    return badge


@transaction.atomic
def take_badge(*, actor: User, badge: Clinician) -> bool:
    """Take it back, from every post as well. Returns whether it still held. Raises PermissionDenied."""
    need_administrator(actor)
    held = Clinician.objects.filter(pk=badge.pk, taken_at=None)
    if not held.update(taken_at=timezone.now(), taken_by=actor):
        return False
    plain = Badge.CARER if badge.person.is_carer else Badge.NONE
    ThreadVoice.objects.filter(user=badge.person, is_alias=False, badge=Badge.CLINICIAN).update(badge=plain)
    audit(actor=actor, act="clinician.take", subject=f"clinician:{badge.pk}")
    return True
