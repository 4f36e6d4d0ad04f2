"""When a button was pressed, as a device without a connection tells it later. The server decides what it believes."""

from datetime import datetime, timedelta

from django.utils.translation import gettext as _

from portal.core.errors import RuleViolation

BELIEVED = timedelta(hours=24)


def when_pressed(at: datetime | None, now: datetime) -> datetime:
    """What counts for a slot, which has a day of its own: never later than now, and at most a day ago."""
    return now if at is None else max(min(at, now), now - BELIEVED)


def need_recent(at: datetime | None, now: datetime) -> None:
    """For what belongs to no slot the moment is all there is. Raises RuleViolation when it is more than a day ago."""
    if at is not None and at < now - BELIEVED:
        raise RuleViolation(
            _("This was pressed more than a day ago, so it is not counted."), code="too_old", field="at"
        )
