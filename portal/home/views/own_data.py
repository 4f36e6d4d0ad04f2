"""A copy of everything, and being erased. What gives out or takes away asks for the password again."""

from allauth.account.decorators import reauthentication_required
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.http import HttpResponse, HttpResponseBase, StreamingHttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from portal.accounts.models import DataCopy, Leaving
from portal.accounts.operations import ask_for_copy, fetch_copy
from portal.accounts.requests import OwnRequest
from portal.accounts.rules import may_leave
from portal.core.errors import RuleViolation
from portal.core.personal_data import holders
from portal.home.forms import LeaveForm
from portal.home.leaving import begin_to_leave, change_ones_mind
from portal.home.packing import file_name


@login_required
@require_safe
def own_data(request: OwnRequest) -> HttpResponse:
    copy, leaving = (model.objects.owned_by(request.user).first() for model in (DataCopy, Leaving))
    return render(request, "home/own_data.html", {"copy": copy, "leaving": leaving, "holders": list(holders)})


@login_required
@require_POST
@reauthentication_required
def new_copy(request: OwnRequest) -> HttpResponse:
    ask_for_copy(actor=request.user)
    messages.success(request, _("Your copy is being made. We will tell you when it is ready."))
    return redirect("home:own_data")


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
@reauthentication_required(allow_get=True)
def data_copy(request: OwnRequest, copy: str) -> HttpResponseBase:
    """Looking shows a button: a program that opens links for safety must not use up the only time it opens."""
    found = get_object_or_404(DataCopy.objects.owned_by(request.user), pk=copy)
    if request.method != "POST":
        return render(request, "home/data_copy.html", {"copy": found})
    try:
        content = fetch_copy(actor=request.user, copy=found)
    except RuleViolation as refusal:
        return render(request, "home/data_copy.html", {"copy": found, "refused": refusal.message}, status=410)
    return StreamingHttpResponse(
        content, content_type="application/zip",
        headers={"Content-Disposition": f'attachment; filename="{file_name()}"', "Content-Length": str(found.size)},
    )  # fmt: skip


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
@reauthentication_required(allow_get=True)
def leave(request: OwnRequest) -> HttpResponse:
    """Looking explains and asks; sending begins the seven days."""
    form = LeaveForm(request.POST or None)
    if form.is_valid():
        begin_to_leave(actor=request.user, keep_words=form.keeps_words)
        return redirect("home:leave")
    if request.method == "POST" and not may_leave(request.user):
        raise PermissionDenied
    about = {"form": form, "leaving": Leaving.objects.owned_by(request.user).first(), "may": may_leave(request.user)}
    return render(request, "home/leave.html", about | {"kept": [one for own in holders for one in own.retained]})


@login_required
@require_POST
def keep_account(request: OwnRequest) -> HttpResponse:
    if change_ones_mind(actor=request.user):
        messages.success(request, _("Good that you are staying. Nothing will be erased."))
    return redirect("home:own_data")
