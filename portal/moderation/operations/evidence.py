"""Keeping copies of what was reported, and letting them go when their time is over."""

from datetime import timedelta
from typing import Any

from django.db import transaction
from django.utils import timezone

from portal.core.reportables import Snapshot
from portal.moderation.models import AuditText, Case, CaseNote, Evidence

KEPT = timedelta(days=365)
EXCERPT = 140


def keep_copy(case: Case, snapshot: Snapshot) -> Evidence:
    """This case's copy of what the thing says now. A copy that says the same already is used again."""
    for held in case.evidence.filter(retired_at=None).order_by("-taken_at")[:1]:
        if held.says(snapshot):
            return held
    copy = Evidence(case=case, keep_until=timezone.now() + KEPT)
    copy.fill(snapshot)
    copy.save(force_insert=True)
    return copy


def head_of(snapshot: Snapshot, place: str, rules: list[str] | None = None) -> dict[str, Any]:
    """What the queue shows of a case without opening it."""
    words = " ".join(snapshot.text.split())
    excerpt = words if len(words) <= EXCERPT else words[:EXCERPT].rsplit(" ", 1)[0] + " …"
    return {"title": snapshot.title, "excerpt": excerpt, "place": place, "rules": rules or []}


@transaction.atomic
def retire_evidence() -> int:
    """Forget copies whose time is over, with the head and notes of their cases, and audit texts whose time is over.
    The copies of open cases stay. Returns how many copies went; may run twice."""
    now = timezone.now()
    over = Evidence.objects.filter(retired_at=None, keep_until__lte=now, case__closed_at__isnull=False)
    cases = set(over.values_list("case_id", flat=True))
    gone = over.update(payload_sealed=None, retired_at=now)
    CaseNote.objects.filter(case__in=cases, created_at__lte=now - KEPT).delete()
    CaseNote.objects.filter(keep_until__lte=now, case__closed_at__isnull=False).delete()
    emptied = Case.objects.filter(pk__in=cases).exclude(evidence__retired_at=None)
    Case.objects.filter(pk__in=list(emptied.values_list("pk", flat=True))).update(head_sealed=None)
    AuditText.objects.filter(keep_until__lte=now).delete()
    return gone
