"""Rank questions: `manage.py rank QUERIES.jsonl [--out FILE]` writes {"qid", "ranked": [id, …]} for each."""

import json
import time
from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from articles.models import Article
from articles.search import ranked


class Command(BaseCommand):
    help = (
        "Rank questions ({qid, query} a line) through the search that the pages use. Articles are named by the id they "
        "were imported under, others by their address."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("path", type=Path, help="questions as JSON Lines")
        parser.add_argument("--out", type=Path, help="write there instead of to the terminal")
        parser.add_argument("--limit", type=int, default=20, help="how many articles a question (20)")
        parser.add_argument("--timed", action="store_true", help="add the milliseconds each question took")

    def handle(self, *args: object, **options: Any) -> None:
        questions = _questions(options["path"])
        lines = []
        for qid, query in questions:
            began = time.perf_counter()
            keys = ranked(query, limit=options["limit"])
            took = {"ms": round((time.perf_counter() - began) * 1000, 2)} if options["timed"] else {}
            names = {
                key: external or slug
                for key, external, slug in Article.objects.filter(pk__in=keys).values_list("pk", "external_id", "slug")
            }
            lines.append(json.dumps({"qid": qid, "ranked": [names[key] for key in keys], **took}))
        text = "".join(f"{line}\n" for line in lines)
        if options["out"]:
            options["out"].write_text(text, encoding="utf-8")
        else:
            self.stdout.write(text, ending="")


def _questions(path: Path) -> list[tuple[str, str]]:
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
    except OSError as error:
        raise CommandError(f"There is nothing to read at {path}.") from error
    found = []
    for number, line in enumerate(lines, start=1):
        try:
            said = json.loads(line) if line.strip() else None
            if said is not None:
                found.append((str(said["qid"]), str(said["query"])))
        except (ValueError, KeyError, TypeError) as error:
            raise CommandError(f"{path}:{number}: this is no question with qid and query.") from error
    return found
