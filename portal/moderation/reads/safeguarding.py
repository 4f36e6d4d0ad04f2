"""A safeguarding file as its page shows it. Call with a file that came through its door."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.utils.translation import gettext_lazy as _

from portal.accounts.models import User
from portal.accounts.roles import SAFEGUARDING_LEADS
from portal.moderation.models import AuditEntry, SafeguardingEntry, SafeguardingFile

READERS = 20
ACTS = {
    "file.open": _("Handed it on"),
    "file.read": _("Opened it"),
    "file.add": _("Wrote something down"),
    "file.contact": _("Changed whom to call"),
    "file.keep": _("Kept it three more months"),
    "file.close": _("Closed it"),
}


@dataclass(frozen=True)
class Step:
    key: str
    label: str
    done: SafeguardingEntry | None


@dataclass(frozen=True)
class FilePage:
    file: SafeguardingFile
    steps: Sequence[Step]
    entries: Sequence[SafeguardingEntry]
    trace: Sequence[tuple[AuditEntry, Any]]


def file_page(file: SafeguardingFile) -> FilePage:
    """Two queries: the entries, and who read or changed it last."""
    entries = list(SafeguardingEntry.objects.filter(file=file).select_related("by"))
    done = {entry.step: entry for entry in entries if entry.step}
    steps = [Step(key, str(label), done.get(key)) for key, label in SafeguardingEntry.Step.choices]
    trace = AuditEntry.objects.filter(subject=f"file:{file.pk}").select_related("actor").order_by("-position")
    return FilePage(file, steps, entries, [(one, ACTS.get(one.act, one.act)) for one in trace[:READERS]])


def leads_for(key: str, after: UUID | None, limit: int) -> list[UUID]:
    """Who is told about a file: the leads, but not whom it is about."""
    file = SafeguardingFile.objects.open().filter(pk=key).first()
    if file is None:
        return []
    leads = User.objects.filter(groups__name=SAFEGUARDING_LEADS, is_active=True)
    leads = leads.exclude(pk=file.person_id) if file.person_id else leads
    leads = leads.filter(pk__gt=after) if after else leads
    return list(leads.order_by("pk").values_list("pk", flat=True)[:limit])
