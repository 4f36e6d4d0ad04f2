"""Accepts everything and keeps nothing: for the canary and for measuring the engine itself."""

import math

from portal.core.kinds import Message
from portal.notifications.channels.outcome import Outcome, Sent
from portal.notifications.models import Delivery


class NullChannel:
    def prepare(self, delivery: Delivery, message: Message) -> None:
        """Nothing to make."""

    def hand_over(self, prepared: None, until: float = math.inf) -> Outcome:
        return Sent(code="null")

    def close(self) -> None:
        """Nothing is open."""
