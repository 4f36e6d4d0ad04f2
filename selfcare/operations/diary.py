"""Writing in the diary. Nothing here reads meaning into it: danger signs were ticked by the person."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django.core.exceptions import PermissionDenied
from django.utils.translation import gettext as _

from portal.accounts.models import User
from portal.core.clock import handrail_now
from portal.core.errors import RuleViolation
from selfcare.models import DiaryEntry
from selfcare.operations.consent import need_consent

PARTS = {"worst", "usual", "now", "sites", "helped", "danger", "woke", "note"}
SCALES = ("worst", "usual", "now")
LONGEST_NOTE = 2000


def log_pain(*, actor: User, payload: Mapping[str, Any], at: datetime | None = None) -> DiaryEntry:
    """Write one entry. Parts left out are not kept. Raises RuleViolation for an entry that says nothing."""
    need_consent(actor)
    entry = DiaryEntry(owner=actor, at=at or handrail_now())
    entry.payload = checked(payload)
    entry.save(force_insert=True)
    return entry


def change_entry(*, actor: User, entry: DiaryEntry, payload: Mapping[str, Any]) -> DiaryEntry:
    """Rewrite an entry of one's own; its time stays."""
    if entry.owner_id != actor.pk:
        raise PermissionDenied(_("This entry is not yours."))
    need_consent(actor)
    entry.payload = {**(entry.payload or {}), **dict.fromkeys(PARTS), **checked(payload)}
    entry.payload = {part: value for part, value in entry.payload.items() if value is not None}
    entry.save(update_fields=["payload_sealed", "changed_at"])
    return entry


def delete_entry(*, actor: User, entry: DiaryEntry) -> bool:
    return bool(DiaryEntry.objects.owned_by(actor).filter(pk=entry.pk).delete()[0])


def checked(payload: Mapping[str, Any]) -> dict[str, Any]:
    """The parts that say something, each in its range."""
    if unknown := set(payload) - PARTS:
        raise TypeError(f"The diary has no {sorted(unknown)}.")
    kept = {part: value for part, value in payload.items() if value not in (None, "", [], ())}
    if not kept:
        raise RuleViolation(_("Choose a number from 0 to 10, or write a note"), code="empty", field="worst")
    for part in SCALES:
        if part in kept and kept[part] not in range(11):
            raise RuleViolation(_("Choose a number from 0 to 10"), code="not_a_scale", field=part)
    if len(kept.get("note", "")) > LONGEST_NOTE:
        raise RuleViolation(_("The note is too long. Keep it under 2,000 letters."), code="too_long", field="note")
    return kept
