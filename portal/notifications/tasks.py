"""Celery shells. They carry no data and may run twice, or never: the rows say what to do."""

import threading
from typing import Any

from celery import shared_task
from celery.signals import worker_init, worker_shutting_down

from portal.notifications.engine.tick import (
    SILENCE_SECONDS,
    STOPPING,
    keep_turning,
    look_now,
    plan_turn,
    reap_turn,
    ticker_turn,
    webhook_ticker_turn,
    webhook_turn,
)
from portal.notifications.engine.watch import beat


@shared_task(ignore_result=True, expires=10)
def wake() -> None:
    """Send what is due now."""
    beat("wake")
    look_now()


@shared_task(ignore_result=True, expires=15)
def reap() -> None:
    beat("reap")
    reap_turn()


@shared_task(ignore_result=True, expires=30)
def plan() -> None:
    beat("plan")
    plan_turn()


@shared_task(ignore_result=True, expires=10)
def call_webhooks() -> None:
    """Tell other systems what is due."""
    beat("webhooks")
    webhook_turn(STOPPING.is_set)


@worker_init.connect
def start_ticker(**_: Any) -> None:
    """A thread beside the worker that takes over while the broker is away. It waits first, so as not to race it."""

    def tick() -> None:
        if not STOPPING.wait(SILENCE_SECONDS):
            keep_turning(ticker_turn, STOPPING, pause=2)

    def tick_webhooks() -> None:
        if not STOPPING.wait(SILENCE_SECONDS):
            keep_turning(webhook_ticker_turn, STOPPING, pause=10)

    threading.Thread(target=tick, name="delivery-ticker", daemon=True).start()
    threading.Thread(target=tick_webhooks, name="webhook-ticker", daemon=True).start()


@worker_shutting_down.connect
def stop_senders(**_: Any) -> None:
    """SIGTERM: the message in hand is finished, the rest of the batch is let go."""
    STOPPING.set()
