"""The one way this package says no."""

import re
from pathlib import Path

COMPLAINT = re.compile(r"\b(FATAL|PANIC)\b|^[\w.]+(Error|Exception|ImproperlyConfigured)\b")


class Refusal(Exception):
    """Handrail cannot go on. The message is the one sentence a person reads, so it says what to do."""


def last_words(log: Path, *, most: int = 300) -> str:
    """The last complaint in a log, else its last line, cut to `most` characters; a fixed phrase when it is empty."""
    try:
        text = log.read_text(errors="replace")
    except OSError:
        text = ""
    lines = [line for line in text.splitlines() if line.strip()][-20:]
    complaints = [line for line in lines if COMPLAINT.search(line)]
    return (complaints or lines or ["it said nothing"])[-1].strip()[:most]
