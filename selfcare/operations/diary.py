"""Writing in the diary. Nothing here reads meaning into it: danger signs were ticked by the person."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils.translation import gettext as _

from portal.accounts.models import User
from portal.core.clock import handrail_now
from selfcare.models import DiaryEntry
from selfcare.models.diary import UNDO
from selfcare.operations.consent import need_consent
from selfcare.operations.exercise_holds import hold_exercise
from selfcare.operations.letters import expect_letter
from selfcare.operations.treatment import follow_diary, is_treated
from selfcare.said import LONGEST_NOTE, kept, need_something

__all__ = ["LONGEST_NOTE", "change_entry", "delete_entry", "forget_deleted", "log_pain", "restore_entry"]


@transaction.atomic
def log_pain(*, actor: User, payload: Mapping[str, Any], at: datetime | None = None) -> DiaryEntry:
    """Write one entry. Parts left out are not kept. A ticked danger sign lays exercise to rest.

    Raises RuleViolation for an entry that says nothing, or a part out of its range.
    """
    need_consent(actor)
    entry = DiaryEntry(owner=actor, at=at or handrail_now())
    entry.payload = kept(payload)
    need_something(entry.payload)
    entry.save(force_insert=True)
    expect_letter(actor=actor)
    if entry.payload.get("danger"):
        hold_exercise(actor=actor, signs=entry.payload["danger"])
    if is_treated(entry.payload):
        follow_diary(actor=actor, at=entry.at)
    return entry


@transaction.atomic
def change_entry(*, actor: User, entry: DiaryEntry, payload: Mapping[str, Any]) -> DiaryEntry:
    """Rewrite the parts that are given; those left out stay, and so does the time. A part that says nothing goes."""
    if entry.owner_id != actor.pk:
        raise PermissionDenied(_("This entry is not yours."))
    need_consent(actor)
    before, said = entry.payload or {}, kept(payload)
    after = {part: value for part, value in before.items() if part not in payload and part not in said} | said
    need_something(after)
    entry.payload = after
    entry.save(update_fields=["payload_sealed", "changed_at"])
    if fresh := set(after.get("danger", [])) - set(before.get("danger", [])):
        hold_exercise(actor=actor, signs=sorted(fresh))
    if is_treated(after) != is_treated(before):
        follow_diary(actor=actor, at=entry.at)
    return entry


@transaction.atomic
def delete_entry(*, actor: User, entry: DiaryEntry) -> bool:
    """Hide an entry at once; for an hour it can be brought back."""
    rows = DiaryEntry.objects.owned_by(actor).filter(pk=entry.pk)
    gone = bool(rows.update(deleted_at=handrail_now()))
    if gone and is_treated(entry.payload):
        follow_diary(actor=actor, at=entry.at)
    return gone


@transaction.atomic
def restore_entry(*, actor: User, entry: DiaryEntry) -> bool:
    """Bring back what was deleted within the hour."""
    back = bool(DiaryEntry.objects.owned_by(actor, deleted=True).filter(pk=entry.pk).update(deleted_at=None))
    if back and is_treated(entry.payload):
        follow_diary(actor=actor, at=entry.at)
    return back


def forget_deleted() -> int:
    """What was deleted more than an hour ago is gone for good; returns how many. A call takes a thousand at most."""
    over = DiaryEntry.objects.filter(deleted_at__lt=handrail_now() - UNDO).values("pk")[:1000]
    return DiaryEntry.objects.filter(pk__in=over).delete()[0]
