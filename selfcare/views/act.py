"""What a link in a reminder opens: works signed out; looking changes nothing, the button does, and can be undone."""

from dataclasses import dataclass
from uuid import UUID

from django.core import signing
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods

from portal.accounts.models import User
from portal.core.clock import handrail_now
from portal.core.errors import RuleViolation
from portal.notifications.links import read_action
from selfcare import operations
from selfcare.messages.reminders import ACT
from selfcare.models import Occurrence, WaterLog
from selfcare.reads import water_today
from selfcare.reasons import SKIPS

OVER = _("This was for another day. Add what you drink today on your page for today.")
BUTTONS = {"done": _("Done"), "later": _("Ask me later"), "skip": _("Skip this time"), "water": _("Log %(ml)s ml")}


@dataclass(frozen=True, slots=True)
class Link:
    """One act on one turn of one slot, for the person it was signed for."""

    act: str
    turn: int
    owner: User
    occurrence: Occurrence

    @property
    def ml(self) -> int:
        """What was written down for this slot, else what pressing writes down."""
        drunk = WaterLog.objects.owned_by(self.owner).filter(source=operations.source_of(self.occurrence)).first()
        if drunk is not None:
            return drunk.ml
        water, planned = water_today(self.owner, self.occurrence.due_at), self.occurrence.activity.ml
        return water.asked(planned) or water.usual(planned)

    @property
    def nothing_left(self) -> bool:
        """A limit leaves nothing to ask for on the day of this slot."""
        return self.is_drink and not water_today(self.owner, self.occurrence.due_at).asked(self.occurrence.activity.ml)

    @property
    def is_drink(self) -> bool:
        return self.act == "water"

    @property
    def button(self) -> str:
        return str(BUTTONS[self.act]) % {"ml": self.ml} if self.is_drink else str(BUTTONS[self.act])


def open_link(token: str) -> Link | None:
    """None for a link that is wrong, too old, or about something that is gone."""
    try:
        subject, user_id = read_action(token, ACT)
        act, pk, turn = subject.split(":")
        key = UUID(pk)
    except (signing.BadSignature, ValueError):
        return None
    owner = User.objects.filter(pk=user_id, is_active=True).first()
    if owner is None or act not in BUTTONS:
        return None
    rows = Occurrence.objects.owned_by(owner).select_related("activity")
    occurrence = rows.filter(pk=key).exclude(state=Occurrence.State.CANCELLED).first()
    return Link(act, int(turn), owner, occurrence) if occurrence else None


@never_cache
@csrf_exempt  # the signed link is the permission; a device's worker posts here without a session
@require_http_methods(["GET", "HEAD", "POST"])
def act(request: HttpRequest, token: str) -> HttpResponse:
    link = open_link(token)
    if link is None:
        return render(request, "selfcare/act_gone.html", status=410)
    told = refused = ""
    if request.method == "POST":
        try:
            told = _take_back(link) if request.POST.get("undo") else _carry_out(link, request.POST.get("why", ""))
        except RuleViolation as no:
            refused = no.message
    link.occurrence.refresh_from_db(fields=["state", "due_at", "snooze_no", "acted_at", "why_sealed"])
    zone = link.occurrence.activity.zone(link.owner.time_zone)
    with timezone.override(zone):
        context = {"link": link, "item": link.occurrence, "told": told, "refused": refused, "reasons": SKIPS}
        return render(request, "selfcare/act.html", context, status=409 if refused else 200)


def _carry_out(link: Link, why: str = "") -> str:
    """Do it once; what was done already stays done. Returns which words to show."""
    item, owner = link.occurrence, link.owner
    if link.act == "later":
        operations.snooze(actor=owner, occurrence=item, snooze_no=link.turn)
        item.refresh_from_db(fields=["snooze_no", "state"])
        return "later" if item.snooze_no == link.turn + 1 and item.state == Occurrence.State.PLANNED else "old"
    if link.act == "skip":
        operations.skip(actor=owner, occurrence=item, why=why)
        return "skip"
    if link.is_drink and item.closes_at <= handrail_now():
        raise RuleViolation(str(OVER), code="over")
    operations.mark_done(actor=owner, occurrence=item)
    return link.act


def _take_back(link: Link) -> str:
    operations.undo(actor=link.owner, occurrence=link.occurrence, what="later" if link.act == "later" else "answer")
    return "undone"
