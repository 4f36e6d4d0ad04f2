"""A channel whose far end is away is left alone: one probe every 15 s, until one comes through."""

import logging
from datetime import timedelta

from django.db import connection

from portal.core.clock import HandrailNow
from portal.notifications.channels.outcome import MAY_MEAN_US
from portal.notifications.models import Breaker

log = logging.getLogger(__name__)

WINDOW, PROBE_SECONDS = 50, 15

FAILING = """
SELECT count(*) FROM (
    SELECT outcome, code FROM notifications_deliveryattempt
    WHERE channel = %s AND id > coalesce((SELECT counting_from FROM notifications_breaker WHERE channel = %s), 0)
    ORDER BY id DESC LIMIT %s
) newest WHERE outcome IN ('for_now', 'unknown') OR (outcome = 'for_good' AND code ~ %s)
"""
OPEN = f"""
INSERT INTO notifications_breaker AS b (channel, opened_at, next_probe_at, counting_from)
VALUES (%s, handrail_now(), handrail_now() + interval '{PROBE_SECONDS} seconds', 0)
ON CONFLICT (channel) DO UPDATE SET opened_at = EXCLUDED.opened_at, next_probe_at = EXCLUDED.next_probe_at
WHERE b.opened_at IS NULL
"""  # noqa: S608
PROBE = f"""
UPDATE notifications_breaker SET next_probe_at = handrail_now() + interval '{PROBE_SECONDS} seconds'
WHERE channel = %s AND opened_at IS NOT NULL
  AND next_probe_at NOT BETWEEN handrail_now() AND handrail_now() + interval '{2 * PROBE_SECONDS} seconds'
"""  # noqa: S608
CLOSE = """
UPDATE notifications_breaker SET opened_at = NULL, next_probe_at = NULL,
    counting_from = coalesce((SELECT max(id) FROM notifications_deliveryattempt), 0)
WHERE channel = %s AND opened_at IS NOT NULL
"""


def resting() -> list[str]:
    """Channels that are open, in the electrician's sense: nothing flows."""
    return list(Breaker.objects.filter(opened_at__isnull=False).values_list("channel", flat=True))


def to_probe() -> list[str]:
    """Those among them that nobody tried for 15 s. A time further off was set before the clock was set back."""
    waited = {"next_probe_at__range": (HandrailNow(), HandrailNow() + timedelta(seconds=2 * PROBE_SECONDS))}
    due = Breaker.objects.filter(opened_at__isnull=False).exclude(**waited)
    return list(due.values_list("channel", flat=True))


def take_probe(channel: str) -> bool:
    """True for one caller every 15 s, right before a message is handed over."""
    return _done(PROBE, [channel])


def close(channel: str) -> None:
    """A probe came through: count failures from here."""
    if _done(CLOSE, [channel]):
        log.warning("channel works again", extra={"channel": channel})


def consider(channel: str) -> bool:
    """After a failure: open when more than half of the newest 50 attempts failed. Returns whether it is open now."""
    with connection.cursor() as cursor:
        cursor.execute(FAILING, [channel, channel, WINDOW, MAY_MEAN_US])
        failing = cursor.fetchone()[0]
    if failing <= WINDOW // 2:
        return False
    if _done(OPEN, [channel]):
        log.error("channel rests", extra={"channel": channel, "count": failing})
    return True


def _done(sql: str, values: list[str]) -> bool:
    with connection.cursor() as cursor:
        cursor.execute(sql, values)
        return cursor.rowcount == 1
