"""What became of a message, in plain words for the person it was for. No health word, nothing about other people."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from portal.core.kinds import EMAIL, IN_APP, PUSH, kinds
from portal.notifications.models import Delivery

State = Delivery.State
CHANNELS = {EMAIL: _("Email"), IN_APP: _("On this site"), PUSH: _("On your devices")}
BY_STATE = {
    State.LEASED: _("On its way"),
    State.HANDING: _("On its way"),
    State.DEAD: _("Not sent: the mail server refused it"),
    State.UNCERTAIN: _("Perhaps sent: the mail server gave no answer"),
    State.EXPIRED: _("Not sent: it would have come too late"),
    State.SUPPRESSED: _("Not sent: mail to your address came back"),
    State.BOUNCED: _("Sent, and came back"),
    State.COMPLAINED: _("Sent, and marked as spam"),
}
ON_DEVICES = {
    State.DEAD: _("Not sent: none of your devices took it"),
    State.UNCERTAIN: _("Perhaps sent: the service of your browser gave no answer"),
}
# Said more exactly, by what is written in `last_code`: whose doing it was.
EXACTLY = {
    (State.DEAD, "render"): _("Not sent: something went wrong on our side"),
    (State.SUPPRESSED, "complained"): _("Not sent: our mail to your address was marked as spam"),
    (State.UNCERTAIN, "lost"): _("Perhaps sent: we were interrupted while sending it"),
}
# Only what the person chose themselves is told; what others did (hid, left, blocked) is not.
CHOSEN = {
    "paused": _("Not sent: you paused messages"),
    "quiet": _("Not sent: it fell into your quiet hours"),
    "unwanted": _("Not sent: you chose not to get this"),
    "no-device": _("Not sent: no device was turned on"),
}


@dataclass(frozen=True, slots=True)
class Entry:
    """`good`: it arrived, as far as anybody knows."""

    pk: object
    what: str | Promise
    channel: str | Promise
    when: datetime
    state: str | Promise
    good: bool


def entries(rows: Sequence[Delivery]) -> list[Entry]:
    return [entry(one) for one in rows]


def entry(one: Delivery) -> Entry:
    kind = kinds.find(one.kind)
    return Entry(
        pk=one.pk,
        what=kind.label if kind else _("A message"),
        channel=CHANNELS.get(one.channel, ""),
        when=one.sent_at or one.due_at,
        state=state_of(one),
        good=one.state == State.SENT,
    )


def state_of(one: Delivery) -> str | Promise:
    if one.state == State.SENT:
        return _("Put into your inbox") if one.channel == IN_APP else _("Sent")
    if one.state == State.PENDING:
        return waiting(one)
    if (one.state, one.last_code) in EXACTLY:
        return EXACTLY[State(one.state), one.last_code]
    if one.channel == IN_APP and one.state == State.UNCERTAIN:
        return EXACTLY[State.UNCERTAIN, "lost"]
    if one.channel == PUSH and State(one.state) in ON_DEVICES:
        return ON_DEVICES[State(one.state)]
    return BY_STATE.get(State(one.state)) or CHOSEN.get(one.last_code, _("Not sent: it was not needed any more"))


def waiting(one: Delivery) -> str | Promise:
    if one.last_code == "held":
        return _("Waits until your quiet hours or your pause end")
    return _("Not sent yet: we try again") if one.attempts and not one.ambiguous else _("On its way")
