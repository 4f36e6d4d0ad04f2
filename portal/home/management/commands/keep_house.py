"""What beat and a worker do beside delivering messages, without a broker. Run it beside `manage.py deliver --loop`."""

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand
from django.db import close_old_connections

from portal.celery import app
from portal.home.timekeeping import take_turns, turns
from portal.notifications.engine.tick import STOPPING
from portal.notifications.management.commands.deliver import ending_in_order


class Command(BaseCommand):
    help = "Clocks of cases, publishing at a time, copies, leaving, forgetting: by the timetable, until SIGTERM."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--once", action="store_true", help="everything once, and end")

    def handle(self, *args: Any, once: bool, **options: Any) -> None:
        app.loader.import_default_modules()
        all_turns = turns(app)
        if once:
            self.stdout.write(f"{take_turns(app, all_turns, every=True)} of {len(all_turns)} tasks done.")
            return
        with ending_in_order():
            while not STOPPING.is_set():
                take_turns(app, all_turns)
                close_old_connections()
                STOPPING.wait(1)
