"""Bring everything that is sealed under the first key. Run it after a new key was put in front of an older one."""

from django.core.management.base import BaseCommand, CommandError

from portal.accounts.operations.second_steps import reseal_second_steps
from portal.core.resealing import reseal_columns


class Command(BaseCommand):
    help = "Seal anew what an earlier key sealed, so that the earlier key can go. May be stopped and run again."

    def handle(self, *args: object, **options: object) -> None:
        closed = 0
        for column in reseal_columns():
            closed += column.closed
            self.stdout.write(f"{column.column}: {column.anew} sealed anew, {column.closed} that no key here opens")
        self.stdout.write(f"Second steps of sign-in: {reseal_second_steps()}")
        if closed:
            raise CommandError(f"{closed} values do not open with any key of this site. Keep every key you have.")
        self.stdout.write("Everything is sealed with the first key of its ring.")
