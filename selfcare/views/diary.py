"""The diary: write first, then look. A ticked danger sign shows who to call before anything is saved."""

from uuid import UUID

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from portal.accounts.reads import holds_consent
from portal.accounts.requests import OwnRequest
from portal.accounts.sending import signed_in_to_send
from portal.core.errors import RuleViolation
from portal.core.posting import post_or_go
from portal.safety.reads import country_of, help_lines
from selfcare import operations
from selfcare.forms import DiaryForm, PainForm
from selfcare.listening import level_in
from selfcare.models import DiaryEntry
from selfcare.reads.diary import SPANS, entries_page, trend
from selfcare.views.back import back

HIGH = 7  # from here on, Today says when to get help


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
        "agreed": holds_consent(request.user, "health"),
    }
    return render(request, "selfcare/diary_entry.html" if entry else "selfcare/diary.html", context)


def _level(request: OwnRequest, form: DiaryForm) -> str:
    """What to show first, unless it was shown already and the person pressed save again."""
    level = level_in(form.cleaned_data["danger"], form.cleaned_data["note"], request.user.language)
    return "" if request.POST.get("seen") == level else level


@signed_in_to_send("note")
@require_http_methods(["GET", "HEAD", "POST"])
def diary(request: OwnRequest) -> HttpResponse:
    form = DiaryForm(request.POST or None)
    if not form.is_valid():
        return _page(request, form)
    if level := _level(request, form):
        return _page(request, form, level)
    try:
        operations.log_pain(actor=request.user, payload=form.payload())
    except RuleViolation as no:
        form.add_error(no.field, no.message)
        return _page(request, form)
    messages.success(request, _("Your entry is saved. Only you can see it."))
    return redirect("selfcare:diary")


@login_required
@post_or_go("selfcare:diary")
def pain_log(request: OwnRequest) -> HttpResponse:
    """One number from the Today page."""
    form = PainForm(request.POST)
    if not form.is_valid():
        return back(request, anchor="#pain-h", told="again")
    try:
        operations.log_pain(actor=request.user, payload=form.cleaned_data)
    except RuleViolation as no:
        messages.error(request, no.message)
        return back(request)
    messages.success(request, _("Saved in your diary. Only you can see it."))
    if form.cleaned_data["now"] >= HIGH:
        return back(request, anchor="#pain-h", told="see")
    return back(request)


@signed_in_to_send("note")
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
