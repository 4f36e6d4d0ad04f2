"""What can come of handing a message over, and what a channel is to the engine."""

import re
from dataclasses import dataclass
from typing import Any, Protocol

from portal.core.kinds import Message
from portal.notifications.models import Delivery

# A refusal for good that may be meant for us, whoever it is for: any 5xx but a mailbox that does not exist (5.1.x, not
# 5.1.7 and 5.1.8, which are about the sender) or takes no mail (5.2.x). For Python and for the database (RFC 3463).
MAY_MEAN_US = r"^5(?!\.[12]\.)|^5\.1\.[78]$"


@dataclass(frozen=True, slots=True)
class Sent:
    code: str = ""
    stage: str = ""


@dataclass(frozen=True, slots=True)
class ForNow:
    """Certainly not accepted; worth trying again, not before `wait` seconds when the far end said so."""

    code: str
    stage: str
    wait: float = 0.0


@dataclass(frozen=True, slots=True)
class ForGood:
    """Certainly not accepted, and never will be. `nobody_there`: the mailbox does not exist."""

    code: str
    stage: str
    nobody_there: bool = False

    @property
    def may_mean_us(self) -> bool:
        return re.search(MAY_MEAN_US, self.code) is not None


@dataclass(frozen=True, slots=True)
class Unknown:
    """The message went out whole and no answer came back: it may or may not have been accepted."""

    code: str
    stage: str


Outcome = Sent | ForNow | ForGood | Unknown


class Channel(Protocol):
    """Opened once for a batch and used by one thread.

    `prepare` makes everything that can fail on our side and touches nothing outside; it may raise. `hand_over` takes
    what it made, and never raises for what the far end does. After `until`, by `time.monotonic`, it lets nothing out:
    somebody else may hold the message by then.
    """

    def prepare(self, delivery: Delivery, message: Message) -> Any: ...

    def hand_over(self, prepared: Any, until: float) -> Outcome: ...

    def close(self) -> None: ...
