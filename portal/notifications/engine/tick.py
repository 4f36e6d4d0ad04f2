"""One turn of the engine, in the shapes its drivers need: a woken task, a ticker beside it, or a process of its own."""

import logging
import threading
from collections.abc import Callable

from django.conf import settings
from django.db import DatabaseError, InterfaceError, close_old_connections, connection

from portal.notifications.engine.line import never_hold_locks_in_sleep
from portal.notifications.engine.plan import canary, expand_events, plan_ahead
from portal.notifications.engine.reap import expire, forget, reap
from portal.notifications.engine.sender import Stop, drain, never
from portal.notifications.engine.watch import beat, my_turn, quiet
from portal.notifications.engine.webhooks import forget_webhooks, send_webhooks

log = logging.getLogger(__name__)

PLAN_SECONDS, REAP_SECONDS = 30, 15
SILENCE_SECONDS = 5
WEBHOOK_SILENCE_SECONDS = 40
STOPPING = threading.Event()  # set once, when this process is asked to end


def look_now(stop: Stop = STOPPING.is_set, seconds: float | None = 20.0) -> int:
    """Tell what happened to those it concerns, and send what is due."""
    never_hold_locks_in_sleep()
    expand_events(stop=stop)
    return drain(limit=settings.DELIVERY_BATCH, stop=stop, seconds=seconds)


def plan_turn(stop: Stop = STOPPING.is_set) -> int:
    never_hold_locks_in_sleep()
    canary()
    advanced = plan_ahead(stop=stop)
    if not stop():
        forget()
    return advanced


def reap_turn() -> int:
    return reap() + expire()


def whole_turn(stop: Stop = never) -> int:
    """Everything once, in one process: what `manage.py deliver` does."""
    beat("plan")
    plan_turn(stop)
    beat("reap")
    reap_turn()
    return look_now(stop, seconds=None)


def turn_without_broker(stop: Stop = never) -> int:
    """What is overdue because nobody else did it: plan and reap when their beat is late, and send."""
    if my_turn("plan", PLAN_SECONDS):
        plan_turn(stop)
    if my_turn("reap", REAP_SECONDS):
        reap_turn()
    return look_now(stop)


def ticker_turn(stop: Stop = never) -> int:
    """Does nothing while wakes are consumed; after five seconds without one, drains directly."""
    if not quiet("wake", SILENCE_SECONDS):
        return 0
    return turn_without_broker(stop)


def webhook_turn(stop: Stop = never) -> int:
    """Other systems may be slow, so they have a driver of their own, and people's messages never wait for them."""
    forget_webhooks()
    return send_webhooks(stop=stop)


def webhook_ticker_turn(stop: Stop = never) -> int:
    """Does nothing while the broker brings the task."""
    return webhook_turn(stop) if quiet("webhooks", WEBHOOK_SILENCE_SECONDS) else 0


def keep_turning(turn: Callable[[Stop], int], stop: threading.Event, pause: float) -> None:
    """Turn until told to stop. The database going away costs turns, never the loop."""
    while not stop.is_set():
        try:
            busy = turn(stop.is_set)
        except (DatabaseError, InterfaceError):
            log.exception("turn failed")
            connection.close()
            busy = 0
        except Exception:
            log.exception("turn failed")
            busy = 0
        finally:
            close_old_connections()
        if not busy:
            stop.wait(pause)
