"""Mails out of an mbox file, a maildir, or single .eml files, one after the other and never all at once."""

import email
import re
import sys
from collections.abc import Callable, Iterator
from contextlib import nullcontext
from email.message import Message
from email.parser import BytesHeaderParser
from pathlib import Path
from typing import BinaryIO

Trouble = Callable[[Path, OSError], None]
COMES_IN = Path("-")
LARGEST = 20_000_000  # bytes; a report that long is none
BEGINS = re.compile(rb"From [^\r\n]{0,300}\d\d:\d\d")  # the line before each mail of an mbox, with its time


def mails_in(path: Path, trouble: Trouble) -> Iterator[Message]:
    """Every mail of a path, in its order; a plain folder is read for its .eml files, and "-" is what comes in. What
    cannot be read is told to `trouble`, and the rest is read all the same."""
    try:
        if path.is_dir():
            trays = [path / name for name in ("cur", "new") if (path / name).is_dir()]
            for tray in trays or [path]:
                yield from mails_in_folder(tray, trouble, anything=bool(trays))
            return
        with nullcontext(sys.stdin.buffer) if path == COMES_IN else path.open("rb") as file:
            yield from mails_in_file(file)
    except OSError as error:
        trouble(path, error)


def mails_in_folder(folder: Path, trouble: Trouble, *, anything: bool) -> Iterator[Message]:
    for one in sorted(folder.iterdir()):
        if one.name.startswith(".") or not (anything or one.suffix.lower() == ".eml"):
            continue
        try:
            if one.is_file():
                with one.open("rb") as file:
                    yield parsed(file.read(LARGEST))
        except FileNotFoundError:  # a mail reader moved it meanwhile
            continue
        except OSError as error:
            trouble(one, error)


def mails_in_file(file: BinaryIO) -> Iterator[Message]:
    """One mail, or all of an mbox. Blank lines before the first are no mail, nor is an empty file."""
    first = file.readline(LARGEST)
    while first and not first.strip():
        first = file.readline(LARGEST)
    if not first:
        return
    if first.startswith(b"From "):
        yield from mails_in_mbox(file)
    else:
        yield parsed(first + file.read(LARGEST - len(first)))


def mails_in_mbox(file: BinaryIO) -> Iterator[Message]:
    lines: list[bytes] = []
    size, blank = 0, False
    while line := file.readline(LARGEST):
        if blank and BEGINS.match(line):
            yield parsed(b"".join(lines))
            lines, size, blank = [], 0, False
            continue
        blank = not line.strip()
        size += len(line)
        if size <= LARGEST:
            lines.append(line[1:] if line.startswith(b">From ") else line)
    yield parsed(b"".join(lines))


def parsed(raw: bytes) -> Message:
    """A mail whose parts lie in each other so deep that nothing can read them is its headers and one long text. A part
    that names its letters as Python cannot take it (in pieces, with a NUL) names none."""
    try:
        mail = email.message_from_bytes(raw[:LARGEST])
        for part in mail.walk():
            try:
                part.get_payload()
            except (TypeError, ValueError):
                part.replace_header("Content-Type", part.get_content_type())
    except RecursionError:
        return BytesHeaderParser().parsebytes(raw[:LARGEST])
    return mail
