"""Pictures of an import that lie in a folder beside it. Nothing is fetched from the net, nothing outside is read."""

import re
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import unquote, urlsplit

from portal.core.pictures import MOST_BYTES

SMALLER = re.compile(r"-\d{1,5}x\d{1,5}(?=\.\w{3,4}$)")
DEEPEST = 20


def find(folder: Path, address: str) -> bytes | None:
    """The file that an address names: by as much of the end of its path as is there, and where a site made a smaller
    copy (`name-300x200.jpg`) the whole picture first. None where there is no such file in the folder."""
    try:
        path = unquote(urlsplit(address).path)
    except ValueError:
        return None
    if "\x00" in path:
        return None
    root = folder.resolve()
    for name in _names(path):
        file = (root / name).resolve()
        if file.is_relative_to(root) and file.is_file() and file.stat().st_size <= MOST_BYTES:
            return file.read_bytes()
    return None


def _names(path: str) -> Iterator[str]:
    steps = [step for step in path.split("/") if step not in {"", ".", ".."}][-DEEPEST:]
    for first in range(len(steps)):
        name = "/".join(steps[first:])
        yield SMALLER.sub("", name)
        yield name
