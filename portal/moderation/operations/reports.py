"""Asking a moderator to look: by a person's report, or because the screening found something."""

from collections.abc import Iterable
from datetime import timedelta
from typing import Any

from django.db import IntegrityError, transaction
from django.http import Http404
from django.utils import timezone
from django.utils.translation import gettext as _

from portal.core.errors import RuleViolation
from portal.core.reportables import Reportable, reportables
from portal.moderation.bands import BAND_OF, REASON_OF_FINDING, Band, Reason, due_at
from portal.moderation.hooking import OPENED, REPORTED
from portal.moderation.models import Case, Report
from portal.moderation.operations.audit import audit
from portal.moderation.operations.evidence import head_of, keep_copy
from portal.moderation.operations.leads import hand_to_leads
from portal.moderation.reads.scopes import hours_of
from portal.notifications.operations.events import record_event, wake_on_commit
from portal.notifications.operations.webhooks import note_for_webhooks
from portal.safety.screening.findings import Finding

LONGEST_WORDS = 2000
AN_HOUR = timedelta(hours=1)
PER_HOUR = 20


@transaction.atomic
def report(*, actor: Any, reportable_key: str, public_id: str, reason: str, words: str = "") -> Report:
    """Report a thing the actor may see; signed out only what everybody may see. It joins the open case of this thing
    or opens one, and keeps a copy of what the thing says now. Reporting twice changes nothing.

    Raises Http404 for what the actor may not know, RuleViolation for too many in an hour.
    """
    kind, thing = _found(actor, reportable_key, public_id)
    reporter = actor if actor.is_authenticated else None
    why = Reason(reason)
    case, is_new = _open_case(kind, thing, public_id, why, BAND_OF[why], Case.Origin.REPORT)
    earlier = case.reports.filter(reporter=reporter).first() if reporter else None
    if earlier is not None:
        return earlier
    if reporter is not None and _too_many(reporter):
        raise RuleViolation(
            _("You have sent many reports in the last hour. The moderators are reading them. Try again later."),
            code="too_many_reports",
        )
    made = Report(case=case, evidence=keep_copy(case, kind.snapshot(thing)), reporter=reporter, reason=why)
    made.words = words.strip()[:LONGEST_WORDS] or None
    made.save(force_insert=True)
    note_for_webhooks(event=REPORTED, subject=str(case.pk))
    _tell_if_urgent(case, raised=not is_new and _raise(case, why, BAND_OF[why]), is_new=is_new)
    audit(actor=reporter, act="report.made", subject=f"case:{case.pk}")
    return made


@transaction.atomic
def open_case_for_finding(
    *, reportable_key: str, public_id: str, author: Any | None, findings: Iterable[Finding]
) -> Case:
    """A case because the screening found something urgent. Nothing is hidden by it; only a person decides.

    Raises Http404 when the thing is gone.
    """
    kind = reportables.get(reportable_key)
    thing = kind.load(public_id)
    if thing is None:
        raise Http404
    worst = min(findings, key=lambda one: Band[one.band.name])
    band, why = Band[worst.band.name], REASON_OF_FINDING.get(str(worst.kind), Reason.OTHER)
    rules = [f"{worst.rule_id}@{worst.rule_version}"]
    case, is_new = _open_case(kind, thing, public_id, why, band, Case.Origin.FINDING, rules)
    keep_copy(case, kind.snapshot(thing))
    _tell_if_urgent(case, raised=not is_new and _raise(case, why, band), is_new=is_new)
    audit(actor=None, act="finding.case", subject=f"case:{case.pk}", text={"rules": rules})
    return case


@transaction.atomic
def open_case_for_review(
    *, reportable_key: str, public_id: str, why: str, band: Band = Band.GREEN, within: timedelta | None = None
) -> Case:
    """A case because something waits to be read by a moderator first. `why` is a code such as "person.reviewed".
    `within` replaces the clock of the band, for what was said long ago: then nobody is called either.

    Raises Http404 when the thing is gone.
    """
    kind = reportables.get(reportable_key)
    thing = kind.load(public_id)
    if thing is None:
        raise Http404
    case, is_new = _open_case(kind, thing, public_id, Reason.OTHER, band, Case.Origin.REVIEW, [why])
    keep_copy(case, kind.snapshot(thing))
    if within is None:
        _tell_if_urgent(case, raised=False, is_new=is_new)
    elif is_new:
        Case.objects.filter(pk=case.pk).update(due_at=case.opened_at + within)
    audit(actor=None, act="review.case", subject=f"case:{case.pk}", text={"why": why})
    return case


def _found(actor: Any, reportable_key: str, public_id: str) -> tuple[Reportable, Any]:
    kind = reportables.find(reportable_key)
    thing = kind.find(actor, public_id) if kind else None
    if kind is None or thing is None:
        raise Http404
    return kind, thing


def _open_case(
    kind: Reportable, thing: Any, public_id: str, why: str, band: Band, origin: str, rules: list[str] | None = None
) -> tuple[Case, bool]:
    """The one open case of this thing, locked, and whether it is new. Two first reports at once make one case."""
    key = {"reportable": kind.key, "object_id": public_id}
    same = Case.objects.select_for_update().open().exclude(origin=Case.Origin.APPEAL).filter(**key)
    case = same.first()
    if case is not None:
        return case, False
    now = timezone.now()
    case = Case(
        **key, scope=kind.scope(thing), author_id=kind.author_id(thing), origin=origin, reason=why, band=band,
        opened_at=now, due_at=due_at(band, now, hours_of(kind.scope(thing))),
    )  # fmt: skip
    case.head = head_of(kind.snapshot(thing), kind.place(thing), rules)
    try:
        with transaction.atomic():
            case.save(force_insert=True)
    except IntegrityError:
        return same.get(), False
    note_for_webhooks(event=OPENED, subject=str(case.pk))
    return case, True


def _raise(case: Case, why: str, band: Band) -> bool:
    """A more serious reason makes the case more urgent; a milder one changes nothing."""
    if band >= case.band:
        return False
    case.band, case.reason = band, why
    case.due_at = min(case.due_at, due_at(band, timezone.now(), hours_of(case.scope)))
    case.version += 1
    case.save(update_fields=["band", "reason", "due_at", "version"])
    return True


def _tell_if_urgent(case: Case, *, raised: bool, is_new: bool) -> None:
    """Call whoever can look: when it is serious, and always when it goes to the leads, who do not watch this part."""
    handed = hand_to_leads(case)
    if handed or (case.band <= Band.RED and (is_new or raised)):
        record_event(kind="moderation.case", subject=str(case.pk))
        wake_on_commit()


def _too_many(reporter: Any) -> bool:
    since = timezone.now() - AN_HOUR
    return len(Report.objects.owned_by(reporter).filter(created_at__gte=since).values_list("pk")[:PER_HOUR]) >= PER_HOUR
