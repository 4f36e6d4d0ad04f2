"""What a person sees of moderation: decisions about what they wrote, and their own reports."""

from dataclasses import dataclass
from typing import Any

from portal.core.reportables import reportables, scopes
from portal.moderation.models import Case, Decision, Evidence, Report
from portal.moderation.words import act_label, told_reason


@dataclass(frozen=True)
class Receipt:
    """What the person a decision is about gets to see."""

    decision: Decision
    kept: Evidence | None
    appeal: Case | None
    answer: Decision | None
    url: str
    can_mend: bool
    write_to: str = ""


def receipt(decision: Decision) -> Receipt:
    """Call with a decision that came through its owner's door. The address leads back only while they may open it."""
    case = decision.case
    kind = reportables.find(case.reportable)
    thing = kind.find(decision.author, case.object_id) if kind else None
    appealed = Case.objects.filter(appeal_of=decision).first()
    answer = Decision.objects.filter(case=appealed).first() if appealed else None
    write_to = next(filter(None, (one.write_to(case.scope) for one in scopes)), "")
    url, can_mend = kind.url(thing) if kind and thing else "", kind is not None and kind.mend is not None
    return Receipt(decision, decision.evidence, appealed, answer, url, can_mend, write_to)


@dataclass(frozen=True)
class Told:
    """One line of what was decided about somebody, as they are told."""

    decision: Decision
    what: Any
    why: Any


def own_decisions(user: Any, limit: int = 50) -> list[Told]:
    """Newest first. One query."""
    rows = Decision.objects.owned_by(user).select_related("case")[:limit]
    return [Told(row, act_label(row.case.reportable, row.act), told_reason(row.reason)) for row in rows]


def own_reports(user: Any, limit: int = 50) -> list[Report]:
    """A person's reports, newest first, each with its `outcome`. Two queries."""
    mine = Report.objects.owned_by(user).select_related("case").prefetch_related("case__decisions")
    rows = list(mine.order_by("-created_at")[:limit])
    for row in rows:
        row.outcome = outcome_of(row)  # type: ignore[attr-defined]
    return rows


def outcome_of(report: Report) -> str | None:
    """None while nobody has looked; then "acted" while a decision of its case that changed something stands, or
    "left". No query where the case was fetched with its decisions."""
    decided = report.case.decisions.all()
    if not decided:
        return None
    return "acted" if any(one.changed_something and one.undone_at is None for one in decided) else "left"
