"""The one way this package says no."""

from pathlib import Path


class Refusal(Exception):
    """Handrail cannot go on. The message is the one sentence a person reads, so it says what to do."""


def last_words(log: Path, *, most: int = 300) -> str:
    """The last line of a log that says something, cut to `most` characters; a fixed phrase when there is none."""
    try:
        text = log.read_text(errors="replace")
    except OSError:
        text = ""
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    complaints = [line for line in lines[-20:] if "FATAL" in line or "PANIC" in line]
    return (complaints or lines or ["it said nothing"])[-1][:most]
