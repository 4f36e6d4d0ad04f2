"""Safeguarding files: opened from a case, worked through in steps, looked at again after three months."""

from typing import Any

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from portal.core.errors import RuleViolation
from portal.moderation.models import Case, SafeguardingEntry, SafeguardingFile
from portal.moderation.models.safeguarding import REVIEW_AFTER
from portal.moderation.operations.audit import audit
from portal.notifications.operations.events import record_event, wake_on_commit

LONGEST = 4000
OPENED, REVIEW = "moderation.file_opened", "moderation.file_review"


@transaction.atomic
def open_file(*, actor: Any, case: Case, words: str) -> SafeguardingFile:
    """Whoever looks after a case hands the person's safety to the leads, who are told at once. From then on only they
    read it, also when the one who opened it may not. Once a case; again adds what was written. Raises PermissionDenied
    outside one's cases, RuleViolation for no words."""
    if not Case.objects.visible_to(actor).filter(pk=case.pk).exists():
        raise PermissionDenied(_("You do not look after this part of the site."))
    words = need_words(words)
    file, is_new = SafeguardingFile.objects.get_or_create(
        case=case, defaults={"person_id": case.author_id, "opened_by": actor}
    )
    if file.closed_at is not None:
        raise RuleViolation(_("The file about this case was closed. Ask a Safeguarding lead."), field="words")
    _write(file, actor, words, "")
    record_event(kind=OPENED, subject=f"{file.pk}:{file.entries.count()}")
    wake_on_commit()
    audit(actor=actor, act="file.open" if is_new else "file.add", subject=f"file:{file.pk}")
    return file


@transaction.atomic
def add_entry(*, actor: Any, file: SafeguardingFile, words: str, step: str = "") -> SafeguardingEntry:
    """Write down a step, or anything else. Raises PermissionDenied for anybody but the leads, and RuleViolation."""
    mine = need_open_file(actor, file)
    entry = _write(mine, actor, need_words(words), step)
    audit(actor=actor, act="file.add", subject=f"file:{mine.pk}")
    return entry


@transaction.atomic
def set_contact(*, actor: Any, file: SafeguardingFile, contact: str) -> None:
    """Whom to call for this person; empty takes it away."""
    mine = need_open_file(actor, file)
    mine.contact = contact.strip()[:LONGEST] or None
    mine.save(update_fields=["contact_sealed"])
    audit(actor=actor, act="file.contact", subject=f"file:{mine.pk}")


@transaction.atomic
def keep_file(*, actor: Any, file: SafeguardingFile, words: str) -> None:
    """It is still needed: look again in three months. The reason is an entry."""
    mine = need_open_file(actor, file)
    _write(mine, actor, need_words(words), "")
    mine.review_on, mine.reminded_at = timezone.localdate() + REVIEW_AFTER, None
    mine.save(update_fields=["review_on", "reminded_at"])
    audit(actor=actor, act="file.keep", subject=f"file:{mine.pk}")


@transaction.atomic
def close_file(*, actor: Any, file: SafeguardingFile) -> None:
    """It is not needed any more: its words go for good. That there was one, from when to when, stays in the audit."""
    mine = need_open_file(actor, file)
    mine.entries.all().delete()
    mine.contact, mine.closed_at = None, timezone.now()
    mine.save(update_fields=["contact_sealed", "closed_at"])
    audit(actor=actor, act="file.close", subject=f"file:{mine.pk}")


def note_file_reading(*, actor: Any, file: SafeguardingFile) -> None:
    """Every reading is written down, each time."""
    audit(actor=actor, act="file.read", subject=f"file:{file.pk}")


def remind_of_files() -> int:
    """Call the leads once for each file whose three months are over. Returns how many."""
    due = SafeguardingFile.objects.open().filter(review_on__lte=timezone.localdate(), reminded_at=None)
    reminded = 0
    for file in due:
        with transaction.atomic():
            if SafeguardingFile.objects.filter(pk=file.pk, reminded_at=None).update(reminded_at=timezone.now()):
                record_event(kind=REVIEW, subject=f"{file.pk}:{file.review_on:%Y%m%d}")
                reminded += 1
    return reminded


def need_open_file(actor: Any, file: SafeguardingFile) -> SafeguardingFile:
    mine = SafeguardingFile.objects.visible_to(actor).select_for_update().filter(pk=file.pk).first()
    if mine is None:
        raise PermissionDenied(_("Only Safeguarding leads open these files."))
    if mine.closed_at is not None:
        raise RuleViolation(_("This file is closed."))
    return mine


def need_words(words: str) -> str:
    words = words.replace("\x00", "").strip()[:LONGEST]
    if not words:
        raise RuleViolation(_("Write down what you know, or what you did."), field="words")
    return words


def _write(file: SafeguardingFile, actor: Any, words: str, step: str) -> SafeguardingEntry:
    entry = SafeguardingEntry(file=file, by=actor, step=step)
    entry.words = words
    entry.save(force_insert=True)
    return entry
