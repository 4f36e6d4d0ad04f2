"""A foreign table as a table block: a caption, named columns, rows of equal length."""

from typing import Any

from articles.foreign.dropped import Report
from articles.foreign.tree import Element

MOST_COLUMNS, MOST_ROWS, LONGEST = 8, 120, 600


def table_of(table: Element, caption: str, named: bool, report: Report) -> dict[str, Any] | None:
    """None where it only lays out a page, or does not fit: then its words become text."""
    own = next((child.words() for child in _elements(table) if child.tag == "caption"), "")
    rows = [row for row in (_cells(row) for row in _rows(table)) if row]
    if not rows or any(_holds_a_table(cell) for row in rows for cell in row):
        return None
    width = max(map(len, rows))
    words = [[_safe(cell.words()) for cell in row] + [""] * (width - len(row)) for row in rows]
    if not 1 < width <= MOST_COLUMNS or len(rows) > MOST_ROWS or any(len(w) > LONGEST for row in words for w in row):
        report.note("table that does not fit, kept as text", table.words())
        return None
    header = words.pop(0) if all(cell.tag == "th" for cell in rows[0]) else []
    first = rows[1:] if header else rows
    if not words:
        return None
    if not header:
        report.note("table without names of columns", table.words())
        header = [str(number) for number in range(1, width + 1)]
    if not (own or named):
        report.note("table without a caption", table.words())
    if any(cell.attrs.get("colspan", "1") != "1" or cell.attrs.get("rowspan", "1") != "1" for r in rows for cell in r):
        report.note("table with joined cells", table.words())
    return {
        "caption": (own or caption)[:200],
        "header": header,
        "row_headers": all(row[0].tag == "th" for row in first),
        "rows": words,
    }


def _safe(words: str) -> str:
    """Words as our own Markdown would write them, with no sign that it or a form would read."""
    for sign in "\\*_[]<>`":
        words = words.replace(sign, f"\\{sign}")
    return words.replace("|", "/").replace("{help:", "{ help:")


def _elements(node: Element) -> list[Element]:
    return [child for child in node.children if isinstance(child, Element)]


def _rows(table: Element) -> list[Element]:
    found = []
    for child in _elements(table):
        if child.tag == "tr":
            found.append(child)
        elif child.tag in {"thead", "tbody", "tfoot"}:
            found += [row for row in _elements(child) if row.tag == "tr"]
    return found


def _cells(row: Element) -> list[Element]:
    return [cell for cell in _elements(row) if cell.tag in {"td", "th"}]


def _holds_a_table(node: Element) -> bool:
    return any(child.tag == "table" or _holds_a_table(child) for child in _elements(node))
