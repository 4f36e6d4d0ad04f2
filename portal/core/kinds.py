"""Kinds of message. A house registers what it may tell people; the delivery engine asks it who, whether and how."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, Literal, Protocol
from uuid import UUID

from django.db.backends.base.base import BaseDatabaseWrapper
from django.utils.functional import Promise

from portal.core.registry import Registry

EMAIL = "email"
IN_APP = "in_app"
PUSH = "push"  # on a person's own devices. It follows the other two: whatever they are to bring, devices show as well
SUMMARY = "summary"  # not a channel of the engine: the daily mail that gathers what waits in the inbox
Channel = Literal["email", "in_app", "push", "null"]


class EventRow(Protocol):
    """What happened in a house, written in the operation's own transaction."""

    kind: str
    subject: str
    created_at: datetime


class DeliveryRow(Protocol):
    """One message to one person on one channel, as a kind sees it."""

    @property
    def pk(self) -> object: ...

    kind: str
    subject_key: str
    recipient_id: UUID | None
    channel: str
    due_at: datetime


@dataclass(frozen=True, slots=True)
class Addressee:
    """One person an event is for. `subject_key` says what may repeat: the same key is never announced twice."""

    user_id: UUID
    subject_key: str


@dataclass(frozen=True, slots=True)
class Yes:
    pass


@dataclass(frozen=True, slots=True)
class No:
    """Not wanted any more. `reason` is a short code such as "done" or "left", never words about health."""

    reason: str


@dataclass(frozen=True, slots=True)
class Later:
    """Wanted, but not now: quiet hours. `at` is an aware datetime."""

    at: datetime


@dataclass(frozen=True, slots=True)
class Held(Later):
    """Held back by the person's own quiet hours or pause: it may then be sent within an hour, even past its end."""


Verdict = Yes | No | Later


@dataclass(frozen=True, slots=True)
class Action:
    """A link in a message. It opens a page; only a button there changes anything. `quick`: one or two neutral words for
    a button that a device shows on its locked screen, where somebody else may read it; none: no such button."""

    label: str
    url: str
    main: bool = False
    quick: str = ""


@dataclass(frozen=True, slots=True)
class Message:
    """What a person reads. `subject` is neutral: no health word, no name of a private group.

    `card` is what it is about, set apart: a heading, then its lines. `notes` follow the buttons. `footer` says why
    this person gets it. `url` is where the in-app notice leads.
    """

    subject: str
    title: str
    lines: Sequence[str] = ()
    actions: Sequence[Action] = ()
    url: str = ""
    footer: Sequence[str] = ()
    card: Sequence[str] = ()
    notes: Sequence[str] = ()


def everybody(deliveries: Sequence[DeliveryRow]) -> Mapping[object, Verdict]:
    return {delivery.pk: Yes() for delivery in deliveries}


Quiet = Literal["hold", "drop"]


def hold_all(deliveries: Sequence[DeliveryRow]) -> Mapping[object, Quiet]:
    return {delivery.pk: "hold" for delivery in deliveries}


def nobody(event: EventRow, after: UUID | None, limit: int) -> Sequence[Addressee]:
    return ()


def anybody(user: Any) -> bool:
    return True


@dataclass(frozen=True)
class Kind:
    """One kind of message.

    `audience` returns at most `limit` addressees ordered by user id and greater than `after`, so that a big
    audience is expanded in chunks. `still_wanted` is asked right before handing over, for a batch. `render` makes the
    words for one delivery. `grace` is how long after `due_at` the message is still worth sending. `ambiguous` says
    what happens when a sender died while handing over. `optional` kinds appear on the settings page of the people
    they may ever reach: `for_whom` says who that is. The others ignore quiet hours and pauses.

    `gathered` kinds come by email once a day, together with others, unless somebody asks for them at once.
    `when_quiet` says for a batch what quiet hours do: hold until they end, or drop. A `fleeting` kind is worth nothing
    afterwards, so a pause keeps it out of the inbox too. `about` names what the subjects of notices are about, for this
    reader and now, so that the inbox keeps no copy of a name. `settings_page` is the address name of a page where a
    person chooses what it says.
    """

    key: str
    label: str | Promise
    render: Callable[[DeliveryRow], Message]
    description: str | Promise = ""
    audience: Callable[[EventRow, UUID | None, int], Sequence[Addressee]] = nobody
    still_wanted: Callable[[Sequence[DeliveryRow]], Mapping[object, Verdict]] = everybody
    channels: tuple[str, ...] = (IN_APP, EMAIL)
    default_on: tuple[str, ...] = (IN_APP, EMAIL)
    grace: timedelta = timedelta(hours=24)
    ambiguous: Literal["resend_once", "uncertain"] = "resend_once"
    optional: bool = True
    for_whom: Callable[[Any], bool] = anybody
    gathered: bool = False
    when_quiet: Callable[[Sequence[DeliveryRow]], Mapping[object, Quiet]] = hold_all
    fleeting: bool = False
    about: Callable[[Any, Sequence[str]], Mapping[str, str]] | None = None
    settings_page: str = ""


kinds: Registry[Kind] = Registry("message kind")


def none_put_off(line: BaseDatabaseWrapper | None = None) -> int:
    return 0


@dataclass(frozen=True)
class Planner:
    """A house that knows ahead of time what will be due. Each call plans one chunk in one transaction and returns
    how many rules it dealt with; 0 means that everything up to the horizon is planned. `expire` are steps that follow;
    each may fail alone. `put_off` counts the rules that could not be planned and are tried again, on the connection
    that is given."""

    key: str
    plan_chunk: Callable[[int], int]
    expire: Sequence[Callable[[], int]] = ()
    put_off: Callable[[BaseDatabaseWrapper | None], int] = none_put_off


planners: Registry[Planner] = Registry("planner")
