"""Read returned mail: `manage.py read_bounces PATH…`, a line of JSON for each mail."""

import json
from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.db import transaction

from portal.notifications.bounces.files import mails_in
from portal.notifications.bounces.reading import Bounce, read_bounce
from portal.notifications.operations.bounces import mail_of_ours, take_note


class Command(BaseCommand):
    help = (
        "Reads returned mail (mbox, maildir, .eml, a folder of .eml files, or - for what comes in) and writes a line "
        "of JSON for each mail: {address, kind: hard | soft | complaint | none, reason, status}. Addresses with hard "
        "bounces and complaints are given up, and their owners are told in the inbox. Reading the same box again "
        "changes nothing."
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
        unread: list[str] = []

        def trouble(path: Path, error: OSError) -> None:
            unread.append(f"{path}: {error.strerror or error}")

        for path in options["paths"]:
            for mail in mails_in(path, trouble):
                found = read_bounce(mail)
                believed = options["dry_run"] or not options["only_ours"] or is_ours(found)
                if believed and not options["dry_run"]:
                    note_all(found)
                told = line_for(found)
                self.stdout.write(json.dumps(told if believed else {**told, "believed": False}, ensure_ascii=False))
        if unread:
            raise CommandError("\n".join(unread))


def line_for(found: Bounce) -> dict[str, Any]:
    told = {"address": found.address, "kind": found.kind, "reason": found.reason, "status": found.status or None}
    return {**told, "others": [line_for(one) for one in found.others]} if found.others else told


@transaction.atomic
def note_all(found: Bounce) -> None:
    """A report may be about several addresses; the mail of ours comes back as the worst that happened to it."""
    for one in (found, *found.others):
        take_note(
            kind=one.kind, address=one.address, message_id=found.message_id, final=one.final, sent_to=found.sent_to
        )


@transaction.atomic
def is_ours(found: Bounce) -> bool:
    return mail_of_ours(found.message_id, found.address, found.sent_to) is not None
