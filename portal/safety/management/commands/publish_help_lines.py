"""Refresh this machine's copy of the help lines. Run it at the start of every machine that serves pages."""

from django.core.management.base import BaseCommand

from portal.safety.operations import publish_help_lines


class Command(BaseCommand):
    help = "Write the help lines from the database to this machine's state folder."

    def handle(self, *args: object, **options: object) -> None:
        self.stdout.write(f"Help lines: {publish_help_lines()} published.")
