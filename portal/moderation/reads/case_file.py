"""One case with all that hangs on it, for the moderator who reads it."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from django.utils.translation import gettext_lazy as _

from portal.core.reportables import Reportable, Snapshot, reportables
from portal.moderation.models import AuditEntry, Case, CaseNote, Decision, Evidence, Report
from portal.moderation.words import act_label, told_reason

STEPS: dict[str, tuple[str, Any]] = {
    "report.made": ("flag", _("Reported")),
    "finding.case": ("search", _("Found by the screening")),
    "enquiry.made": ("send", _("Asked the team")),
    "case.answer": ("mail", _("Answered by %(name)s")),
    "case.claim": ("claim", _("Taken by %(name)s")),
    "case.release": ("undo", _("Given back by %(name)s")),
    "case.note": ("edit", _("Note by %(name)s")),
    "decision.undo": ("undo", _("Decision taken back by %(name)s")),
    "appeal.settled": ("undo", _("Closed, because %(name)s took the decision back")),
    "case.to_leads": ("people", _("Handed to the Safeguarding leads")),
    "decision.appeal": ("mail", _("The author asked for another look")),
}
DECIDED = ("check", _("Decided by %(name)s"))


@dataclass(frozen=True, slots=True)
class Step:
    icon: str
    words: str
    at: datetime


@dataclass(frozen=True, slots=True)
class Decided:
    """A decision about this thing. `can_undo`: it changed something, stands, and the house knows the way back."""

    decision: Decision
    what: Any
    why: Any
    can_undo: bool


@dataclass(frozen=True)
class CaseFile:
    """Everything the page of one case shows."""

    case: Case
    kind: Reportable
    thing: Any | None
    said: Snapshot | None  # what it says now
    kept: Evidence | None  # what it said when it was reported
    author_name: str
    url: str
    around: Sequence[Any]
    reports: Sequence[Report]
    notes: Sequence[CaseNote]
    decisions: Sequence[Decided]
    steps: Sequence[Step]
    about: Decision | None = None
    acts: Sequence[tuple[str, Any]] = field(default=())

    @property
    def changed_since(self) -> bool:
        """Whether the thing no longer says what was reported."""
        return self.kept is not None and (self.said is None or not self.kept.says(self.said))

    @property
    def shows_itself(self) -> bool:
        """Whether the words near it hold the thing itself, in its place."""
        return any(getattr(near, "here", False) for near in self.around)


def case_file(case: Case) -> CaseFile:
    """Call with a case that came through the door. Seven queries, and what the house needs for the thing."""
    kind = reportables.get(case.reportable)
    thing = kind.load(case.object_id)
    first = case.appeal_of.case_id if case.appeal_of_id and case.appeal_of else case.pk
    return CaseFile(
        case=case,
        kind=kind,
        thing=thing,
        said=kind.snapshot(thing) if thing is not None else None,
        kept=Evidence.objects.filter(case=first, retired_at=None).order_by("-taken_at").first(),
        author_name=kind.author_name(thing) if thing is not None else "",
        url=kind.url(thing) if thing is not None else "",
        around=kind.around(thing) if thing is not None else (),
        reports=list(Report.objects.filter(case=first)),
        notes=list(CaseNote.objects.filter(case__in={case.pk, first}).select_related("writer")),
        decisions=decisions_about(case, kind),
        steps=steps_of(case),
        about=case.appeal_of,
        acts=forward_acts(kind, thing) if thing is not None else (),
    )


def decisions_about(case: Case, kind: Reportable) -> list[Decided]:
    """Every decision about this thing, newest first, also those of its earlier cases in the same scope."""
    rows = Decision.objects.filter(
        case__reportable=case.reportable, case__object_id=case.object_id, case__scope=case.scope
    ).select_related("case", "decider", "undone_by")[:20]
    found = []
    for row in rows:
        act = kind.acts.get(row.act)
        can_undo = row.undone_at is None and act is not None and bool(act.undo)
        found.append(Decided(row, act_label(case.reportable, row.act), told_reason(row.reason), can_undo))
    return found


def steps_of(case: Case) -> list[Step]:
    """The history on the rail. Who reported is never in it."""
    entries = AuditEntry.objects.filter(subject=f"case:{case.pk}").exclude(act="case.read").select_related("actor")
    found = []
    for entry in entries.order_by("position")[:50]:
        icon, words = STEPS.get(entry.act, DECIDED)
        name = entry.actor.display_name if entry.actor else ""
        found.append(Step(icon, str(words) % {"name": name} if "%" in str(words) else str(words), entry.at))
    return found


def forward_acts(kind: Reportable, thing: Any) -> list[tuple[str, Any]]:
    """The acts to choose from, as the thing stands now. The inverse of an act is reached by taking that one back."""
    backward: set[str] = set()
    found = []
    for act in kind.acts.values():
        if act.key not in backward and (act.possible is None or act.possible(thing)):
            found.append((act.key, act.label))
        if act.undo:
            backward.add(act.undo)
    return found
