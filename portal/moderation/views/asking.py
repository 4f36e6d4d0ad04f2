"""“Ask the team”: three steps, each a post to the same address; what was answered so far goes along sealed."""

from typing import Any

from django.conf import settings
from django.contrib.auth.decorators import login_required
from django.core import signing
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.text import slugify
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from portal.moderation import operations
from portal.moderation.asking import DraftLost, new_key, opened_draft, sealed_draft, worrying
from portal.moderation.enquiries import CHANNELS, hours_of, proven
from portal.moderation.forms.asking import AboutForm, ReachForm
from portal.moderation.limits import may_ask
from portal.moderation.models import Enquiry
from portal.safety.care_check import support_card
from portal.safety.danger_signs import BACK, NOW
from portal.safety.reads import country_of, help_lines

RECEIPT = "ask_receipt"
TEN_MINUTES = 10 * 60


@never_cache
@require_http_methods(["GET", "POST"])
def ask(request: HttpRequest) -> HttpResponse:
    if request.method == "POST":
        try:
            draft = opened_draft(request.POST["draft"]) if request.POST.get("draft") else {}
        except DraftLost:
            return about(request, AboutForm(initial=request.POST.dict()), lost=True)
        step = STEPS.get(request.POST.get("step", ""), take_about) if draft else take_about
        return step(request, draft)
    return about(request, AboutForm(initial={"guide": slugify(request.GET.get("about", ""), allow_unicode=True)[:120]}))


def take_about(request: HttpRequest, draft: dict[str, Any]) -> HttpResponse:
    form = AboutForm(request.POST)
    if not form.is_valid():
        return about(request, form, draft)
    typed = {name: form.cleaned_data[name] for name in ("topic", "words", "guide")}
    draft = {"key": new_key(), **draft, **typed}
    return reach(request, ReachForm(initial=draft, signed_in=request.user.is_authenticated), draft)


def take_reach(request: HttpRequest, draft: dict[str, Any]) -> HttpResponse:
    form = ReachForm(request.POST, signed_in=request.user.is_authenticated)
    valid = form.is_valid()
    typed = {name: str(request.POST.get(name, ""))[:200] for name in ("channel", "address", "when")}
    draft = {**draft, **typed, **form.cleaned_data}
    if "back" in request.POST:
        return about(request, AboutForm(initial=draft), draft)
    return check(request, draft) if valid else reach(request, form, draft)


def take_check(request: HttpRequest, draft: dict[str, Any]) -> HttpResponse:
    signed_in = request.user.is_authenticated
    form = ReachForm(draft, signed_in=signed_in)
    if "back" in request.POST:
        return reach(request, ReachForm(initial=draft, signed_in=signed_in), draft)
    if not form.is_valid():
        return reach(request, form, draft)
    if operations.sent_already(draft["key"]) is None and not may_ask(request):
        return check(request, draft, too_many=True)
    sent = operations.send_enquiry(actor=request.user if signed_in else None, draft=draft)
    answer = redirect("moderation:ask_sent")
    answer.set_signed_cookie(
        RECEIPT, str(sent.pk), salt=RECEIPT, max_age=TEN_MINUTES, path=answer["Location"], httponly=True,
        secure=settings.SESSION_COOKIE_SECURE, samesite="Lax",
    )  # fmt: skip
    return answer


STEPS = {"about": take_about, "reach": take_reach, "check": take_check}


def page(request: HttpRequest, number: int, draft: dict[str, Any], **more: Any) -> HttpResponse:
    context = {"number": number, "draft": sealed_draft(draft) if draft else "", **more}
    context["lines"] = help_lines(country_of(request))
    status = 429 if more.get("too_many") else 400 if more.get("lost") else 200
    return render(request, f"moderation/ask_{number}.html", context, status=status)


def about(request: HttpRequest, form: AboutForm, draft: Any = None, *, lost: bool = False) -> HttpResponse:
    signs = [*BACK.signs[:3], NOW.signs[0], NOW.signs[4]]
    return page(request, 1, draft or {}, form=form, signs=signs, lost=lost)


def reach(request: HttpRequest, form: ReachForm, draft: dict[str, Any]) -> HttpResponse:
    card = support_card(worrying(draft["words"]), country_of(request))
    return page(request, 2, draft, form=form, card=card)


def check(request: HttpRequest, draft: dict[str, Any], *, too_many: bool = False) -> HttpResponse:
    card = support_card(worrying(draft["words"]), country_of(request))
    told = {"topic": Enquiry.Topic(draft["topic"]).label, "channel": CHANNELS[draft["channel"]]}
    return page(request, 3, draft, said=draft, told=told, card=card, too_many=too_many)


@never_cache
@require_safe
def ask_sent(request: HttpRequest) -> HttpResponse:
    """For ten minutes, on the device that sent it."""
    try:
        proof = request.get_signed_cookie(RECEIPT, salt=RECEIPT, max_age=TEN_MINUTES)
    except (KeyError, signing.BadSignature):
        return redirect("moderation:ask")
    sent = Enquiry.objects.known_to(str(proof)).select_related("case").first()
    if sent is None:
        return redirect("moderation:ask")
    context = {"enquiry": sent, "hours": hours_of(sent.case), "lines": help_lines(country_of(request))}
    context["title"] = _("We have your message")
    return render(request, "moderation/ask_sent.html", context)


@never_cache
@require_safe
def ask_answer(request: HttpRequest, token: str) -> HttpResponse:
    """The answer, for whoever has the link, for thirty days."""
    try:
        proof = proven(token)
    except signing.BadSignature:
        return render(request, "moderation/ask_closed.html", status=404)
    asked = Enquiry.objects.known_to(proof).filter(answered_at__isnull=False).first()
    if asked is None:
        return render(request, "moderation/ask_closed.html", status=404)
    return render(request, "moderation/ask_mine.html", {"rows": [asked], "one": True})


@never_cache
@login_required
@require_safe
def ask_mine(request: HttpRequest) -> HttpResponse:
    """What somebody asked signed in, with the answers."""
    return render(request, "moderation/ask_mine.html", {"rows": Enquiry.objects.owned_by(request.user)[:50]})
