"""Cases that nobody can open. They go to the Safeguarding leads, words included, so that nobody waits in vain."""

from django.db import transaction

from portal.moderation.models import Case
from portal.moderation.operations.audit import audit
from portal.moderation.reads.leads import nobody_looks_after
from portal.notifications.operations.events import record_event, wake_on_commit


def hand_to_leads(case: Case) -> bool:
    """Mark this case for the leads when only its author, or whoever decided before, looks after its part of the site.
    Returns whether it went to them just now."""
    if case.with_leads or not nobody_looks_after(case):
        return False
    case.with_leads = True
    Case.objects.filter(pk=case.pk).update(with_leads=True)
    return True


@transaction.atomic
def hand_over_deserted() -> int:
    """Open cases whose last moderator has gone since. The leads are told of each. Returns how many; may run twice."""
    handed = 0
    for case in Case.objects.open().filter(with_leads=False):
        if hand_to_leads(case):
            record_event(kind="moderation.case", subject=str(case.pk))
            audit(actor=None, act="case.to_leads", subject=f"case:{case.pk}")
            handed += 1
    if handed:
        wake_on_commit()
    return handed
