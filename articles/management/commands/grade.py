"""How easily files read: `manage.py grade FILE…`, as JSON."""

import json
import sys
from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand

from articles.files import BadFile, read
from articles.plain.extract import of_html, of_markdown, of_text
from articles.plain.report import report, report_blocks

BIGGEST = 5_000_000


class Unreadable(Exception):
    """Why one file has no grade. The others still get theirs."""


class Command(BaseCommand):
    help = (
        "Reading grades of files (.txt, .md, .html, or an article file with front matter and block fences; - is "
        "standard input). Writes JSON Lines: one object a line for each file, in the order given. Prose only; "
        "headings, lists and tables stand apart under their own keys. A file that cannot be read is told on standard "
        "error, the others are still graded, and the exit status is 1."
    )
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("files", nargs="+", metavar="FILE", help="a file, or - for standard input")
        parser.add_argument("--known", default="", help="words that do not count as hard, with commas between them")

    def handle(self, *args: object, **options: Any) -> None:
        known = {word.strip().lower() for word in options["known"].split(",") if word.strip()}
        failed = False
        for name in options["files"]:
            try:
                graded = graded_file(name, known)
            except Unreadable as error:
                failed = True
                self.stderr.write(f"{name}: {error}")
            else:
                self.stdout.write(json.dumps({"file": name, **graded}, ensure_ascii=False))
        if failed:
            raise SystemExit(1)


def graded_file(name: str, known: set[str]) -> dict[str, Any]:
    raw = _bytes(name)
    if len(raw) > BIGGEST:
        raise Unreadable(f"larger than {BIGGEST} bytes")
    if b"\x00" in raw:
        raise Unreadable("not a text file")
    try:
        text = raw.decode("utf-8-sig").replace("\r\n", "\n")
    except UnicodeDecodeError as error:
        raise Unreadable("not UTF-8 text") from error
    if not text.strip():
        raise Unreadable("empty")
    if name.lower().endswith((".html", ".htm")) or text.lstrip()[:15].lower().startswith(("<!doctype", "<html")):
        return report(of_html(text), known)
    if text.startswith("---\n"):
        return _article(raw, text, known)
    return report(of_markdown(text) if name.lower().endswith((".md", ".markdown")) else of_text(text), known)


def _article(raw: bytes, text: str, known: set[str]) -> dict[str, Any]:
    """One of our own files block by block; other Markdown with front matter as one text."""
    try:
        blocks = [(block.kind, block.data) for block in read(raw).blocks]
    except BadFile as error:
        if "\n::: " in text:
            first = error.flaws[0]
            raise Unreadable(f"line {first.line}: {first.reason}") from error
        return report(of_markdown(text), known)
    return report_blocks(blocks, known)


def _bytes(name: str) -> bytes:
    if name == "-":
        return sys.stdin.buffer.read(BIGGEST + 1)
    try:
        with Path(name).open("rb") as file:
            return file.read(BIGGEST + 1)
    except OSError as error:
        raise Unreadable(error.strerror or str(error)) from error
