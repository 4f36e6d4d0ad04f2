"""Load a WordPress export as drafts: `manage.py import_wordpress FILE… [--language en] [--dry-run] [--json]`."""

import json
import sys
import time
from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from articles.operations.foreign import Importer, Summary


class Command(BaseCommand):
    help = (
        "Load WordPress exports (WXR) as drafts and say what became which block and what was left out. Items that are "
        "loaded already change nothing, so a run that was stopped can simply be started again. Nothing is fetched "
        "from the net: pictures are taken from the folder that --pictures names, if they have a description; comments, "
        "authors and their addresses are not read."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("files", type=Path, nargs="+", metavar="FILE")
        parser.add_argument("--language", default="en", help="the language that the articles are written in")
        parser.add_argument("--dry-run", action="store_true", help="check everything and store nothing")
        parser.add_argument("--overwrite", action="store_true", help="replace drafts that people edited since")
        parser.add_argument(
            "--pictures",
            type=Path,
            metavar="FOLDER",
            help="where copies of the site's pictures lie (wp-content/uploads)",
        )
        parser.add_argument("--json", action="store_true", help="the report as JSON")

    def handle(self, *args: object, **options: object) -> None:
        files = options["files"]
        assert isinstance(files, list)  # noqa: S101
        broken = False
        for path in files:
            if not path.is_file():
                raise CommandError(f"There is no file at {path}.")
            summary = self._load(path, options)
            broken = broken or bool(summary.stopped or summary.refusals)
            self.stdout.write(
                json.dumps({"file": str(path), **summary.as_json()}) if options["json"] else told(summary)
            )
        if broken:
            raise SystemExit(1)

    def _load(self, path: Path, options: dict[str, object]) -> Summary:
        run = Importer(
            language=str(options["language"]),
            dry_run=bool(options["dry_run"]),
            overwrite=bool(options["overwrite"]),
            pictures=pictures_folder(options),
        )
        size, shown = path.stat().st_size, 0.0
        with path.open("rb") as stream:
            for count, _state in enumerate(run.run(stream), start=1):
                if sys.stderr.isatty() and time.monotonic() - shown > 0.2:
                    shown = time.monotonic()
                    done = stream.tell() / (size or 1)
                    self.stderr.write(f"\r[{'#' * int(done * 30):30}] {done:4.0%} {count} items", ending="")
        if sys.stderr.isatty():
            self.stderr.write("")
        return run.summary


def pictures_folder(options: dict[str, Any]) -> Path | None:
    folder: Path | None = options["pictures"]
    if folder is not None and not folder.is_dir():
        raise CommandError(f"There is no folder at {folder}.")
    return folder


def told(summary: Summary) -> str:
    """The report for people."""
    report = summary.report
    lines = ["Items: " + (", ".join(f"{count} {state}" for state, count in summary.states.most_common()) or "none")]
    lines += ["Became: " + ", ".join(f"{count} {kind}" for kind, count in report.made.most_common())]
    for title, counted in (("Left out", report.dropped), ("Please look at", report.notes)):
        if counted:
            lines.append(f"{title}:")
            lines += [f"  {count:6} {what}  “{report.quotes.get(what, '')}”" for what, count in counted.most_common()]
    if summary.left_out:
        lines.append("Items not for the library: " + ", ".join(f"{n} {w}" for w, n in summary.left_out.most_common()))
    if summary.unmatched:
        lines.append("No health topic for: " + ", ".join(f"{w} ({n})" for w, n in summary.unmatched.most_common(40)))
    lines += [f"Refused: line {words}" for words in summary.refusals]
    lines.append("Comments, authors and their e-mail addresses are never imported.")
    return "\n".join([*lines, *filter(None, [summary.stopped])])
