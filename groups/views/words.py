"""What every page shares on which people write: keep what was typed, look twice where it is kinder, go to the place."""

from collections.abc import Callable
from typing import Any
from urllib.parse import urlencode

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from groups.forms.writing import PostForm
from groups.models import Post
from groups.operations.redaction import without_details
from groups.reads.posts import page_start
from groups.views.beside import beside_form, beside_of
from portal.accounts.requests import OwnRequest
from portal.accounts.sending import let_go_of_words
from portal.core.errors import RuleViolation
from portal.safety.care_check import support_card
from portal.safety.reads import country_of
from portal.safety.screening import screen


def number_in(text: str | None) -> int:
    """A number from an address or a form; anything else is 1."""
    return int(text) if text and text.isascii() and text.isdigit() and len(text) < 9 else 1


def attempt(
    request: OwnRequest, form_class: type[PostForm], operation: Callable[..., Any], *, ask_rules: bool, **fixed: Any
) -> tuple[PostForm, Any]:
    """The form, and what the operation returned, or None when there is something to mend first.

    With `care=redact` personal details are taken out of the words, and nothing is posted yet. With `aside` the page is
    only shown, with what was typed.
    """
    initial = fixed.pop("initial", None)
    data = request.POST.copy() if request.method == "POST" and not fixed.pop("aside", False) else None
    redact = data is not None and data.get("care") == "redact"
    if data is not None and redact:
        data["body"] = without_details(data.get("body", ""), actor=request.user, **fixed)
    form = form_class(data, ask_rules=ask_rules, initial=initial)
    form.taken_out = redact and form["body"].value() != request.POST.get("body", "")
    form.beside = beside_form(request, fixed, sent=data is not None and not redact, kept=initial)
    if data is None or redact or not all([form.is_valid(), form.beside is None or form.beside.is_valid()]):
        return form, None
    given = {key: form.cleaned_data[key] for key in ("title", "body") if key in form.cleaned_data}
    more = fixed.pop("more", lambda cleaned: {})(form.cleaned_data) | beside_of(form)
    try:
        agreed = {"agreed": form.cleaned_data["agree"]} if "agree" in form.cleaned_data else {}
        confirmed = data.get("care") == "anyway"
        return form, operation(actor=request.user, confirmed=confirmed, **given, **agreed, **more, **fixed)
    except (RuleViolation, PermissionDenied) as refusal:
        form.refuse(refusal)
        return form, None


def place_of(post: Post, **query: str) -> str:
    """Where a post stands: its thread's page and its number."""
    start = page_start(post.number)
    asked = {**({"from": start} if start > 1 else {}), **query}
    return f"{post.thread.get_absolute_url()}{'?' + urlencode(asked) if asked else ''}#p{post.number}"


def after_posting(request: OwnRequest, post: Post) -> HttpResponse:
    """To the new post; with the support card above the page when the words asked for it."""
    let_go_of_words(request)
    if post.held_at is not None:
        messages.info(request, _("Your post is waiting for a moderator to read it. You can see it; others cannot yet."))
    else:
        messages.success(request, _("Your post is in the thread."))
    return redirect(place_of(post, **({"care": post.public_id} if post.is_urgent else {})))


def support_for(request: HttpRequest, own: Post | None) -> dict[str, Any] | None:
    """The card for the writer alone, on the page they come to right after posting."""
    card = support_card(screen(own.body, get_language() or "en"), country_of(request)) if own and own.body else None
    return {"card": card, "post": own} if card else None
