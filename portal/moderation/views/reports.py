"""Reporting something, from the first minute and also signed out; and what came of one's reports."""

from typing import Any

from allauth.core.ratelimit import respond_429
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_safe

from portal.accounts.sending import your_words_back
from portal.core.errors import RuleViolation
from portal.core.reportables import Reportable, reportables
from portal.moderation import operations
from portal.moderation.forms.cases import ReportForm
from portal.moderation.limits import may_report_signed_out
from portal.moderation.reads import own_reports
from portal.safety.reads import country_of, help_lines


def found(request: HttpRequest, key: str, public_id: str) -> tuple[Reportable, Any]:
    """The thing through its own door. Raises Http404."""
    kind = reportables.find(key)
    thing = kind.find(request.user, public_id) if kind else None
    if kind is None or thing is None:
        raise Http404
    return kind, thing


@require_http_methods(["GET", "POST"])
def report(request: HttpRequest, key: str, public_id: str) -> HttpResponse:
    try:
        kind, thing = found(request, key, public_id)
    except Http404:
        if request.user.is_authenticated or not request.POST.get("words", "").strip():
            raise
        return your_words_back(request, request.POST["words"], onward=request.path)
    form = ReportForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        if not request.user.is_authenticated and not may_report_signed_out(request):
            return respond_429(request)
        try:
            operations.report(actor=request.user, reportable_key=key, public_id=public_id, **form.cleaned_data)
        except RuleViolation as refusal:
            form.add_error(None, refusal.message)
        else:
            return redirect("moderation:thanks", key, public_id)
    said = kind.snapshot(thing)
    context = {"form": form, "kind": kind, "said": said, "who": kind.author_name(thing), "url": kind.url(thing)}
    context |= {"lines": help_lines(country_of(request)), "part": "groups"}
    return render(request, "moderation/report.html", context)


@require_safe
def thanks(request: HttpRequest, key: str, public_id: str) -> HttpResponse:
    kind, thing = found(request, key, public_id)
    context = {"url": kind.url(thing), "lines": help_lines(country_of(request))}
    return render(request, "moderation/thanks.html", context)


@login_required
@require_safe
def my_reports(request: HttpRequest) -> HttpResponse:
    return render(request, "moderation/my_reports.html", {"reports": own_reports(request.user)})
