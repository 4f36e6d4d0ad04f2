"""Load article files: `manage.py import_articles PATH [--dry-run] [--overwrite]`, Markdown or JSON Lines."""

from argparse import ArgumentParser
from pathlib import Path

from django.core.management.base import BaseCommand, CommandError

from articles.operations.imports import article_files, import_files
from articles.operations.json_lines import Loaded, import_lines, is_json_lines


class Command(BaseCommand):
    help = (
        "Load article files (Markdown with front matter and block fences) as drafts or published articles, or JSON "
        "Lines ({id, title, url, sections[{heading, text}]}, .jsonl or .jsonl.gz) as published ones. "
        "A file that is already loaded changes nothing; a bad file is told by line and the others still load."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("path", type=Path, help="a .md, .jsonl or .jsonl.gz file, or a folder of .md files")
        parser.add_argument("--dry-run", action="store_true", help="check everything and store nothing")
        parser.add_argument("--overwrite", action="store_true", help="replace drafts that people edited since")

    def handle(self, *args: object, **options: object) -> None:
        path = options["path"]
        assert isinstance(path, Path)  # noqa: S101
        try:
            paths = article_files(path)
        except FileNotFoundError as error:
            raise CommandError(f"There is nothing at {path}.") from error
        if path.is_file() and is_json_lines(path):
            self._lines(path, dry_run=bool(options["dry_run"]), quiet=not options["verbosity"])
            return
        if not paths:
            raise CommandError(f"There is no .md file in {path}.")
        outcomes = import_files(paths, dry_run=bool(options["dry_run"]), overwrite=bool(options["overwrite"]))
        for outcome in outcomes:
            for flaw in outcome.flaws:
                self.stderr.write(f"{outcome.path}:{flaw.line}: {flaw.reason}")
            if options["verbosity"] and outcome.state != "failed":
                self.stdout.write(f"{outcome.state:9} {outcome.slug}")
        failed = sum(outcome.state == "failed" for outcome in outcomes)
        end = " Nothing was stored (dry run)." if options["dry_run"] else ""
        self.stdout.write(f"{len(outcomes) - failed} of {len(outcomes)} files are good.{end}")
        if failed:
            raise SystemExit(1)

    def _lines(self, path: Path, *, dry_run: bool, quiet: bool) -> None:
        def told(loaded: Loaded) -> None:
            if not quiet:
                self.stdout.write(f"{loaded.good} articles …", ending="\r")
                self.stdout.flush()

        loaded = import_lines(path, dry_run=dry_run, told=told)
        for flaw in sorted(loaded.flaws, key=lambda flaw: flaw.line):
            self.stderr.write(f"{path}:{flaw.line}: {flaw.reason}")
        said = f"{loaded.new} new, {loaded.changed} changed, {loaded.unchanged} unchanged, {len(loaded.flaws)} bad"
        self.stdout.write(f"{said}.{' Nothing was stored (dry run).' if dry_run else ''}")
        if loaded.flaws:
            raise SystemExit(1)
