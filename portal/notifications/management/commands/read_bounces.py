"""Read returned mail: `manage.py read_bounces PATH…`, a line of JSON for each mail."""

import json
from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from portal.notifications.bounces.files import mails_in
from portal.notifications.bounces.reading import read_bounce
from portal.notifications.models import Delivery
from portal.notifications.operations.bounces import take_note


class Command(BaseCommand):
    help = (
        "Reads returned mail (mbox, maildir, .eml, or a folder of .eml files) and writes a line of JSON for each mail: "
        "{address, kind: hard | soft | complaint | none, reason, status}. Addresses with hard bounces and complaints "
        "are given up, and their owners are told in the inbox. Reading the same box again changes nothing."
    )
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("paths", metavar="PATH", nargs="+", type=Path)
        parser.add_argument("--dry-run", action="store_true", help="only say what the mails are")
        parser.add_argument(
            "--only-ours",
            action="store_true",
            help="believe only reports that carry the Message-ID of a mail we sent: nobody can make those up",
        )

    def handle(self, *args: object, **options: Any) -> None:
        for path in options["paths"]:
            try:
                for mail in mails_in(path):
                    found = read_bounce(mail)
                    if not options["dry_run"] and (not options["only_ours"] or is_ours(found.message_id)):
                        take_note(
                            kind=found.kind, address=found.address, message_id=found.message_id, final=found.final
                        )
                    told = {"address": found.address, "kind": found.kind, "reason": found.reason}
                    self.stdout.write(json.dumps({**told, "status": found.status or None}, ensure_ascii=False))
            except OSError as error:
                raise CommandError(f"{path}: {error.strerror or error}") from error


def is_ours(message_id: str) -> bool:
    return bool(message_id) and Delivery.objects.filter(message_id=message_id).exists()
