"""Writing in the diary. Nothing here reads meaning into it: danger signs were ticked by the person."""

import json
from collections.abc import Mapping
from datetime import datetime
from typing import Any
from uuid import UUID, uuid4, uuid5

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils.translation import gettext as _

from portal.accounts.models import User
from portal.core.clock import handrail_now
from selfcare.diary.danger import signs_in
from selfcare.diary.said import LONGEST_NOTE, kept, need_something
from selfcare.models import DiaryEntry
from selfcare.models.diary import UNDO
from selfcare.operations.check_ins import answer_check_in, gives_a_number
from selfcare.operations.consent import need_consent
from selfcare.operations.exercise_holds import hold_exercise
from selfcare.operations.letters import expect_letter
from selfcare.operations.treatment import follow_diary, is_treated

__all__ = ["LONGEST_NOTE", "change_entry", "delete_entry", "forget_deleted", "log_pain", "restore_entry"]


@transaction.atomic
def log_pain(*, actor: User, payload: Mapping[str, Any], at: datetime | None = None, form_key: str = "") -> DiaryEntry:
    """Write one entry. Parts left out are not kept. A danger sign, ticked or measured, lays exercise to
    rest, and a number for pain answers that day's check-in. With a `form_key`, the
    same words sent twice from one form are one entry; other words are another.

    Raises RuleViolation for an entry that says nothing, or a part out of its range.
    """
    need_consent(actor)
    said = kept(payload)
    need_something(said)
    key = _key_of(actor, form_key, said) if form_key else uuid4()
    if form_key and (before := _sent_before(actor, key)):
        return before
    entry = DiaryEntry(pk=key, owner=actor, at=at or handrail_now())
    entry.payload = said
    entry.save(force_insert=True)
    expect_letter(actor=actor)
    if signs := signs_in(said):
        hold_exercise(actor=actor, signs=signs)
    if gives_a_number(said):
        answer_check_in(actor=actor, at=entry.at)
    if is_treated(said):
        follow_diary(actor=actor, at=entry.at)
    return entry


def _key_of(actor: User, form_key: str, said: Mapping[str, Any]) -> UUID:
    """The key of what one form said. It is made with the person's own, so nobody meets another's."""
    return uuid5(actor.pk, f"{form_key}|{json.dumps(said, sort_keys=True)}")


def _sent_before(actor: User, key: UUID) -> DiaryEntry | None:
    """What this form wrote already; brought back where it was deleted meanwhile. The person is locked, so that of two
    presses at once the second finds what the first wrote."""
    User.objects.select_for_update().get(pk=actor.pk)
    before = DiaryEntry.objects.filter(owner=actor, pk=key).first()
    if before is not None and before.deleted_at is not None:
        before.deleted_at = None
        before.save(update_fields=["deleted_at"])
        if is_treated(before.payload):
            follow_diary(actor=actor, at=before.at)
    return before


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
    if fresh := set(signs_in(after)) - set(signs_in(before)):
        hold_exercise(actor=actor, signs=sorted(fresh))
    if gives_a_number(after) and not gives_a_number(before):
        answer_check_in(actor=actor, at=entry.at)
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
