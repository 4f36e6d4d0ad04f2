"""The desk: what waits for a moderator."""

from collections.abc import Mapping
from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
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
from portal.moderation.forms.cases import HandOverForm, QueueForm, SpamForm
from portal.moderation.reads import (
    appeals_in,
    frame_of_tabs,
    notes_left,
    parts_of,
    queue,
    scope_called,
    scopes_held,
    shift_of,
)
from portal.moderation.reads.scopes import key_of


def asked_for(request: HttpRequest, held: list[str], parts: Mapping[str, str]) -> dict[str, Any]:
    """The page of the queue that the address names, and how it was chosen. `parts` are what it may be narrowed to."""
    form = QueueForm(request.GET, parts=parts)
    chosen = form.cleaned_data if form.is_valid() else {}
    tab, oldest, after = chosen.get("tab") or "open", chosen.get("first") == "oldest", chosen.get("after")
    part = chosen.get("part", "")
    said = {"tab": tab, "first": "oldest" if oldest else "serious", "part": part}
    page = queue(request.user, held, tab=tab, oldest_first=oldest, after=after, part=scope_called(part, held))
    shown = {"queue": page, "tab": tab, "form": QueueForm(initial=said, parts=parts), "after": after, "part": part}
    return shown | frame_of_tabs(said)


def show(request: HttpRequest, form: HandOverForm | None = None) -> HttpResponse:
    held = scopes_held(request.user)
    parts = parts_of(request.user, held)
    context = asked_for(request, held, parts) | {"Band": Band, "hand_over_form": form or HandOverForm()}
    context["part_name"] = parts.get(context["part"], "")
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
    held = scopes_held(request.user)
    context = asked_for(request, held, {key_of(scope): "" for scope in held})
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
    scopes_held(request.user)
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
