"""When a clock runs out and nobody is at it: first everybody who may look is called, then the administrators."""

from django.db import transaction
from django.utils import timezone

from portal.moderation.bands import Band
from portal.moderation.models import Case
from portal.moderation.operations.audit import audit
from portal.notifications.operations.events import record_event, wake_on_commit

AT_ONCE = 200


@transaction.atomic
def escalate_overdue() -> int:
    """One rung for each case. Where somebody may be at risk, the Safeguarding leads can open it from now on, also in a
    private group: nobody is left alone because its moderators are asleep. Returns how many; may run twice."""
    rows = list(Case.objects.overdue().select_for_update(of=("self",), skip_locked=True).by_harm()[:AT_ONCE])
    handed = []
    for case in rows:
        case.escalated, case.escalated_at = case.escalated + 1, timezone.now()
        if case.band <= Band.RED and not case.with_leads:
            case.with_leads = True
            handed.append(case)
        case.save(update_fields=["escalated", "escalated_at", "with_leads"])
        record_event(kind="moderation.overdue", subject=f"{case.pk}:{case.escalated}")
    if rows:
        wake_on_commit()
    for case in handed:
        audit(actor=None, act="case.to_leads", subject=f"case:{case.pk}")
    for case in rows:
        audit(actor=None, act="case.overdue", subject=f"case:{case.pk}")
    return len(rows)
