"""Write articles as Markdown files: `manage.py export_articles FOLDER [--language en] [--slug SLUG…] [--published]`."""

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from articles.models import Article
from articles.operations.imports import export


class Command(BaseCommand):
    help = (
        "Write the drafts of articles as files that import_articles reads back as the same. "
        "Each language has a folder of its own. A file that says the same already is not touched."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("folder", type=Path)
        parser.add_argument("--language", help="only this language")
        parser.add_argument("--slug", nargs="+", help="only these articles")
        parser.add_argument("--published", action="store_true", help="only what readers can see")

    def handle(self, *args: object, **options: Any) -> None:
        folder = options["folder"]
        assert isinstance(folder, Path)  # noqa: S101
        found = Article.objects.published() if options["published"] else Article.objects.all()
        if options["language"]:
            found = found.filter(language=options["language"])
        if options["slug"]:
            found = found.filter(slug__in=options["slug"])
        written = 0
        for article in found.order_by("language", "slug").iterator(chunk_size=100):
            written += self._write(folder / article.language / f"{article.slug}.md", export(article))
        count = found.count()
        if not count:
            raise CommandError("There is no such article.")
        self.stdout.write(f"{count} articles, {written} files written.")

    def _write(self, path: Path, text: str) -> bool:
        path.parent.mkdir(parents=True, exist_ok=True)
        if path.is_file() and path.read_text(encoding="utf-8") == text:
            return False
        path.write_text(text, encoding="utf-8")
        return True
