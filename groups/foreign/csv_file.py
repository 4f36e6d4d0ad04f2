"""Threads as CSV: one row for each post, in any order of threads."""

import csv
import io
from typing import Any
from zoneinfo import ZoneInfo

from django.utils.translation import gettext as _

from groups.foreign.fields import LONGEST_BODY, name_of, post_of, title_of
from groups.foreign.shapes import BadFile, ForeignTalk, ForeignThread

NEEDED = ("thread_id", "title", "post_id", "author", "created_at", "body")


def read_csv(text: str, talk: ForeignTalk, zone: ZoneInfo) -> None:
    """Fill `talk`. Raises BadFile."""
    csv.field_size_limit(LONGEST_BODY * 4)
    first = text.partition("\n")[0]
    separator = max(",;\t", key=first.count)
    rows = csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=True)
    threads: dict[str, ForeignThread] = {}
    try:
        head = [name.strip().lower() for name in next(rows, [])]
        missing = [name for name in NEEDED if name not in head]
        if missing:
            raise BadFile(
                _("The first line must name the columns. Missing: %(names)s.") % {"names": ", ".join(missing)}
            )
        line = rows.line_num + 1
        for cells in rows:
            if any(cells):
                _take(dict(zip(head, cells, strict=False)), len(cells) < len(NEEDED), line, threads, talk, zone)
            line = rows.line_num + 1
    except csv.Error as error:
        raise BadFile(_broken(str(error)), line=rows.line_num) from error
    talk.threads.extend(threads.values())


def _broken(reason: str) -> str:
    if "unexpected end" in reason:
        return _("The file breaks off inside a quoted cell. Nothing of it was taken: use a whole copy.")
    return _("This row is not CSV as it should be: check its quotation marks. Nothing of the file was taken.")


def _take(
    row: dict[str, Any], short: bool, line: int, threads: dict[str, ForeignThread], talk: ForeignTalk, zone: ZoneInfo
) -> None:
    talk.changes.line = line
    try:
        if short:
            raise ValueError(_("The row has too few cells."))
        key = name_of(row.get("thread_id"))
        if key not in threads:
            threads[key] = ForeignThread(line=line, id=key, title=title_of(row.get("title")))
        post = post_of({**row, "id": row.get("post_id")}, line, zone, talk.changes)
    except ValueError as wrong:
        talk.refuse(line, str(wrong))
    else:
        threads[key].posts.append(post)
