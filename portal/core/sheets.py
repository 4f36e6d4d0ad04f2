"""Spreadsheets that do what they say: a cell that begins like a formula is text."""

import csv
import io
import json
from collections.abc import Mapping, Sequence
from typing import Any

FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")


def safe(value: Any) -> Any:
    """A value for a cell. Text that a spreadsheet could take for a formula gets an apostrophe in front, which says
    "text" there; lists and the like are written as JSON; numbers stay numbers."""
    if value is None:
        return ""
    if isinstance(value, (bool, int, float)):
        return value
    text = value if isinstance(value, str) else json.dumps(value, ensure_ascii=False, default=str)
    text = text.replace("\x00", "")
    return f"'{text}" if text.lstrip(" \u00a0\ufeff").startswith(FORMULA) else text


def sheet(columns: Sequence[str], rows: Sequence[Mapping[str, Any]]) -> bytes:
    """UTF-8 with the mark that spreadsheet programs need to see it."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow([safe(name) for name in columns])
    for row in rows:
        writer.writerow([safe(row.get(name)) for name in columns])
    return out.getvalue().encode("utf-8-sig")
