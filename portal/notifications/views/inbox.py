"""What the site told this person, newest first."""

from datetime import datetime
from uuid import UUID

from django.contrib.auth.decorators import login_required
from django.db.models import Q
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST, require_safe

from portal.core.kinds import kinds
from portal.notifications.models import Notice
from portal.notifications.operations.notices import mark_read as mark_read_operation
from portal.notifications.reads import unread_count

PAGE = 20


@require_safe
@login_required
def inbox(request: HttpRequest) -> HttpResponse:
    found = Notice.objects.owned_by(request.user).newest_first()
    if "before" in request.GET:
        found = found.filter(older_than(request.GET["before"]))
    notices = list(found[: PAGE + 1])
    more = len(notices) > PAGE
    rows = [{"notice": one, "kind": kinds.find(one.kind)} for one in notices[:PAGE]]
    last = notices[PAGE - 1] if more else None
    unread = unread_count(request.user)
    setattr(request, "unread_count", unread)  # noqa: B010 - the frame shows the same number and need not ask again
    context = {
        "rows": rows,
        "older": f"{last.changed_at.isoformat()}~{last.pk}" if last else "",
        "unread": unread,
        "paged": "before" in request.GET,
    }
    return render(request, "notifications/inbox.html", context)


def older_than(place: str) -> Q:
    """The position after which the next page starts. Raises Http404 for what is not one."""
    when, _, key = place.partition("~")
    try:
        at, pk = datetime.fromisoformat(when.replace(" ", "+")), UUID(key)
    except ValueError as error:
        raise Http404 from error
    if at.tzinfo is None:
        raise Http404
    return Q(changed_at__lt=at) | Q(changed_at=at, pk__lt=pk)


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
