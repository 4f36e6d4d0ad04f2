"""Sessions of a group: looking, answering, and holding them."""

from datetime import datetime
from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.dateparse import parse_datetime
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_safe

from groups import rules as may
from groups.calendar_file import calendar_of
from groups.forms.sessions import SessionForm, SummaryForm
from groups.models import Session, SupportGroup
from groups.operations import sessions
from groups.reads.sessions import sessions_of, who_comes
from groups.views.viewer import viewers_membership
from portal.accounts.requests import OwnRequest
from portal.core.errors import RuleViolation
from portal.core.posting import post_or_go

TOLD = {
    "yes": gettext_lazy("You have a place. We remind you the evening before, and an hour before."),
    "perhaps": gettext_lazy("Noted. We remind you the evening before, and an hour before."),
    "no": gettext_lazy("Noted. Perhaps another time."),
    "waiting": gettext_lazy("All places are taken. You move up by yourself when one is free, and we tell you."),
}


def place_in(text: str) -> datetime | None:
    """A moment from an address; anything else is none."""
    try:
        found = parse_datetime(text)
    except ValueError:
        return None
    return found if found is not None and found.tzinfo is not None else None


def seen(request: HttpRequest, public_id: str) -> Session:
    rows = Session.objects.visible_to(request.user).with_counts().select_related("group")
    found: Session = get_object_or_404(rows, public_id=public_id)
    return found


@require_safe
def session_list(request: HttpRequest, slug: str) -> HttpResponse:
    group = get_object_or_404(SupportGroup.objects.readable_by(request.user), slug=slug)
    membership = viewers_membership(request, group)
    context = {
        "group": group,
        "membership": membership,
        "leads": may.can_hold_sessions(membership, group),
        "page": sessions_of(request.user, group, before=place_in(request.GET.get("before", ""))),
    }
    return render(request, "groups/session_list.html", context)


@require_safe
def session(request: HttpRequest, public_id: str) -> HttpResponse:
    found = seen(request, public_id)
    membership = viewers_membership(request, found.group)
    leads = may.can_hold_sessions(membership, found.group)
    context = {
        "session": found, "group": found.group, "membership": membership, "leads": leads,
        "people": who_comes(request.user, found) if leads else [],
    }  # fmt: skip
    return render(request, "groups/session.html", context)


@login_required
@post_or_go("groups:session", "public_id")
def answer_session(request: OwnRequest, public_id: str) -> HttpResponse:
    found = seen(request, public_id)
    try:
        mine = sessions.answer_session(actor=request.user, session=found, answer=request.POST.get("answer", ""))
    except RuleViolation as refusal:
        messages.error(request, refusal.message)
    else:
        messages.success(request, TOLD[mine.answer])
    return redirect(found)


@require_safe
def session_calendar(request: HttpRequest, public_id: str) -> HttpResponse:
    """The session as a file for one's calendar."""
    found = seen(request, public_id)
    body = calendar_of(found, url=request.build_absolute_uri(found.get_absolute_url()))
    response = HttpResponse(body, content_type="text/calendar; charset=utf-8")
    response["Content-Disposition"] = 'attachment; filename="session.ics"'
    return response


@login_required
@require_http_methods(["GET", "POST"])
def hold_session(request: OwnRequest, slug: str) -> HttpResponse:
    group = get_object_or_404(SupportGroup.objects.readable_by(request.user), slug=slug)
    need_lead(request, group)
    form = SessionForm(request.POST if request.method == "POST" else None, zone=request.user.time_zone)
    made = sent(form, sessions.hold_session, actor=request.user, group=group)
    if made:
        messages.success(request, _("The session is announced."))
        return redirect(made)
    return render(request, "groups/session_form.html", {"group": group, "form": form})


@login_required
@require_http_methods(["GET", "POST"])
def change_session(request: OwnRequest, public_id: str) -> HttpResponse:
    found = seen(request, public_id)
    need_lead(request, found.group)
    form = SessionForm(request.POST if request.method == "POST" else None, session=found)
    if sent(form, sessions.change_session, actor=request.user, session=found) is not None:
        messages.success(request, _("Saved. Whoever comes is told about another time or place."))
        return redirect(found)
    return render(request, "groups/session_form.html", {"group": found.group, "form": form, "session": found})


@login_required
@require_http_methods(["GET", "POST"])
def cancel_session(request: OwnRequest, public_id: str) -> HttpResponse:
    found = seen(request, public_id)
    need_lead(request, found.group)
    if request.method == "POST":
        if sessions.cancel_session(actor=request.user, session=found):
            messages.success(request, _("The session is called off. Whoever wanted to come is told."))
        return redirect(found)
    return render(request, "groups/cancel_session.html", {"group": found.group, "session": found})


@login_required
@require_http_methods(["GET", "POST"])
def session_summary(request: OwnRequest, public_id: str) -> HttpResponse:
    found = seen(request, public_id)
    need_lead(request, found.group)
    form = SummaryForm(request.POST if request.method == "POST" else None, initial={"summary": found.summary})
    if sent(form, sessions.write_summary, actor=request.user, session=found) is not None:
        messages.success(request, _("Saved."))
        return redirect(found)
    return render(request, "groups/session_summary.html", {"group": found.group, "session": found, "form": form})


def need_lead(request: OwnRequest, group: SupportGroup) -> None:
    if not may.can_hold_sessions(viewers_membership(request, group), group):
        raise PermissionDenied(_("Only facilitators and moderators of this group hold sessions."))


def sent(form: Any, operation: Any, **fixed: Any) -> Any:
    """What the operation returned for a form that was sent and is fine; None when there is something to mend."""
    if not form.is_valid():
        return None
    try:
        return operation(**fixed, **getattr(form, "answers", form.cleaned_data))
    except RuleViolation as refusal:
        form.refuse(refusal)
        return None
