"""The diary: write first, then look. A ticked danger sign shows who to call before anything is saved."""

from contextlib import suppress
from uuid import UUID

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from portal.accounts.reads import holds_consent
from portal.accounts.requests import OwnRequest
from portal.accounts.sending import signed_in_to_send
from portal.core.errors import RuleViolation
from portal.core.posting import post_or_go
from selfcare import operations
from selfcare.diary.danger import signs_in
from selfcare.diary.listening import level_in
from selfcare.forms import CheckedForm, DiaryForm, PainForm, WeekForm
from selfcare.models import DiaryEntry
from selfcare.reads.danger import exercise_held, help_first
from selfcare.reads.diary import SPANS, entries_page, trend
from selfcare.reads.hints import hints
from selfcare.reads.units import units_of
from selfcare.views.back import back
from selfcare.views.sendings import form_key

HIGH = 7  # from here on, Today says when to get help


def _page(request: OwnRequest, form: DiaryForm, level: str = "", checked: CheckedForm | None = None) -> HttpResponse:
    asked, undo = request.GET.get("d", ""), None
    with suppress(ValueError):
        undo = UUID(request.GET.get("undo", ""))
    context = {
        "form": form,
        "units": form.units,
        "checked": checked or CheckedForm(),
        "trend": trend(request.user, int(asked) if asked.isdecimal() and int(asked) in SPANS else 28),
        "page": entries_page(request.user, request.GET.get("before", "")),
        **help_first(request, level, signs_in(form.cleaned_data) if level else ()),
        "spans": SPANS,
        "undo": undo,
        "agreed": holds_consent(request.user, "health"),
        "held": exercise_held(request.user),
        "hints": hints(request.user),
    }
    return render(request, "selfcare/diary.html", context)


def _level(request: OwnRequest, form: DiaryForm | WeekForm) -> str:
    """What to show first, unless it was shown already and the person pressed save again. Something else that needs
    mending does not hold it back: what can be read of the form counts, and the note however long it is."""
    form.is_valid()
    level = level_in(form.cleaned_data | {"note": request.POST.get("note", "")}, request.user.language)
    return "" if request.POST.get("seen") == level else level


@signed_in_to_send("note")
@require_http_methods(["GET", "HEAD", "POST"])
def diary(request: OwnRequest) -> HttpResponse:
    form = DiaryForm(request.POST or None, units=units_of(request.user))
    level = _level(request, form) if form.is_bound else ""
    if level or not form.is_valid():
        return _page(request, form, level)
    try:
        operations.log_pain(actor=request.user, payload=form.payload(), form_key=form_key(request.POST))
    except RuleViolation as no:
        form.add_error(no.field, no.message)
        return _page(request, form)
    messages.success(request, _("Your entry is saved. Only you can see it."))
    return redirect("selfcare:diary")


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def week_check(request: OwnRequest) -> HttpResponse:
    """Three questions about the week, and the weight."""
    form = WeekForm(request.POST or None, units=units_of(request.user))
    if form.is_valid():
        try:
            operations.log_pain(actor=request.user, payload=form.payload(), form_key=form_key(request.POST))
            messages.success(request, _("Your answers are saved. Only you can see them."))
            return redirect("selfcare:diary")
        except RuleViolation as no:
            form.add_error(no.field if no.field in form.fields else None, no.message)
    return render(request, "selfcare/week_check.html", {"form": form})


@login_required
@post_or_go("selfcare:diary")
def checked(request: OwnRequest) -> HttpResponse:
    """ "I have been checked": exercise wakes. It is said on each page that shows the rest."""
    form = CheckedForm(request.POST)
    if form.is_valid():
        try:
            if operations.clear_exercise(actor=request.user, checked_with=form.cleaned_data["checked_with"]):
                messages.success(request, _("Your exercises are awake again, from now on. Start gently."))
            return back(request, "selfcare:diary")
        except RuleViolation as no:
            form.add_error(no.field, no.message)
    return _page(request, DiaryForm(units=units_of(request.user)), checked=form)


@login_required
@post_or_go("selfcare:diary")
def pain_log(request: OwnRequest) -> HttpResponse:
    """One number from the Today page."""
    form = PainForm(request.POST)
    if not form.is_valid():
        return back(request, anchor="#pain-h", told="again")
    try:
        operations.log_pain(actor=request.user, payload=form.cleaned_data, form_key=form_key(request.POST))
    except RuleViolation as no:
        messages.error(request, no.message)
        return back(request)
    messages.success(request, _("Saved in your diary. Only you can see it."))
    if form.cleaned_data["now"] >= HIGH:
        return back(request, anchor="#pain-h", told="see")
    return back(request)


def _form_for(request: OwnRequest, entry: DiaryEntry) -> DiaryForm | WeekForm:
    """The form that asked what this entry says."""
    said, units = entry.payload, units_of(request.user)
    if "peg" in said and not set(said) - {"peg", "weight"}:
        peg = {f"peg_{key}": number for key, number in said["peg"].items()}
        return WeekForm(request.POST or None, initial={**peg, "weight": said.get("weight")}, units=units)
    initial = {**said, "worst": said.get("worst", said.get("now"))}
    return DiaryForm(request.POST or None, initial=initial, units=units)


@signed_in_to_send("note")
@require_http_methods(["GET", "HEAD", "POST"])
def diary_entry(request: OwnRequest, entry: UUID) -> HttpResponse:
    mine = get_object_or_404(DiaryEntry.objects.owned_by(request.user), pk=entry)
    form = _form_for(request, mine)
    level = _level(request, form) if form.is_bound else ""
    if not level and form.is_valid():
        try:
            operations.change_entry(actor=request.user, entry=mine, payload=form.payload())
            messages.success(request, _("Your changes are saved."))
            return redirect("selfcare:diary")
        except RuleViolation as no:
            form.add_error(no.field if no.field in form.fields else None, no.message)
    told = help_first(request, level, signs_in(form.cleaned_data) if level else ())
    return render(request, "selfcare/diary_entry.html", {"form": form, "entry": mine, **told})


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def delete_entry(request: OwnRequest, entry: UUID) -> HttpResponse:
    """Asked once more on a page of its own; then there is an hour to bring it back."""
    mine = get_object_or_404(DiaryEntry.objects.owned_by(request.user), pk=entry)
    if request.method == "POST":
        operations.delete_entry(actor=request.user, entry=mine)
        return redirect(f"{reverse('selfcare:diary')}?undo={mine.pk}")
    return render(request, "selfcare/delete_entry.html", {"entry": mine})


@login_required
@post_or_go("selfcare:diary")
def restore_entry(request: OwnRequest, entry: UUID) -> HttpResponse:
    mine = get_object_or_404(DiaryEntry.objects.owned_by(request.user, deleted=True), pk=entry)
    operations.restore_entry(actor=request.user, entry=mine)
    messages.success(request, _("The entry is back."))
    return redirect("selfcare:diary")
