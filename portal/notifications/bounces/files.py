"""Mails out of an mbox file, a maildir, or single .eml files, one after the other and never all at once."""

import email
import mailbox
from collections.abc import Iterator
from email.message import Message
from pathlib import Path

LARGEST = 20_000_000  # bytes; a report that long is none


def mails_in(path: Path) -> Iterator[Message]:
    """Every mail of a path, in its order; a plain folder is read for its .eml files. Raises OSError."""
    if path.is_dir():
        if (path / "cur").is_dir() or (path / "new").is_dir():
            for part in ("cur", "new"):
                for one in sorted((path / part).iterdir()) if (path / part).is_dir() else ():
                    yield parsed(one.read_bytes())
        else:
            for one in sorted(path.glob("*.eml")):
                yield parsed(one.read_bytes())
        return
    with path.open("rb") as file:
        start = file.read(5)
    if start != b"From ":
        yield parsed(path.read_bytes())
        return
    box = mailbox.mbox(path, create=False)
    try:
        for key in box.iterkeys():
            yield parsed(box.get_bytes(key))
    finally:
        box.close()


def parsed(raw: bytes) -> Message:
    return email.message_from_bytes(raw[:LARGEST])
