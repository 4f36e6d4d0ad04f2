"""Run the delivery engine in one process: plan, send, reap, with no broker needed."""

import signal
import threading
from argparse import ArgumentParser
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from django.core.management.base import BaseCommand

from portal.notifications.engine.tick import STOPPING, keep_turning, turn_without_broker, webhook_turn, whole_turn


class Command(BaseCommand):
    help = "Send what is due, once. With --loop, keep sending until SIGTERM; any number of these may run at once."

    requires_system_checks = ()  # a sender that was killed must be back soon

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--loop", action="store_true", help="keep running until SIGTERM")

    def handle(self, *args: Any, loop: bool, **options: Any) -> None:
        with ending_in_order():
            if loop:
                self.keep_sending()
            else:
                self.stdout.write(f"{whole_turn(STOPPING.is_set)} taken care of.")
                webhook_turn(STOPPING.is_set)

    def keep_sending(self) -> None:
        self.stdout.write("Sending.")
        self.stdout.flush()
        beside = threading.Thread(target=keep_turning, args=(webhook_turn, STOPPING), kwargs={"pause": 2}, daemon=True)
        beside.start()
        keep_turning(turn_without_broker, STOPPING, pause=0.5)


@contextmanager
def ending_in_order() -> Iterator[None]:
    """Whoever asks this process to end, or presses Ctrl-C, gets the message in hand finished and the rest let go."""
    before = {sign: signal.signal(sign, lambda *_: STOPPING.set()) for sign in (signal.SIGTERM, signal.SIGINT)}
    try:
        yield
    finally:
        for sign, handler in before.items():
            signal.signal(sign, handler)
