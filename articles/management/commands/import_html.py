"""Load saved HTML pages as drafts: `manage.py import_html FILE… or FOLDER… [--language en] [--dry-run] [--json]`."""

import json
from argparse import ArgumentParser
from pathlib import Path

from django.core.management.base import BaseCommand, CommandError

from articles.foreign.page import item_of
from articles.foreign.tree import LONGEST
from articles.management.commands.import_wordpress import pictures_folder, told
from articles.operations.foreign import Importer


class Command(BaseCommand):
    help = "Load HTML pages as drafts and say what became which block and what was left out. Nothing is fetched."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("paths", type=Path, nargs="+", metavar="PATH", help="a file, or a folder of .html files")
        parser.add_argument("--language", default="en", help="the language that the pages are written in")
        parser.add_argument("--dry-run", action="store_true", help="check everything and store nothing")
        parser.add_argument("--overwrite", action="store_true", help="replace drafts that people edited since")
        parser.add_argument("--pictures", type=Path, metavar="FOLDER", help="where the pages' pictures lie")
        parser.add_argument("--json", action="store_true", help="the report as JSON")

    def handle(self, *args: object, **options: object) -> None:
        run = Importer(
            language=str(options["language"]),
            dry_run=bool(options["dry_run"]),
            overwrite=bool(options["overwrite"]),
            pictures=pictures_folder(options),
        )
        paths = options["paths"]
        assert isinstance(paths, list)  # noqa: S101
        for path in paths:
            if not path.exists():
                raise CommandError(f"There is nothing at {path}.")
            found = sorted(p for p in path.rglob("*") if p.suffix in {".html", ".htm"}) if path.is_dir() else [path]
            for file in found:
                self._load(run, file, file.relative_to(path).as_posix() if path.is_dir() else file.name)
        summary = run.summary
        self.stdout.write(json.dumps(summary.as_json()) if options["json"] else told(summary))
        if summary.refusals:
            raise SystemExit(1)

    def _load(self, run: Importer, file: Path, name: str) -> None:
        if file.stat().st_size > 4 * LONGEST:
            run.summary.refusals.append(f"{name}: it is larger than {4 * LONGEST} bytes")
            return
        try:
            item = item_of(name, file.read_bytes())
        except UnicodeDecodeError:
            run.summary.refusals.append(f"{name}: this is not UTF-8 text")
            return
        run.take(item)
