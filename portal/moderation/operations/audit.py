"""Adding to the audit, and checking that nobody took away from it."""

import secrets
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from django.db import connection, transaction
from django.utils import timezone

from portal.moderation.models import AuditEntry, AuditText
from portal.moderation.models.audit import START

CHAIN_LOCK = 0x48_41_4E_44  # one writer at a time, so that every entry knows the one before
TEXT_KEPT = timedelta(days=2 * 365)


@transaction.atomic
def audit(*, actor: Any | None, act: str, subject: str, text: Mapping[str, Any] | None = None) -> AuditEntry:
    """Add one entry in the caller's transaction. `act` is a code such as "case.claim", `subject` an id such as
    "case:<uuid>"; neither holds words. `text` is sealed beside the chain, and only its salted digest is in it.

    The chain is locked until the transaction ends: call this last.
    """
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(%s)", [CHAIN_LOCK])
    last = AuditEntry.objects.order_by("-position").values_list("position", "digest").first() or (0, START)
    entry = AuditEntry(
        position=last[0] + 1, previous=last[1], at=timezone.now(), act=act, subject=subject,
        actor=actor if actor is not None and actor.is_authenticated else None,
    )  # fmt: skip
    beside = None
    if text:
        beside = AuditText(entry=entry, keep_until=entry.at + TEXT_KEPT)
        beside.payload = {**text, "salt": secrets.token_hex(16)}
        entry.text_digest = beside.digest()
    entry.digest = entry.expected_digest()
    entry.save(force_insert=True)
    if beside is not None:
        beside.save(force_insert=True)
    return entry


@dataclass(frozen=True, slots=True)
class ChainState:
    """`broken_at` is the first position that does not follow from what is before it; None when all of it holds.
    `head` is the newest digest: written down elsewhere, it also shows that nothing was cut off the end."""

    length: int
    head: str
    broken_at: int | None = None
    why: str = ""

    @property
    def holds(self) -> bool:
        return self.broken_at is None


def verify_audit_chain(*, expected_head: str = "") -> ChainState:
    """Read the whole chain once. Reports the first entry that was changed, taken out, put in, or whose text was."""
    position, before, seen_expected = 0, START, not expected_head
    for entry in AuditEntry.objects.order_by("position").select_related("text").iterator(chunk_size=1000):
        why = _fault(entry, position + 1, before)
        if why:
            return ChainState(position, before, broken_at=position + 1, why=why)
        position, before = entry.position, entry.digest
        seen_expected = seen_expected or before == expected_head
    if not seen_expected:
        return ChainState(position, before, broken_at=position + 1, why="cut")
    return ChainState(position, before)


def _fault(entry: AuditEntry, position: int, before: str) -> str:
    if entry.position != position:
        return "missing"
    if entry.previous != before:
        return "unlinked"
    if entry.expected_digest() != entry.digest:
        return "changed"
    text = getattr(entry, "text", None)
    if text is not None and text.digest() != entry.text_digest:
        return "text"
    return ""
