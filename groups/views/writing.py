"""Before anything is posted: a draft taken up again, quotes added or left out, a look at it, words kept for later."""

from dataclasses import dataclass, field
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.crypto import get_random_string
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from groups.models import Draft, Post, SupportGroup, Thread
from groups.models.post import Shown
from groups.operations.drafts import save_draft
from groups.operations.preview import Preview, preview_of
from groups.reads.asked_before import AskedBefore, asked_before
from groups.reads.drafts import draft_for
from groups.reads.quoting import Said, as_text, quote_of, said
from groups.views.beside import CHOSEN, picked_up
from portal.accounts.requests import OwnRequest
from portal.accounts.sending import let_go_of_words, words_kept
from portal.core.errors import RuleViolation

TYPED = ("title", "body", "reply_to", "quotes", "seen", "agree", "form_key")
WAYS = {"draft", "preview", "quote", "asked"}


def new_key() -> str:
    """One sending of one form: the same form sent again is the same post."""
    return get_random_string(24)


@dataclass(slots=True)
class Writing:
    """What stands in the form when it is shown. `way` is what was asked for besides posting, or empty."""

    way: str = ""
    initial: dict[str, Any] = field(default_factory=dict)
    answered: Post | None = None
    quotes: list[Said] = field(default_factory=list)
    preview: Preview | None = None
    asked: AskedBefore | None = None


def way_of(request: HttpRequest) -> str:
    if request.method != "POST":
        return ""
    then = request.POST.get("then", "")
    return "drop" if "drop" in request.POST else then if then in WAYS else ""


def begin(request: HttpRequest, *, thread: Thread | None = None, group: SupportGroup | None = None) -> Writing:
    """The words to go on with: those just sent, those kept over a sign-in, or the draft of this place."""
    writing = Writing(way=way_of(request))
    if request.method == "POST":
        writing.initial = {name: request.POST[name] for name in TYPED if name in request.POST}
    else:
        known = thread is None or getattr(thread, "has_draft", True)
        draft = draft_for(request.user, thread=thread, group=group) if known else None
        writing.initial = {"form_key": new_key(), **((draft.words or {}) if draft else {}), **words_kept(request)}
    if thread is not None:
        _take_quotes(request, writing, thread)
    if writing.way == "preview":
        writing.preview = preview_of(
            request.user, thread=thread, group=group, body=writing.initial.get("body", ""), quotes=writing.quotes,
            title=writing.initial.get("title", ""),
        )  # fmt: skip
    if writing.way == "asked" and group is not None:
        writing.asked = asked_before(request.user, group, writing.initial.get("title", ""))
    return writing


def _take_quotes(request: HttpRequest, writing: Writing, thread: Thread) -> None:
    """Whom these words answer and whom they quote, each through the viewer's door."""
    given, dropped = writing.initial, request.POST.get("drop", "")
    picked = request.POST.get("quote_post", "") if writing.way == "quote" else ""
    asked = request.GET.get("to", "") or given.get("reply_to", "") or picked
    quoted = picked or (asked if request.GET.get("quote") == "1" else "")
    seen = Post.objects.visible_to(request.user).with_words().filter(thread=thread, shown=Shown.SHOWN)
    found = {post.public_id: post for post in seen.filter(public_id__in=[asked, quoted])} if asked else {}
    writing.answered = found.get(asked)
    writing.quotes = [quote for quote in said(request.user, thread, given.get("quotes", "")) if quote.key != dropped]
    more = quote_of(found[quoted], request.POST.get("quote_words", "")) if quoted in found else None
    if more and more.key not in {quote.key for quote in writing.quotes}:
        writing.quotes.append(more)
    given["reply_to"] = writing.answered.public_id if writing.answered else ""
    given["quotes"] = as_text(writing.quotes)


def keep(
    request: OwnRequest, writing: Writing, *, thread: Thread | None = None, group: SupportGroup | None = None
) -> HttpResponse | None:
    """Keep what was typed when that was asked for. The answer for "draft"; None where the page goes on being shown."""
    if writing.asked is not None and request.headers.get("X-Part") == "asked":
        return render(request, "groups/_asked_before.html", {"writing": writing})
    if writing.way not in {"draft", "quote", "drop"}:
        return None
    _keep_picture(request, writing, thread.group if thread is not None else group)
    try:
        draft = save_draft(actor=request.user, words=writing.initial, thread=thread, group=group)
    except RuleViolation as refusal:
        if request.headers.get("X-Part") == "draft":
            return JsonResponse({"said": refusal.message}, status=409)
        messages.error(request, refusal.message)
        return None
    let_go_of_words(request)
    if writing.way != "draft":
        return None
    return _answer_kept(request, draft, thread or group)


def _answer_kept(request: OwnRequest, draft: Draft | None, place: Thread | SupportGroup | None) -> HttpResponse:
    if request.headers.get("X-Part") == "draft":
        time = date_format(timezone.localtime(), "TIME_FORMAT")
        return JsonResponse({"said": _("Kept as a draft, %(time)s") % {"time": time} if draft else ""})
    done = _("Your words are kept as a draft. Only you can see them.") if draft else _("There were no words to keep.")
    messages.success(request, done)
    return redirect(place)  # type: ignore[arg-type]


def _keep_picture(request: OwnRequest, writing: Writing, group: SupportGroup | None) -> None:
    """A picture that came along lies aside, and the draft knows it."""
    if group is None:
        return
    beside, refused = picked_up(request, group)
    writing.initial |= {name: beside.get(name, "") for name in CHOSEN}
    if refused:
        messages.error(request, refused)
