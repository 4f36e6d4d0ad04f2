"""The demo's mailbox page. Outside demo mode there is no such page."""

from csp.constants import NONE, SELF, UNSAFE_INLINE
from csp.decorators import csp
from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.clickjacking import xframe_options_sameorigin
from django.views.decorators.http import require_safe

from portal.home import mailbox as post

FRAME = {"default-src": [NONE], "style-src": [UNSAFE_INLINE], "img-src": [SELF, "data:"], "frame-ancestors": [SELF]}


def _only_in_demo() -> None:
    if not settings.DEMO:
        raise Http404


def _mail(name: str) -> post.Mail:
    _only_in_demo()
    found = post.read(name)
    if found is None:
        raise Http404
    return found


@require_safe
def mailbox(request: HttpRequest) -> HttpResponse:
    _only_in_demo()
    return render(request, "home/mailbox.html", {"mails": post.newest()})


@require_safe
def mail(request: HttpRequest, name: str) -> HttpResponse:
    return render(request, "home/mail.html", {"mail": _mail(name)})


@require_safe
@xframe_options_sameorigin
@csp(FRAME)  # type: ignore[arg-type]
def mail_html(request: HttpRequest, name: str) -> HttpResponse:
    """The HTML part alone, for a sandboxed frame. Its links open in the whole window."""
    html = _mail(name).html
    return HttpResponse(html.replace("<head>", '<head><base target="_top">', 1))
