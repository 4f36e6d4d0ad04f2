"""Pages that say how the site works."""

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.templatetags.static import static
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_safe

from portal.accounts.reads import current_texts
from portal.core.text import article_markdown
from portal.notifications.devices import can_push


@require_safe
def safety(request: HttpRequest) -> HttpResponse:
    return render(request, "home/safety.html")


@require_safe
def privacy(request: HttpRequest) -> HttpResponse:
    return render(request, "home/privacy.html", {"push": can_push()})


@require_safe
def accessibility(request: HttpRequest) -> HttpResponse:
    return render(request, "home/accessibility.html")


@require_safe
def contact(request: HttpRequest) -> HttpResponse:
    return render(request, "home/contact.html", {"contact_email": settings.CONTACT_EMAIL})


@require_safe
@cache_control(max_age=86_400, public=True)
def favicon(request: HttpRequest) -> HttpResponse:
    """For browsers that ask for it here, whatever the page says: our mark has one address."""
    return redirect(static("portal/mark.svg"))


@require_safe
def consent(request: HttpRequest, purpose: str) -> HttpResponse:
    """The whole text of what people agree to, in its newest version."""
    text = current_texts().get(purpose)
    if text is None:
        raise Http404
    return render(request, "home/consent.html", {"text": text, "body": article_markdown(text.text)})
