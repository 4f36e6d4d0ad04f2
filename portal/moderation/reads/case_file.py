"""One case with all that hangs on it, for the moderator who reads it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from portal.accounts.models import User
from portal.core.reportables import Reportable, Snapshot, reportables
from portal.moderation import rules
from portal.moderation.ladder import Step
from portal.moderation.models import AuditEntry, Case, CaseNote, Decision, Evidence, Report
from portal.moderation.reads.saved import saved_messages
from portal.moderation.reads.scopes import scope_of
from portal.moderation.words import SavedMessage, act_label, step_label, told_reason

MOST_COUNTED = 20

STEPS: dict[str, tuple[str, Any]] = {
    "report.made": ("flag", _("Reported")),
    "review.case": ("clock", _("Waits to be read by a moderator first")),
    "decision.resend": ("edit", _("The author sent it again in other words")),
    "case.overdue": ("clock", _("Nobody had looked in time: others were called")),
    "finding.case": ("search", _("Found by the screening")),
    "enquiry.made": ("send", _("Asked the team")),
    "case.answer": ("mail", _("Answered by %(name)s")),
    "case.claim": ("claim", _("Taken by %(name)s")),
    "case.release": ("undo", _("Given back by %(name)s")),
    "case.pass": ("people", _("Passed on by %(name)s to %(to)s")),
    "case.note": ("edit", _("Note by %(name)s")),
    "decision.undo": ("undo", _("Decision taken back by %(name)s")),
    "appeal.settled": ("undo", _("Closed, because %(name)s took the decision back")),
    "case.to_leads": ("people", _("Handed to the Safeguarding leads")),
    "decision.appeal": ("mail", _("The author asked for another look")),
}
DECIDED = ("check", _("Decided by %(name)s"))


@dataclass(frozen=True, slots=True)
class Entry:
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


@dataclass(frozen=True, slots=True)
class Person:
    """What the desk knows of whoever wrote it, in this part of the site. Under another name nothing is put together."""

    since: datetime
    cases: str
    steps: Sequence[Decided]


@dataclass(frozen=True)
class CaseFile:
    """Everything the page of one case shows."""

    case: Case
    reader: Any
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
    steps: Sequence[Entry]
    about: Decision | None = None
    acts: Sequence[tuple[str, Any]] = field(default=())
    saved: Mapping[str, SavedMessage] = field(default_factory=dict)
    ladder: Sequence[tuple[str, Any]] = field(default=())
    person: Person | None = None

    @property
    def changed_since(self) -> bool:
        """Whether the thing no longer says what was reported."""
        return self.kept is not None and (self.said is None or not self.kept.says(self.said))

    @property
    def shows_itself(self) -> bool:
        """Whether the words near it hold the thing itself, in its place."""
        return any(getattr(near, "here", False) for near in self.around)


def case_file(case: Case, reader: Any) -> CaseFile:
    """Call with a case that came through the reader's door. Ten queries, and what the house needs for the thing."""
    kind = reportables.get(case.reportable)
    thing = kind.load(case.object_id)
    first = case.appeal_of.case_id if case.appeal_of_id and case.appeal_of else case.pk
    return CaseFile(
        case=case,
        reader=reader,
        kind=kind,
        thing=thing,
        said=kind.snapshot(thing) if thing is not None else None,
        kept=Evidence.objects.filter(case=first, retired_at=None).order_by("-taken_at").first(),
        author_name=kind.author_name(thing) if thing is not None else "",
        url=kind.url(thing) if thing is not None else "",
        around=kind.around(thing) if thing is not None else (),
        reports=list(Report.objects.filter(case=first)),
        notes=notes_on(case, {case.pk, first}, kind, thing),
        saved=saved_messages(case, kind.author_name(thing) if thing is not None else ""),
        decisions=decisions_about(case, kind),
        steps=steps_of(case),
        about=case.appeal_of,
        acts=forward_acts(kind, thing) if thing is not None else (),
        ladder=ladder_for(reader, case),
        person=about_person(case, veiled=thing is None or kind.veiled(thing)),
    )


def notes_on(case: Case, own: set[UUID], kind: Reportable, thing: Any | None) -> list[CaseNote]:
    """Those of this case, and those about the person and the thread from other cases in this part of the site. Under
    another name nothing about the person. One query."""
    found = Q(case__in=own)
    if thing is not None and case.author_id is not None and not kind.veiled(thing):
        found |= Q(about=CaseNote.About.PERSON, person_id=case.author_id, case__scope=case.scope)
    if thing is not None and kind.thread(thing):
        found |= Q(about=CaseNote.About.THREAD, thread=kind.thread(thing), case__scope=case.scope)
    kept = Q(keep_until=None) | Q(keep_until__gt=timezone.now())
    return list(CaseNote.objects.filter(found, kept).select_related("writer")[:50])


def decisions_about(case: Case, kind: Reportable) -> list[Decided]:
    """Every decision about this thing, newest first, also those of its earlier cases in the same scope."""
    rows = Decision.objects.filter(
        case__reportable=case.reportable, case__object_id=case.object_id, case__scope=case.scope
    ).select_related("case", "decider", "undone_by")[:20]
    found = []
    for row in rows:
        act = kind.acts.get(row.act)
        can_undo = row.undone_at is None and (row.is_step or (act is not None and act.has_way_back))
        found.append(Decided(row, act_label(case.reportable, row.act), told_reason(row.reason), can_undo))
    return found


def steps_of(case: Case) -> list[Entry]:
    """The history on the rail. Who reported is never in it. One query; one more where it was passed on."""
    entries = AuditEntry.objects.filter(subject=f"case:{case.pk}").exclude(act="case.read")
    rows = list(entries.select_related("actor", "text").order_by("position")[:50])
    passed = {row.pk: UUID(row.text.payload["to"]) for row in rows if row.act == "case.pass" and hasattr(row, "text")}
    people = User.objects.in_bulk(set(passed.values())) if passed else {}
    found = []
    for row in rows:
        icon, words = STEPS.get(row.act, DECIDED)
        to = people.get(passed[row.pk]) if row.pk in passed else None
        told = {"name": row.actor.display_name if row.actor else "", "to": to.display_name if to else "…"}
        found.append(Entry(icon, str(words) % told if "%" in str(words) else str(words), row.at))
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


def ladder_for(reader: Any, case: Case) -> list[tuple[str, Any]]:
    """The steps this reader may take with the person, the mildest first."""
    in_a_house = scope_of(case.scope) is not None
    return [(step.value, step.label) for step in Step if rules.can_step(reader, case, step, in_a_house)]


def about_person(case: Case, *, veiled: bool) -> Person | None:
    """Two queries; none for somebody who is gone, or who speaks under another name here."""
    if case.author_id is None or veiled:
        return None
    here = Case.objects.filter(author_id=case.author_id, scope=case.scope).exclude(pk=case.pk)
    earlier = len(here.values_list("pk")[: MOST_COUNTED + 1])
    rows = Decision.objects.in_force().steps().filter(author_id=case.author_id)
    rows = rows.filter(Q(case__scope=case.scope) | Q(act=Step.SUSPENDED)).select_related("case", "decider", "author")
    steps = [Decided(row, step_label(row.act), told_reason(row.reason), True) for row in rows[:20]]
    return Person(case.author.joined_at, capped(earlier), steps) if case.author else None


def capped(number: int) -> str:
    return f"{MOST_COUNTED}+" if number > MOST_COUNTED else str(number)


def case_now(reader: Any, case: Case) -> str:
    """Where it stands, as one sentence for whoever has it open."""
    if not case.is_open:
        return gettext("This case is done. Somebody decided it already.")
    if case.holder is not None and case.holder != reader:
        return gettext("%(name)s has this one.") % {"name": case.holder.display_name}
    if case.claimed_by_id == reader.pk:
        return gettext("Something changed in this case while you were reading.")
    return gettext("Nobody has this one now.")
