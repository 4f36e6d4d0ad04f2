"""Trends: pain by place, what was done, what was drunk, treatment days; each drawing with its numbers beside it."""

from datetime import timedelta

from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from portal.accounts.requests import OwnRequest
from portal.core.local_time import zone_of
from selfcare import reads
from selfcare.reads.appointment import places_table
from selfcare.reads.charts import charts
from selfcare.reads.diary import SPANS, finding_of
from selfcare.reads.figures import figures


@login_required
@require_safe
def trends(request: OwnRequest) -> HttpResponse:
    asked = request.GET.get("d", "")
    span = int(asked) if asked.isdecimal() and int(asked) in SPANS else 28
    today = timezone.now().astimezone(zone_of(request.user.time_zone)).date()
    shown = figures(request.user, today - timedelta(days=span - 1), today)
    head, rows = places_table(shown)
    context = {"shown": shown, "charts": charts(shown), "head": head, "rows": rows, "span": span, "spans": SPANS,
               "counts": reads.counts(request.user), "finding": finding_of(shown.days)}  # fmt: skip
    return render(request, "selfcare/trends.html", context)
