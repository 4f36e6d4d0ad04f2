"""Resting from one moment to another, or until it is taken up again."""

from datetime import datetime


class CanRest:
    """For rows and for what is made of them."""

    __slots__ = ()
    paused_at: datetime | None
    paused_until: datetime | None

    def is_resting(self, at: datetime) -> bool:
        """Rests at this moment, which may lie ahead: for a while, or until the person takes it up again."""
        if self.paused_at is None or at < self.paused_at:
            return False
        return self.paused_until is None or at < self.paused_until
