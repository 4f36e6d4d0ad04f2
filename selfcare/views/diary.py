"""The diary: write first, then look. A ticked danger sign shows who to call before anything is saved."""

from uuid import UUID

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from portal.accounts.requests import OwnRequest
from portal.core.errors import RuleViolation
from portal.safety.reads import country_of, help_lines
from selfcare import operations
from selfcare.forms import DiaryForm, PainForm
from selfcare.listening import level_in
from selfcare.models import DiaryEntry
from selfcare.reads.diary import SPANS, entries_page, trend
from selfcare.views.back import back


def _page(request: OwnRequest, form: DiaryForm, level: str = "", entry: DiaryEntry | None = None) -> HttpResponse:
    asked = request.GET.get("d", "")
    days = int(asked) if asked.isdecimal() and int(asked) in SPANS else 28
    context = {
        "form": form,
        "entry": entry,
        "trend": trend(request.user, days),
        "page": entries_page(request.user, request.GET.get("before", "")),
        "level": level,
        "lines": help_lines(country_of(request)),
        "spans": SPANS,
    }
    return render(request, "selfcare/diary_entry.html" if entry else "selfcare/diary.html", context)


def _level(request: OwnRequest, form: DiaryForm) -> str:
    """What to show first, unless it was shown already and the person pressed save again."""
    level = level_in(form.cleaned_data["danger"], form.cleaned_data["note"], request.user.language)
    return "" if request.POST.get("seen") == level else level


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def diary(request: OwnRequest) -> HttpResponse:
    form = DiaryForm(request.POST or None)
    if not form.is_valid():
        return _page(request, form)
    if level := _level(request, form):
        return _page(request, form, level)
    operations.log_pain(actor=request.user, payload=form.payload())
    messages.success(request, _("Your entry is saved. Only you can see it."))
    return redirect("selfcare:diary")


@login_required
@require_POST
def pain_log(request: OwnRequest) -> HttpResponse:
    """One number from the Today page."""
    form = PainForm(request.POST)
    if form.is_valid():
        operations.log_pain(actor=request.user, payload=form.cleaned_data)
        messages.success(request, _("Saved in your diary. Only you can see it."))
    else:
        messages.error(request, _("Choose a number from 0 to 10"))
    return back(request)


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def diary_entry(request: OwnRequest, entry: UUID) -> HttpResponse:
    mine = get_object_or_404(DiaryEntry.objects.owned_by(request.user), pk=entry)
    said = mine.payload
    form = DiaryForm(request.POST or None, initial={**said, "worst": said.get("worst", said.get("now"))})
    if form.is_valid():
        if level := _level(request, form):
            return _page(request, form, level, mine)
        try:
            operations.change_entry(actor=request.user, entry=mine, payload=form.payload())
            messages.success(request, _("Your changes are saved."))
            return redirect("selfcare:diary")
        except RuleViolation as no:
            form.add_error(no.field, no.message)
    return _page(request, form, entry=mine)


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def delete_entry(request: OwnRequest, entry: UUID) -> HttpResponse:
    """Asked once more on a page of its own."""
    mine = get_object_or_404(DiaryEntry.objects.owned_by(request.user), pk=entry)
    if request.method == "POST":
        operations.delete_entry(actor=request.user, entry=mine)
        messages.success(request, _("The entry is gone."))
        return redirect("selfcare:diary")
    return render(request, "selfcare/delete_entry.html", {"entry": mine})
