"""The link under every mail. Opening it shows a page; its button, or a mail reader's one click (RFC 8058), acts."""

from django.core import signing
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods

from portal.core.kinds import kinds
from portal.notifications.links import LESS_MAIL_FOR, UNSUBSCRIBE, read_action
from portal.notifications.models.preference import EVERY_KIND
from portal.notifications.operations.preferences import allow_email, stop_email


@never_cache
@csrf_exempt  # the signed token is the permission; a mail reader's server posts here without a session
@require_http_methods(["GET", "HEAD", "POST"])
def unsubscribe(request: HttpRequest, token: str) -> HttpResponse:
    try:
        key, user_id = read_action(token, UNSUBSCRIBE, LESS_MAIL_FOR)
    except signing.SignatureExpired:
        return render(request, "notifications/unsubscribe.html", {"state": "old"}, status=410)
    except signing.BadSignature as error:
        raise Http404 from error
    kind = kinds.find(key)
    if kind is None and key != EVERY_KIND:
        return render(request, "notifications/unsubscribe.html", {"state": "old"}, status=410)
    state = "ask"
    if request.method == "POST":
        undo = "undo" in request.POST
        (allow_email if undo else stop_email)(user_id=user_id, kind=key)
        state = "undone" if undo else "stopped"
    context = {"state": state, "kind": kind, "token": token}
    return render(request, "notifications/unsubscribe.html", context)
