"""Load what a new site starts with. Running it again adds nothing and changes nothing that people edited."""

from django.conf import settings
from django.core.management.base import BaseCommand

from portal.core.opening import openings


class Command(BaseCommand):
    help = "Load the opening articles, groups, plans and, in demo mode, the invented people."

    def handle(self, *args: object, **options: object) -> None:
        for opening in sorted(openings, key=lambda one: one.order):
            self.stdout.write(opening.load(settings.DEMO))
