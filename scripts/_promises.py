"""Fails when docs/promises.md, or a page in docs/promises, names a test that does not exist or has a row that names no
test, command or file.

A test is written like `tests/groups/test_threads.py::test_a_post_is_numbered`, `tests/groups/test_threads.py` or
`tests/x/test_y.py::TestZ::test_a`; a command or file like `scripts/check`.
"""

import ast
import re
import sys
from pathlib import Path

NAMED = re.compile(r"`([^`\s]+)[^`]*`")
TEST = re.compile(r"^tests/\S+\.py(::\S+)?$")


def rows(text: str) -> list[tuple[int, str]]:
    """The rows of the tables without their headings, each with its line number."""
    found = []
    lines = text.splitlines()
    for number, line in enumerate(lines, start=1):
        is_heading = number < len(lines) and re.match(r"^\|[\s:|-]+\|$", lines[number])
        if line.startswith("|") and not is_heading and not re.match(r"^\|[\s:|-]+\|$", line):
            found.append((number, line))
    return found


def functions(path: Path) -> set[str]:
    """Every test in a file as pytest would name it, without parameters."""
    found = set()
    for node in ast.parse(path.read_text()).body:
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            found.add(node.name)
        elif isinstance(node, ast.ClassDef):
            found.add(node.name)
            found |= {f"{node.name}::{each.name}" for each in node.body if isinstance(each, ast.FunctionDef)}
    return found


def complaint(root: Path, name: str) -> str | None:
    path, _, test = name.partition("::")
    if not (root / path).exists():
        return f"{path} does not exist"
    if test and test.partition("[")[0] not in functions(root / path):
        return f"{path} has no test {test}"
    return None


def pages(root: Path) -> list[Path]:
    return [root / "docs" / "promises.md", *sorted((root / "docs" / "promises").glob("*.md"))]


def check(root: Path) -> list[str]:
    """One line for each row that promises what nothing shows."""
    found = []
    for page in pages(root):
        name = page.relative_to(root)
        if not page.exists():
            found.append(f"{name} does not exist")
            continue
        for number, row in rows(page.read_text()):
            found += [f"{name}:{number}: {why}" for why in problems(root, row)]
    return found


def problems(root: Path, row: str) -> list[str]:
    named = [name for name in NAMED.findall(row) if TEST.match(name) or name.startswith(("scripts/", ".ci/", "bench/"))]
    if not named:
        return ["the row names no test and no command"]
    return [why for name in named if (why := complaint(root, name))]


if __name__ == "__main__":
    complaints = check(Path(__file__).resolve().parent.parent)
    print("\n".join(complaints), file=sys.stderr, end="\n" if complaints else "")
    sys.exit(bool(complaints))
