"""What readers are given: the help lines as last published on this machine, read from a file and never from the
database, so that they are there when it is not, and cost a page no query.

Publishing happens when staff save a line and when the opening content is loaded; `manage.py publish_help_lines` does
it on every further machine. Until then the file that came with the product answers.
"""

import json
import logging
import os
import tempfile
from collections.abc import Sequence
from functools import lru_cache
from pathlib import Path
from typing import Any

import yaml
from django.conf import settings

log = logging.getLogger(__name__)

SHIPPED = Path(__file__).parent / "content" / "help_lines.yaml"
NAME = "help_lines.json"

Row = dict[str, Any]


def published_file() -> Path | None:
    """Where this machine keeps its copy; None when no state folder is set, as in tests."""
    folder = settings.STATE_DIR
    return Path(folder) / NAME if folder else None


@lru_cache(maxsize=1)
def shipped_rows() -> tuple[Row, ...]:
    rows = yaml.safe_load(SHIPPED.read_text(encoding="utf-8"))
    return tuple({"number": "", "url": "", "position": 10, "checked_on": None, **row} for row in rows)


@lru_cache(maxsize=2)
def _read(path: Path, stamp: tuple[int, int]) -> tuple[Row, ...]:
    return tuple(json.loads(path.read_text(encoding="utf-8"))["lines"])


def published_rows() -> Sequence[Row]:
    """The newest copy on this machine. A copy that cannot be read is as good as none."""
    path = published_file()
    if path is not None:
        try:
            found = path.stat()
            rows = _read(path, (found.st_mtime_ns, found.st_ino))
        except FileNotFoundError:
            return shipped_rows()
        except (OSError, ValueError, KeyError) as error:
            log.warning("help lines not readable", extra={"error": type(error).__name__})
            return shipped_rows()
        if any(row["purpose"] == "emergency" for row in rows):
            return rows
    return shipped_rows()


def write(rows: Sequence[Row]) -> bool:
    """Put a new copy in place in one step: a reader finds the old file or the new one, never half of one. Returns
    whether it is there now; a folder that cannot be written is logged and does not undo what staff saved."""
    path = published_file()
    if path is None:
        return False
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, temporary = tempfile.mkstemp(dir=path.parent, prefix=".help_lines.")
        with os.fdopen(handle, "w", encoding="utf-8") as file:
            json.dump({"lines": list(rows)}, file, ensure_ascii=False)
        Path(temporary).chmod(0o644)
        Path(temporary).replace(path)
    except OSError as error:
        log.error("help lines not published", extra={"error": type(error).__name__})
        return False
    return True
