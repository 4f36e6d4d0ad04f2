"""What the screening finds: `manage.py screen TEXTS.jsonl [--out FILE]`, a line for each text, without its words."""

import json
import sys
from argparse import ArgumentParser
from collections.abc import Iterable, Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from portal.safety.screening import Finding, screen

NAMED = 20  # bad lines told one by one
LONGEST = 1_000_000  # characters a line; more is no post, and one text must not hold up the rest


class Command(BaseCommand):
    help = (
        "Screens texts ({id, text} a line; - is standard input) with the rules that read posts, and writes JSON Lines: "
        "{id, findings: [{kind, band, span: [start, end], rule, version}]}. Spans count characters of the text as "
        "given, the end not included. Findings stand in the order of the text. Nothing is stored, and no word of a "
        "text is written. A line that is no text is left out and named by its number at the end, with exit code 1; the "
        "others are screened all the same."
    )
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("path", metavar="TEXTS", help="texts as JSON Lines, or - for standard input")
        parser.add_argument("--out", type=Path, help="write there instead of to the terminal")
        parser.add_argument("--language", default="en", help="the language of the texts (en)")

    def handle(self, *args: object, **options: Any) -> None:
        name = options["path"]
        bad: list[str] = []
        with ExitStack() as stack:
            try:
                lines = sys.stdin.buffer if name == "-" else stack.enter_context(Path(name).open("rb"))
                out = stack.enter_context(options["out"].open("w", encoding="utf-8")) if options["out"] else self.stdout
            except OSError as error:
                raise CommandError(f"{error.filename}: {error.strerror}") from error
            for key, text in _texts(name, lines, bad):
                findings = [_told(finding) for finding in screen(text, options["language"])]
                out.write(json.dumps({"id": key, "findings": findings}, ensure_ascii=False) + "\n")
        if bad:
            more = [f"… and {len(bad) - NAMED} more"] if len(bad) > NAMED else []
            raise CommandError("\n".join(bad[:NAMED] + more))


def _told(finding: Finding) -> dict[str, Any]:
    return {
        "kind": finding.kind.value,
        "band": finding.band.value,
        "span": [finding.start, finding.end],
        "rule": finding.rule_id,
        "version": finding.rule_version,
    }


def _texts(name: str, lines: Iterable[bytes], bad: list[str]) -> Iterator[tuple[Any, str]]:
    """The texts in their order; what is none goes to `bad`, named by its line."""
    for number, line in enumerate(lines, start=1):
        if not line.strip():
            continue
        try:
            said = json.loads(line.decode("utf-8-sig" if number == 1 else "utf-8"))
            key, text = said["id"], said["text"]
            if not isinstance(key, str | int) or not isinstance(text, str):
                raise TypeError
        except UnicodeDecodeError:
            bad.append(f"{name}:{number}: this is not UTF-8.")
        except (ValueError, KeyError, TypeError, RecursionError):
            bad.append(f"{name}:{number}: this is no text with id and text.")
        else:
            if len(text) > LONGEST:
                bad.append(f"{name}:{number}: a text of more than {LONGEST:,} characters is not screened.")
            else:
                yield key, text
