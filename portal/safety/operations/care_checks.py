"""Counting what people did when a care check asked them: rule and choice, never who and never the words."""

from collections.abc import Iterable
from typing import Any

from django.db.models import F
from django.utils import timezone

from portal.safety.models import ScreenChoice
from portal.safety.screening.findings import Finding


def record_choice(*, findings: Iterable[Finding], choice: str) -> int:
    """Count this choice once for each rule that asked. Returns how many rules there were."""
    rules = sorted({(finding.rule_id, finding.rule_version) for finding in findings})
    for rule_id, version in rules:
        key: dict[str, Any] = {
            "day": timezone.now().date(),
            "rule_id": rule_id,
            "rule_version": version,
            "choice": choice,
        }
        ScreenChoice.objects.get_or_create(**key)
        ScreenChoice.objects.filter(**key).update(times=F("times") + 1)
    return len(rules)
