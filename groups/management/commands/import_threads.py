"""Bring threads of another forum in: `manage.py import_threads PATH --group SLUG [--dry-run] [--json]`."""

import json
import sys
import time
from argparse import ArgumentParser
from pathlib import Path

from django.core.management.base import BaseCommand, CommandError

from groups.models import SupportGroup, ThreadImport
from groups.operations.imports import ask_import, drop_import, start_import, take_this_import, work_on
from portal.core.errors import RuleViolation

FIGURES = [
    "threads_total", "posts_total", "threads_new", "posts_new", "posts_known", "posts_held", "posts_seen_to", "flawed",
]  # fmt: skip


class Command(BaseCommand):
    help = (
        "Bring threads of another forum in: JSON, CSV, or the packed export of a group. Run it again with a newer file "
        "and the same --source: only what is new is added. Writers get invented names and no account; nobody is told. "
        "What reads like contact details or a way to come to harm waits for the moderators of the group."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("path", type=Path)
        parser.add_argument("--group", required=True, metavar="SLUG")
        parser.add_argument("--source", default="import", help="a short name that stays the same for this forum")
        parser.add_argument("--markup", choices=ThreadImport.Markup.values, default=ThreadImport.Markup.DISCOURSE)
        parser.add_argument("--zone", default="UTC", help="for moments in the file that name no time zone")
        parser.add_argument("--dry-run", action="store_true", help="check everything and store nothing")
        parser.add_argument("--json", action="store_true", help="the report as JSON")

    def handle(self, *args: object, **options: object) -> None:
        row = self._ask(options)
        self._work(row)
        row.refresh_from_db()
        if row.state == ThreadImport.State.CHECKED:
            if options["dry_run"]:
                drop_import(actor=None, row=row)
            elif start_import(actor=None, row=row):
                self._work(row)
        state, row = row.state, ThreadImport.objects.get(pk=row.pk)
        self._tell(row, as_json=bool(options["json"]), dry=bool(options["dry_run"]) and state != "refused")
        if row.refusal or row.flawed:
            raise SystemExit(1)

    def _ask(self, options: dict[str, object]) -> ThreadImport:
        path, slug = options["path"], options["group"]
        if not isinstance(path, Path) or not path.is_file():
            raise CommandError(f"There is no file at {path}.")
        group = SupportGroup.objects.filter(slug=str(slug)).first()
        if group is None:
            raise CommandError("There is no group with this address.")
        said = {name: str(options[name]) for name in ("source", "markup", "zone")}
        try:
            return ask_import(actor=None, group=group, raw=path.read_bytes(), **said)
        except RuleViolation as refusal:
            raise CommandError(refusal.message) from refusal

    def _work(self, row: ThreadImport) -> None:
        held = take_this_import(row)
        if held is None:
            raise CommandError("A worker of the site is at this file already. The staff desk shows how far it is.")
        shown = [0.0]

        def told(now: ThreadImport) -> None:
            if sys.stderr.isatty() and time.monotonic() - shown[0] > 0.2:
                shown[0] = time.monotonic()
                share = now.position / (now.threads_total or 1)
                self.stderr.write(f"\r[{'#' * int(share * 30):30}] {share:4.0%} {now.position} threads", ending="")

        work_on(held, until=float("inf"), told=told)
        if shown[0]:
            self.stderr.write("")

    def _tell(self, row: ThreadImport, *, as_json: bool, dry: bool) -> None:
        figures = {name: getattr(row, name) for name in FIGURES}
        if as_json:
            more = {"flaws": row.flaws, "changes": row.changes, "refusal": row.refusal}
            self.stdout.write(json.dumps({"state": row.state, "dry_run": dry, **figures, **more}, ensure_ascii=False))
            return
        for flaw in row.flaws:
            self.stderr.write(f"line {flaw['line']}: {flaw['reason']}")
        for change in row.changes:
            self.stdout.write(f"{change['count']:7} {change['what']} (first at line {change['line']})")
        if row.refusal:
            self.stderr.write(row.refusal)
        self.stdout.write(", ".join(f"{name.replace('_', ' ')} {count}" for name, count in figures.items()) + ".")
        if dry:
            self.stdout.write("Nothing was stored (dry run).")
