"""Shapes the desk needs: the queue, one case with all that hangs on it, and whom to call."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from django.db.models import Q

from portal.accounts import roles
from portal.accounts.models import User
from portal.core.reportables import Reportable, Snapshot, reportables, scopes
from portal.moderation.models import AuditEntry, Case, CaseNote, Decision, Evidence, Report
from portal.moderation.models.case import scopes_of

A_PAGE = 25
COUNTED = 20
TABS = ("open", "mine", "done")


def moderates(user: Any) -> bool:
    """Whether this person has a desk at all; costs what `scopes_of` costs."""
    return bool(scopes_of(user))


def moderators_of(case: Case) -> list[UUID]:
    """Whom a case may call: members who moderate its scope, and staff whose desk shows it. Never its author."""
    called = {user_id for scope in scopes for user_id in scope.people(case.scope)}
    staff = User.objects.filter(
        is_staff=True, is_active=True, groups__name__in=[roles.MODERATORS, roles.SAFEGUARDING_LEADS]
    ).distinct()
    called |= {person.pk for person in staff if case.scope in scopes_of(person)}
    return sorted(called - {case.author_id, case.not_for_id, None})


@dataclass(frozen=True)
class Queue:
    """One page of the desk. Counts stop at twenty: "20+"."""

    cases: Sequence[Case]
    counts: dict[str, str]
    next_after: UUID | None


def queue(user: Any, *, tab: str, oldest_first: bool = False, after: UUID | None = None) -> Queue:
    """What waits, by harm and then by age; or what this person holds; or what was decided, newest first.

    Four queries, and those of `scopes_of`; one more when it starts after a case.
    """
    mine = Case.objects.visible_to(user)
    rows = {"open": mine.open(), "mine": mine.held_by(user), "done": mine.exclude(closed_at=None)}[tab].for_queue()
    if tab == "done":
        order, backwards = ("closed_at", "id"), True
    else:
        order, backwards = (("opened_at", "id") if oldest_first else ("band", "opened_at", "id")), False
    start = mine.filter(pk=after).first() if after else None
    if start is not None:
        rows = rows.filter(_beyond(start, order, backwards))
    rows = rows.order_by(*[f"-{name}" if backwards else name for name in order])
    page = list(rows[: A_PAGE + 1])
    return Queue(page[:A_PAGE], _counts(user, mine), page[A_PAGE - 1].pk if len(page) > A_PAGE else None)


def _beyond(start: Case, order: tuple[str, ...], backwards: bool) -> Q:
    """Rows that come after this one in the order: a, then b where a is the same, and so on."""
    word, found, same = ("lt" if backwards else "gt"), Q(), Q()
    for name in order:
        value = getattr(start, name)
        found |= same & Q(**{f"{name}__{word}": value})
        same &= Q(**{name: value})
    return found


def _counts(user: Any, mine: Any) -> dict[str, str]:
    waiting = len(mine.open().values_list("pk")[: COUNTED + 1])
    held = len(mine.held_by(user).values_list("pk")[: COUNTED + 1])
    return {"open": _capped(waiting), "mine": _capped(held)}


def _capped(number: int) -> str:
    return f"{COUNTED}+" if number > COUNTED else str(number)


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
    earlier: Sequence[Decision]
    steps: Sequence[AuditEntry]
    about: Decision | None = None
    acts: Sequence[tuple[str, Any]] = field(default=())

    @property
    def changed_since(self) -> bool:
        """Whether the thing no longer says what was reported."""
        return self.kept is not None and (self.said is None or not self.kept.says(self.said))


def case_file(case: Case) -> CaseFile:
    """Call with a case that came through the door."""
    kind = reportables.get(case.reportable)
    thing = kind.load(case.object_id)
    kept_case = case.appeal_of.case_id if case.appeal_of_id and case.appeal_of else case.pk
    return CaseFile(
        case=case,
        kind=kind,
        thing=thing,
        said=kind.snapshot(thing) if thing is not None else None,
        kept=Evidence.objects.filter(case=kept_case, retired_at=None).order_by("-taken_at").first(),
        author_name=kind.author_name(thing) if thing is not None else "",
        url=kind.url(thing) if thing is not None else "",
        around=kind.around(thing) if thing is not None else (),
        reports=list(Report.objects.filter(case=kept_case)),
        notes=list(CaseNote.objects.filter(case=case).select_related("writer")),
        earlier=list(
            Decision.objects.filter(case__reportable=case.reportable, case__object_id=case.object_id)
            .select_related("case", "decider", "undone_by")[:20]
        ),
        steps=list(
            AuditEntry.objects.filter(subject=f"case:{case.pk}").exclude(act="case.read")
            .select_related("actor").order_by("position")[:50]
        ),
        about=case.appeal_of,
        acts=forward_acts(kind),
    )  # fmt: skip


def forward_acts(kind: Reportable) -> list[tuple[str, Any]]:
    """The acts to choose from. The inverse of one that is listed already is reached by taking that one back."""
    backward: set[str] = set()
    found = []
    for act in kind.acts.values():
        if act.key not in backward:
            found.append((act.key, act.label))
        if act.undo:
            backward.add(act.undo)
    return found


@dataclass(frozen=True)
class Receipt:
    """What the person a decision is about gets to see."""

    decision: Decision
    kept: Evidence | None
    appeal: Case | None
    answer: Decision | None
    url: str


def receipt(decision: Decision) -> Receipt:
    """Call with a decision that came through its owner's door. The address leads back only while they may open it."""
    case = decision.case
    kind = reportables.find(case.reportable)
    thing = kind.find(decision.author, case.object_id) if kind else None
    appealed = Case.objects.filter(appeal_of=decision).first()
    answer = Decision.objects.filter(case=appealed).first() if appealed else None
    return Receipt(decision, decision.evidence, appealed, answer, kind.url(thing) if kind and thing else "")


def own_reports(user: Any, limit: int = 50) -> list[Report]:
    """A person's reports, newest first, each with `outcome`: the decision of its case, or None. Two queries."""
    rows = list(Report.objects.owned_by(user).select_related("case").order_by("-created_at")[:limit])
    decided = Decision.objects.filter(case__in=[row.case_id for row in rows]).order_by("created_at")
    outcomes = {decision.case_id: decision for decision in decided}
    for row in rows:
        row.outcome = outcomes.get(row.case_id)  # type: ignore[attr-defined]
    return rows
