"""Forget what moderation no longer needs. Run it once a day."""

from django.core.management.base import BaseCommand

from portal.moderation.operations import retire_evidence


class Command(BaseCommand):
    help = "Empty the kept copies, notes and audit texts whose time is over."

    def handle(self, *args: object, **options: object) -> None:
        self.stdout.write(f"Kept copies emptied: {retire_evidence()}")
