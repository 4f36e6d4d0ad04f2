"""How the screening does on labelled texts: `manage.py screen_figures LABELLED.jsonl… [--missed]`."""

import json
from argparse import ArgumentParser
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from portal.safety.screening import Kind, explain, screen

LABELS = ("explicit", "implicit", "ordinary")
ALARMS = (Kind.CRISIS, Kind.METHOD)


class Command(BaseCommand):
    help = (
        "Screens labelled texts ({label, text} a line; the label is explicit, implicit or ordinary) and prints, for "
        "each label, how many call a person at once, and for each rule how often it did so on crisis and on ordinary "
        "texts. Nothing is stored. --missed also prints the texts that were missed or raised a false alarm."
    )
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("paths", metavar="LABELLED", nargs="+", type=Path, help="labelled texts as JSON Lines")
        parser.add_argument("--missed", action="store_true", help="print what was missed and what was a false alarm")

    def handle(self, *args: object, **options: Any) -> None:
        texts, called = Counter[str](), Counter[str]()
        in_crisis, in_ordinary = Counter[str](), Counter[str]()
        for label, text in _labelled(options["paths"]):
            rules = {found.rule_id for found in screen(text) if found.kind in ALARMS and found.urgent}
            texts[label] += 1
            called[label] += bool(rules)
            (in_ordinary if label == "ordinary" else in_crisis).update(rules)
            if options["missed"] and bool(rules) == (label == "ordinary"):
                self.stdout.write(f"{label}: {text}")
        for label in LABELS:
            if texts[label]:
                share = called[label] / texts[label]
                self.stdout.write(f"{label:9} {called[label]:5} of {texts[label]:5} called a person  {share:6.1%}")
        self.stdout.write("\ncrisis  ordinary  rule")
        for rule in sorted(in_crisis | in_ordinary, key=lambda rule: (-in_crisis[rule], rule)):
            self.stdout.write(f"{in_crisis[rule]:6}  {in_ordinary[rule]:8}  {rule}: {explain(rule)}")


def _labelled(paths: list[Path]) -> Iterator[tuple[str, str]]:
    for path in paths:
        try:
            lines = path.read_text(encoding="utf-8").splitlines()
        except (OSError, UnicodeDecodeError) as error:
            raise CommandError(f"{path}: cannot be read as UTF-8 text.") from error
        for number, line in enumerate(lines, start=1):
            if not line.strip():
                continue
            try:
                said = json.loads(line)
                label, text = said["label"], said["text"]
            except (ValueError, KeyError, TypeError, RecursionError) as error:
                raise CommandError(f"{path}:{number}: this is no label and text.") from error
            if label not in LABELS or not isinstance(text, str):
                raise CommandError(f"{path}:{number}: the label is one of {', '.join(LABELS)}, the text is a string.")
            yield label, text
