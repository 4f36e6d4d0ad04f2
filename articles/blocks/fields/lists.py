"""Fields that hold several things, each an item with a lasting id of its own."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, ClassVar
from uuid import uuid4

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from articles.blocks import inline
from articles.blocks.fields.base import Field
from articles.blocks.fields.words import Line
from articles.blocks.inline import Reading
from articles.blocks.problems import Path, Problems


def new_id() -> str:
    return uuid4().hex[:12]


def item_id(known: Mapping[str, Any]) -> str:
    kept = known.get("id")
    return kept if isinstance(kept, str) and re.fullmatch(r"[0-9a-f]{12}", kept) else new_id()


@dataclass(frozen=True, kw_only=True)
class Several(Field):
    """A list of at most so many things. What each of them is, its kinds say."""

    too_many: ClassVar[str | Promise]
    most: int = 60

    def empty(self) -> list[Any]:
        return []

    def check(self, value: Any, path: Path, problems: Problems) -> list[Any]:
        if value in (None, "", []):
            return list(self.missing(path, problems))
        if not isinstance(value, list) or len(value) > self.most:
            problems.add(path, str(self.too_many) % {"most": self.most})
            return []
        return self.check_each(value, path, problems)

    def check_each(self, value: list[Any], path: Path, problems: Problems) -> list[Any]:
        raise NotImplementedError


@dataclass(frozen=True, kw_only=True)
class Lines(Several):
    """A list of lines, each an item with an id of its own."""

    too_many = gettext_lazy("This should be a list of at most %(most)s lines.")
    longest: int = 600

    def check_each(self, value: list[Any], path: Path, problems: Problems) -> list[dict[str, str]]:
        line, items = Line(label=self.label, longest=self.longest), []
        for place, item in enumerate(value):
            known = item if isinstance(item, dict) and set(item) <= {"id", "text"} else {"text": item}
            text = line.check(known.get("text"), (*path, place), problems)
            if text:
                items.append({"id": item_id(known), "text": text})
        return items

    def show(self, value: Any, reading: Reading) -> Any:
        return [inline.finish(inline.markdown_line(item["text"]), reading) for item in value]

    def texts(self, value: Any) -> Iterator[str]:
        return (item["text"] for item in value)

    def to_file(self, value: Any) -> Any:
        return [item["text"] for item in value]


@dataclass(frozen=True, kw_only=True)
class Rows(Several):
    """A list of small records, each an item with an id of its own."""

    too_many = gettext_lazy("This should be a list of at most %(most)s entries.")
    columns: Mapping[str, Field]
    most: int = 80
    unique: str = ""

    def check_each(self, value: list[Any], path: Path, problems: Problems) -> list[dict[str, Any]]:
        rows = [self._row(item, (*path, place), problems) for place, item in enumerate(value)]
        self._check_unique(rows, path, problems)
        return rows

    def _row(self, item: Any, path: Path, problems: Problems) -> dict[str, Any]:
        if not isinstance(item, dict):
            problems.add(path, _("Each entry has: %(names)s.") % {"names": ", ".join(self.columns)})
            return {"id": new_id()} | {name: column.empty() for name, column in self.columns.items()}
        unknown = [str(name) for name in item if name not in self.columns and name != "id"]
        if unknown:
            problems.add((*path, unknown[0]), _("“%(name)s” does not belong here.") % {"name": unknown[0][:60]})
        checked = {name: column.check(item.get(name), (*path, name), problems) for name, column in self.columns.items()}
        late = {name for name, column in self.columns.items() if column.late and not checked[name]}
        return {"id": item_id(item)} | {name: value for name, value in checked.items() if name not in late}

    def _check_unique(self, rows: Sequence[Mapping[str, Any]], path: Path, problems: Problems) -> None:
        seen: set[Any] = set()
        for place, row in enumerate(rows if self.unique else []):
            if row[self.unique] and row[self.unique] in seen:
                problems.add((*path, place, self.unique), _("“%(key)s” stands here twice.") % {"key": row[self.unique]})
            seen.add(row[self.unique])

    def show(self, value: Any, reading: Reading) -> Any:
        return [
            {"id": row["id"]}
            | {name: column.show(row.get(name, column.empty()), reading) for name, column in self.columns.items()}
            for row in value
        ]

    def texts(self, value: Any) -> Iterator[str]:
        for row in value:
            for name, column in self.columns.items():
                yield from column.texts(row.get(name, column.empty()))

    def words(self, value: Any) -> Iterator[str]:
        for row in value:
            for name, column in self.columns.items():
                yield from column.words(row.get(name, column.empty()))

    def cites(self, value: Any) -> Iterator[str]:
        for row in value:
            for name, column in self.columns.items():
                yield from column.cites(row.get(name, column.empty()))

    def to_file(self, value: Any) -> Any:
        return [
            {
                name: column.to_file(row.get(name, column.empty()))
                for name, column in self.columns.items()
                if column.required or row.get(name) not in ("", None, [])
            }
            for row in value
        ]


@dataclass(frozen=True, kw_only=True)
class Cells(Several):
    """A row of cells without ids: the header of a table. Names of columns say nothing alone, so they are no words."""

    too_many = gettext_lazy("This should be a list of at most %(most)s cells.")
    most: int = 8

    def check_each(self, value: list[Any], path: Path, problems: Problems) -> list[str]:
        cell = Line(label=self.label, required=False, longest=600)
        return [cell.check(one, (*path, place), problems) for place, one in enumerate(value)]

    def show(self, value: Any, reading: Reading) -> Any:
        return [inline.finish(inline.markdown_line(cell), reading) for cell in value]

    def texts(self, value: Any) -> Iterator[str]:
        return iter(value)

    def words(self, value: Any) -> Iterator[str]:
        return iter(())


@dataclass(frozen=True, kw_only=True)
class Grid(Several):
    """The rows of a table."""

    too_many = gettext_lazy("This should be a list of at most %(most)s rows.")
    most: int = 120

    def check_each(self, value: list[Any], path: Path, problems: Problems) -> list[dict[str, Any]]:
        cells, rows = Cells(label=self.label), []
        for place, row in enumerate(value):
            known = row if isinstance(row, dict) and set(row) <= {"id", "cells"} else {"cells": row}
            rows.append({"id": item_id(known), "cells": cells.check(known.get("cells"), (*path, place), problems)})
        return rows

    def show(self, value: Any, reading: Reading) -> Any:
        return [[inline.finish(inline.markdown_line(cell), reading) for cell in row["cells"]] for row in value]

    def texts(self, value: Any) -> Iterator[str]:
        return (cell for row in value for cell in row["cells"])

    def to_file(self, value: Any) -> Any:
        return [row["cells"] for row in value]
