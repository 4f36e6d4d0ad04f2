"""Check that nobody rewrote the audit. Ends with status 1 when somebody did."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from portal.moderation.operations import verify_audit_chain

WHY = {
    "missing": "an entry is missing before it",
    "unlinked": "it does not follow from the one before",
    "changed": "it was changed after it was written",
    "text": "the text beside it was changed",
    "cut": "the entry you expected is not in the chain",
}


class Command(BaseCommand):
    help = "Read the whole audit chain and say whether it holds. Keep the head it prints somewhere else."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--head", default="", help="a head printed earlier: shows whether the end was cut off")

    def handle(self, *args: Any, **options: Any) -> None:
        state = verify_audit_chain(expected_head=options["head"])
        if not state.holds:
            raise CommandError(f"The audit does not hold at entry {state.broken_at}: {WHY[state.why]}.")
        self.stdout.write(f"The audit holds: {state.length} entries, head {state.head}")
