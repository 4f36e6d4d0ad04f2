"""Fails when a tracked text file is longer than 400 lines. Locks, translations, fixtures and content may be."""

import subprocess
import sys
from pathlib import Path

LONGEST = 400
EXEMPT = (".lock", ".po", ".svg")


def is_exempt(path: Path) -> bool:
    return path.name.endswith(EXEMPT) or {"fixtures", "content"} & set(path.parts) != set()


def too_long(root: Path) -> list[str]:
    """One line for each file that is, with its length."""
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=root, capture_output=True, check=True).stdout
    found = []
    for name in filter(None, listed.decode().split("\0")):
        path = root / name
        if is_exempt(Path(name)) or not path.is_file():
            continue
        content = path.read_bytes()
        lines = content.count(b"\n")
        if lines > LONGEST and b"\0" not in content:
            found.append(f"{name}: {lines} lines, and {LONGEST} is the most")
    return found


if __name__ == "__main__":
    complaints = too_long(Path(__file__).resolve().parent.parent)
    print("\n".join(complaints), file=sys.stderr, end="\n" if complaints else "")
    sys.exit(bool(complaints))
