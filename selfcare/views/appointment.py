"""For my appointment: a sheet that the person puts together. It is posted, so that no address says what is on it."""

import json
from collections.abc import Callable
from datetime import date
from zoneinfo import ZoneInfo

from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from portal.accounts.requests import OwnRequest
from portal.core.sheets import sheet
from selfcare import personal
from selfcare.forms.appointment import AppointmentForm
from selfcare.pdf import one_page
from selfcare.reads.appointment import COLUMNS, Appointment, appointment, spreadsheet_rows
from selfcare.sheet import day_words


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def for_appointment(request: OwnRequest) -> HttpResponse:
    today = timezone.now().astimezone(ZoneInfo(request.user.time_zone)).date()
    form = AppointmentForm(request.POST or None, today=today)
    if not form.is_valid():
        return render(request, "selfcare/appointment.html", {"form": form})
    said = form.cleaned_data
    made = appointment(request.user, said["first"], said["last"], said["sections"])
    answer = ANSWERS.get(request.POST.get("as", ""), _page)
    return answer(request, made, today)


def _page(request: OwnRequest, made: Appointment, today: date) -> HttpResponse:
    context = {"made": made, "today": today, "lines": _lines(made, today)}
    return render(request, "selfcare/appointment_sheet.html", context)


def _lines(made: Appointment, today: date) -> list[str]:
    span = {"first": day_words(made.figures.first), "last": day_words(made.figures.last)}
    return [_("From %(first)s to %(last)s, in the person’s own words and numbers.") % span]


def _pdf(request: OwnRequest, made: Appointment, today: date) -> HttpResponse:
    drawn = made.charts
    content = one_page(
        title=_("For my appointment"),
        lines=_lines(made, today),
        parts=made.sections,
        drawings={"pain": drawn.pain_wide, "activity": drawn.activity_wide, "water": drawn.water_wide},
        foot=_("Kept by the person in their diary. Not a medical record, and no clinician checked it."),
        language=get_language() or "en",
    )
    return _file(content, "application/pdf", "pdf", today)


def _spreadsheet(request: OwnRequest, made: Appointment, today: date) -> HttpResponse:
    return _file(sheet(COLUMNS, spreadsheet_rows(made.figures)), "text/csv; charset=utf-8", "csv", today)


def _json(request: OwnRequest, made: Appointment, today: date) -> HttpResponse:
    """Everything this house holds about the person, whatever days were chosen."""
    everything = json.dumps(personal.export(request.user), ensure_ascii=False, indent=1, default=str)
    return _file(everything.encode(), "application/json", "json", today)


def _file(content: bytes, kind: str, ending: str, today: date) -> HttpResponse:
    named = f'attachment; filename="handrail-{today.isoformat()}.{ending}"'
    return HttpResponse(content, content_type=kind, headers={"Content-Disposition": named})


ANSWERS: dict[str, Callable[[OwnRequest, Appointment, date], HttpResponse]] = {
    "pdf": _pdf,
    "csv": _spreadsheet,
    "json": _json,
}
