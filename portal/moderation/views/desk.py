"""The desk: what waits for a moderator."""

from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.cache import get_conditional_response
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_safe

from portal.accounts.sending import signed_in_to_send
from portal.core.posting import post_or_go
from portal.moderation import operations
from portal.moderation.bands import Band
from portal.moderation.forms import HandOverForm, QueueForm, SpamForm
from portal.moderation.reads import appeals_in, notes_left, queue, scopes_of, shift_of


def asked_for(request: HttpRequest, held: list[str]) -> dict[str, Any]:
    """The page of the queue that the address names, and how it was chosen."""
    form = QueueForm(request.GET)
    chosen = form.cleaned_data if form.is_valid() else {}
    tab, oldest, after = chosen.get("tab") or "open", chosen.get("first") == "oldest", chosen.get("after")
    shown = QueueForm(initial={"tab": tab, "first": "oldest" if oldest else "serious"})
    page = queue(request.user, held, tab=tab, oldest_first=oldest, after=after)
    return {"queue": page, "tab": tab, "form": shown, "after": after}


def scopes_held(request: HttpRequest) -> list[str]:
    """Raises PermissionDenied for who looks after nothing."""
    held = scopes_of(request.user)
    if not held:
        raise PermissionDenied(_("This page is for people who moderate."))
    return held


def show(request: HttpRequest, form: HandOverForm | None = None) -> HttpResponse:
    held = scopes_held(request)
    context = asked_for(request, held) | {"Band": Band, "hand_over_form": form or HandOverForm()}
    context |= {"shift": shift_of(request.user), "appeals": appeals_in(held)}
    context["notes_left"] = notes_left(request.user, held)
    return render(request, "moderation/desk.html", context)


@login_required
@require_safe
def desk(request: HttpRequest) -> HttpResponse:
    return show(request)


@login_required
@require_safe
def desk_live(request: HttpRequest) -> HttpResponse:
    """The list alone, for a page that stays open; 304 while nothing changed."""
    context = asked_for(request, scopes_held(request))
    tag = context["queue"].tag
    unchanged = get_conditional_response(request, etag=tag)
    response = unchanged or render(request, "moderation/_live.html", context)
    response["ETag"] = tag
    return response


@signed_in_to_send("text", back="moderation:desk")
@post_or_go("moderation:desk")
def hand_over(request: HttpRequest) -> HttpResponse:
    form = HandOverForm(request.POST)
    if not form.is_valid():
        return show(request, form)
    given = operations.hand_over(actor=request.user, text=form.cleaned_data["text"])
    back = ngettext("%(number)d case is back in the queue.", "%(number)d cases are back in the queue.", given)
    messages.success(request, f"{back % {'number': given}} {_('Rest well.')}")
    return redirect("moderation:desk")


@login_required
@post_or_go("moderation:desk")
def remove_spam(request: HttpRequest) -> HttpResponse:
    """Remove the adverts that were ticked; whatever is not one of them, or is somebody else's, stays."""
    scopes_held(request)
    form = SpamForm(request.POST.getlist("case"))
    if not form.is_valid():
        messages.warning(request, _("Tick the adverts first."))
        return redirect("moderation:desk")
    swept = operations.remove_spam(actor=request.user, cases=form.cleaned_data["case"])
    done = ngettext("%(number)d advert removed.", "%(number)d adverts removed.", swept.removed)
    left = ngettext("%(number)d was left as it is.", "%(number)d were left as they are.", swept.left)
    told = [done % {"number": swept.removed}, *([left % {"number": swept.left}] if swept.left else [])]
    messages.success(request, " ".join(told))
    return redirect("moderation:desk")
