"""One style sheet a page: the entry with its parts written into it, each in its layer, for older phones too.

Pages link to one entry that imports some seventy files. To a phone with a weak signal each is a journey of its own
before anything shows. The parts stay files of their own where people work on them, and the tests see them as such.
"""

import os
import posixpath
import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from django.conf import settings
from django.contrib.staticfiles.finders import AppDirectoriesFinder, BaseFinder
from django.core.files.storage import FileSystemStorage

from portal.core.flat_css import flat

ENTRY = "portal/css/portal.css"
PART = re.compile(r'@import url\("([^"]+)"\) layer\((\w+)\);\n?')


class GatheredFinder(BaseFinder):
    """Stands before the others, so that the entry it made is the one that is served and collected."""

    def check(self, **options: Any) -> list[Any]:
        return []

    def find(self, path: str, find_all: bool = False, **options: Any) -> Any:
        found = self._made().path(ENTRY) if path == ENTRY else None
        return ([found] if found else []) if find_all else found

    def list(self, ignore_patterns: Iterable[str] | None) -> Iterator[tuple[str, FileSystemStorage]]:
        yield ENTRY, self._made()

    def _made(self) -> FileSystemStorage:
        place = Path(settings.GATHERED_ROOT)
        sheet, fresh = place / ENTRY, place / f"{ENTRY}.{os.getpid()}"
        fresh.parent.mkdir(parents=True, exist_ok=True)
        fresh.write_text(gathered())
        fresh.rename(sheet)  # at once: several processes may make it
        return FileSystemStorage(location=place)


def gathered() -> str:
    """The entry with its parts in place of their imports, in the same order."""
    parts = AppDirectoriesFinder()

    def read(name: str) -> str:
        return Path(str(parts.find(name))).read_text()

    def part(found: re.Match[str]) -> str:
        name = posixpath.normpath(posixpath.join(posixpath.dirname(ENTRY), found[1]))
        return f"@layer {found[2]} {{\n{read(name)}}}\n"

    return flat(PART.sub(part, read(ENTRY)))
