"""What moderators leave for one another, and the trace that somebody read a case."""

from datetime import timedelta
from typing import Any

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.db.models import F
from django.utils import timezone
from django.utils.translation import gettext as _

from portal.core.reportables import reportables
from portal.moderation.models import AuditEntry, Case, CaseNote
from portal.moderation.operations.audit import audit

READ, READ_AGAIN = "case.read", timedelta(hours=1)


@transaction.atomic
def add_note(*, actor: Any, case: Case, text: str, ask: bool = False, about: str = CaseNote.About.CASE) -> CaseNote:
    """A note that only moderators of this scope read. With `ask` it asks others for a second opinion; a note by
    somebody else answers that. Raises PermissionDenied outside the actor's scopes."""
    if not Case.objects.visible_to(actor).filter(pk=case.pk).exists():
        raise PermissionDenied(_("You do not look after this part of the site."))
    note = CaseNote(case=case, writer=actor, **_target(case, about))
    note.text = text.strip()
    note.save(force_insert=True)
    if ask:
        asked = {"second_look_at": timezone.now(), "second_look_by": actor}
        Case.objects.open().filter(pk=case.pk).update(**asked, version=F("version") + 1)
    else:
        answered = Case.objects.second_look().filter(pk=case.pk).exclude(second_look_by=actor)
        answered.update(second_look_at=None, second_look_by=None, version=F("version") + 1)
    audit(actor=actor, act="case.note", subject=f"case:{case.pk}")
    return note


def note_reading(*, actor: Any, case: Case) -> bool:
    """Write down that somebody read what a member wrote: once for each person, case and hour."""
    subject, since = f"case:{case.pk}", timezone.now() - READ_AGAIN
    if AuditEntry.objects.filter(subject=subject, actor=actor, act=READ, at__gt=since).exists():
        return False
    audit(actor=actor, act=READ, subject=subject)
    return True


def _target(case: Case, about: str) -> dict[str, Any]:
    """What a note hangs on and until when it is kept. Where there is no such person or thread, on the case. A voice
    under another name is no person here: the note would put its other words beside these."""
    kind = reportables.get(case.reportable)
    thing = kind.load(case.object_id)
    chosen = CaseNote.About(about)
    if chosen == CaseNote.About.PERSON and (case.author_id is None or thing is None or kind.veiled(thing)):
        chosen = CaseNote.About.CASE
    thread = kind.thread(thing) if thing is not None and chosen == CaseNote.About.THREAD else ""
    if chosen == CaseNote.About.THREAD and not thread:
        chosen = CaseNote.About.CASE
    person = case.author_id if chosen == CaseNote.About.PERSON else None
    keep_until = timezone.now() + CaseNote.KEPT[chosen]
    return {"about": chosen, "person_id": person, "thread": thread, "keep_until": keep_until}
