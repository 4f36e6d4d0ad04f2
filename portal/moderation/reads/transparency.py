"""What moderation did, month by month, for everybody to read: counts and medians, and no small numbers.

A small number could point at somebody, so below five it is only said that it is small, and a median of fewer than five
cases is not said at all. The month that is running is left out: watching it grow would tell single cases.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from django.db.models import Aggregate, Count, DateTimeField, DurationField, ExpressionWrapper, F, Q
from django.db.models.functions import TruncMonth
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from portal.moderation.bands import Band
from portal.moderation.ladder import Step
from portal.moderation.models import Case, Decision, Report
from portal.moderation.models.decision import NO_ACTION, OVERTURN, UPHOLD

SMALL, MONTHS = 5, 12
OUT_OF_SIGHT = ("hide", "remove", "hold")


class Median(Aggregate):
    function = "PERCENTILE_CONT"
    template = "%(function)s(0.5) WITHIN GROUP (ORDER BY %(expressions)s)"
    output_field = DurationField()


@dataclass(frozen=True, slots=True)
class Number:
    """`shown` is None for 1 to 4."""

    shown: int | None

    def __str__(self) -> str:
        return _("fewer than %(small)d") % {"small": SMALL} if self.shown is None else str(self.shown)

    @classmethod
    def of(cls, count: int) -> "Number":
        return cls(count if count == 0 or count >= SMALL else None)


@dataclass(frozen=True, slots=True)
class Month:
    starts: date
    reports: Number
    closed: Number
    median: str
    serious_median: str
    out_of_sight: Number
    steps: Number
    appeals: Number
    taken_back: Number


def in_words(took: timedelta) -> str:
    """In minutes, hours or days, as exact as it matters."""
    minutes = max(1, round(took.total_seconds() / 60))
    if minutes < 120:
        return ngettext("%(number)d minute", "%(number)d minutes", minutes) % {"number": minutes}
    hours = round(minutes / 60)
    if hours < 48:
        return ngettext("%(number)d hour", "%(number)d hours", hours) % {"number": hours}
    return ngettext("%(number)d day", "%(number)d days", round(hours / 24)) % {"number": round(hours / 24)}


def first_of_months(now: datetime) -> list[date]:
    """The first days of the last twelve whole months, the newest first."""
    found, day = [], timezone.localdate(now).replace(day=1)
    for _month in range(MONTHS):
        day = (day - timedelta(days=1)).replace(day=1)
        found.append(day)
    return found


def transparency(now: datetime | None = None) -> Sequence[Month]:
    """Three queries. Months in which nothing at all was reported or decided are left out."""
    months = first_of_months(now or timezone.now())
    reports = _by_month(Report, "created_at", months, count=Count("pk"))
    cases = _by_month(
        Case.objects.annotate(took=ExpressionWrapper(F("closed_at") - F("opened_at"), output_field=DurationField())),
        "closed_at", months, count=Count("pk"), median=Median("took"),
        serious=Count("pk", filter=Q(band__lte=Band.RED)),
        serious_median=Median("took", filter=Q(band__lte=Band.RED)),
    )  # fmt: skip
    decisions = _by_month(
        Decision, "created_at", months,
        out_of_sight=Count("pk", filter=Q(act__in=OUT_OF_SIGHT)), steps=Count("pk", filter=Q(act__in=Step.values)),
        appeals=Count("pk", filter=Q(act__in=[UPHOLD, OVERTURN])), taken_back=Count("pk", filter=Q(act=OVERTURN)),
        any=Count("pk", filter=~Q(act=NO_ACTION)),
    )  # fmt: skip
    return [
        _month(day, reports.get(day, {}), cases.get(day, {}), decisions.get(day, {}))
        for day in months
        if day in reports or day in cases or day in decisions
    ]


def _by_month(rows: Any, field: str, months: Sequence[date], **counted: Any) -> Mapping[date, Mapping[str, Any]]:
    rows = getattr(rows, "objects", rows)
    ends = (months[0] + timedelta(days=32)).replace(day=1)
    zone = timezone.get_current_timezone()
    within = {
        f"{field}__gte": datetime.combine(months[-1], datetime.min.time(), zone),
        f"{field}__lt": datetime.combine(ends, datetime.min.time(), zone),
    }
    grouped = rows.filter(**within).order_by().annotate(month=TruncMonth(field, output_field=DateTimeField()))
    return {row["month"].date(): row for row in grouped.values("month").annotate(**counted)}


def _month(day: date, reports: Mapping[str, Any], cases: Mapping[str, Any], decisions: Mapping[str, Any]) -> Month:
    number = {key: Number.of(decisions.get(key, 0)) for key in ("out_of_sight", "steps", "appeals", "taken_back")}
    return Month(
        starts=day,
        reports=Number.of(reports.get("count", 0)),
        closed=Number.of(cases.get("count", 0)),
        median=in_words(cases["median"]) if cases.get("count", 0) >= SMALL else "–",
        serious_median=in_words(cases["serious_median"]) if cases.get("serious", 0) >= SMALL else "–",
        **number,
    )
