"""What the site told this person, newest first."""

from uuid import UUID

from django.contrib.auth.decorators import login_required
from django.db.models import Q
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST, require_safe

from portal.core.kinds import kinds
from portal.core.paging import beyond, read_place, write_place
from portal.notifications.models import Notice
from portal.notifications.operations.notices import mark_read as mark_read_operation
from portal.notifications.reads import names_of, unread_count

PAGE = 20


@require_safe
@login_required
def inbox(request: HttpRequest) -> HttpResponse:
    found = Notice.objects.owned_by(request.user).newest_first()
    if "before" in request.GET:
        found = found.filter(older_than(request.GET["before"]))
    notices = list(found[: PAGE + 1])
    more = len(notices) > PAGE
    names = names_of(request.user, notices[:PAGE])
    rows = [{"notice": one, "kind": kinds.find(one.kind), "about": names.get(one.pk)} for one in notices[:PAGE]]
    last = notices[PAGE - 1] if more else None
    unread = unread_count(request.user)
    setattr(request, "unread_count", unread)  # noqa: B010 - the frame shows the same number and need not ask again
    context = {
        "rows": rows,
        "older": write_place(last.changed_at, last.pk) if last else "",
        "unread": unread,
        "paged": "before" in request.GET,
    }
    return render(request, "notifications/inbox.html", context)


def older_than(place: str) -> Q:
    """The position after which the next page starts. Raises Http404 for what is not one."""
    try:
        at, pk = read_place(place)
    except ValueError as error:
        raise Http404 from error
    return beyond({"changed_at": at, "pk": pk})


@require_POST
@login_required
def mark_read(request: HttpRequest) -> HttpResponse:
    """One notice when the form names it, otherwise all of them."""
    named = request.POST.get("notice", "")
    try:
        notice_id = UUID(named) if named else None
    except ValueError as error:
        raise Http404 from error
    mark_read_operation(actor=request.user, notice_id=notice_id)
    return redirect("notifications:inbox")
