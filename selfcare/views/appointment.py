"""For my appointment: a sheet that the person puts together. It is posted, so that no address says what is on it."""

import json
from collections.abc import Callable
from datetime import date

from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from portal.accounts.requests import OwnRequest
from portal.core.local_time import zone_of
from selfcare import personal
from selfcare.forms.appointment import AppointmentForm
from selfcare.paper.files import appointment_pdf, appointment_spreadsheet, lines_of
from selfcare.reads.appointment import Appointment, appointment


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def for_appointment(request: OwnRequest) -> HttpResponse:
    today = timezone.now().astimezone(zone_of(request.user.time_zone)).date()
    form = AppointmentForm(request.POST or None, today=today)
    if not form.is_valid():
        return render(request, "selfcare/appointment.html", {"form": form})
    said = form.cleaned_data
    made = appointment(request.user, said["first"], said["last"], said["sections"])
    answer = ANSWERS.get(request.POST.get("as", ""), _page)
    return answer(request, made, today)


def _page(request: OwnRequest, made: Appointment, today: date) -> HttpResponse:
    context = {"made": made, "today": today, "lines": lines_of(made)}
    return render(request, "selfcare/appointment_sheet.html", context)


def _pdf(request: OwnRequest, made: Appointment, today: date) -> HttpResponse:
    return _file(appointment_pdf(made), "application/pdf", "pdf", today)


def _spreadsheet(request: OwnRequest, made: Appointment, today: date) -> HttpResponse:
    return _file(appointment_spreadsheet(made), "text/csv; charset=utf-8", "csv", today)


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
