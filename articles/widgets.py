"""Controls of the article editor."""

from collections.abc import Mapping
from typing import Any

from django import forms
from django.utils.datastructures import MultiValueDict

from articles.blocks.fields import Choice, Field, Line, Rows

SPARE = 2
MOST = 200


class RowsWidget(forms.Widget):
    """Small records as a row of labelled inputs each, with two empty rows to spare. Works without JavaScript; with it,
    rows can be added and moved. Each row carries its lasting id."""

    template_name = "articles/widgets/rows.html"

    class Media:
        js = [forms.Script("articles/js/rows.js", type="module")]

    def __init__(self, rows: Rows) -> None:
        super().__init__()
        self.rows = rows

    def get_context(self, name: str, value: Any, attrs: Mapping[str, Any] | None) -> dict[str, Any]:
        context = super().get_context(name, value, dict(attrs or {}))
        known = [row for row in (value or []) if isinstance(row, dict)]
        context["rows"] = [self._row(name, place, row) for place, row in enumerate([*known, *([{}] * SPARE)])]
        context["label"] = self.rows.label
        return context

    def _row(self, name: str, place: int, row: Mapping[str, Any]) -> dict[str, Any]:
        cells = [
            {
                "label": column.label,
                "id": f"id_{name}-{place}-{key}",
                "html": _control(column).render(
                    f"{name}-{place}-{key}", row.get(key, ""), {"id": f"id_{name}-{place}-{key}"}
                ),
            }
            for key, column in self.rows.columns.items()
        ]
        return {"cells": cells, "id_name": f"{name}-{place}-id", "id": row.get("id", ""), "number": place + 1}

    def value_from_datadict(self, data: Mapping[str, Any], files: MultiValueDict[str, Any], name: str) -> Any:
        rows = []
        for place in range(MOST):
            if f"{name}-{place}-id" not in data:
                break
            row = {key: str(data.get(f"{name}-{place}-{key}", "")).strip() for key in self.rows.columns}
            if any(row.values()):
                rows.append({"id": data[f"{name}-{place}-id"], **row})
        return rows

    def value_omitted_from_data(self, data: Mapping[str, Any], files: MultiValueDict[str, Any], name: str) -> bool:
        return f"{name}-0-id" not in data

    def id_for_label(self, id_: str) -> str:
        return ""

    def use_required_attribute(self, initial: Any) -> bool:
        return False


def _control(column: Field) -> forms.Widget:
    if isinstance(column, Choice):
        return forms.Select(choices=[("", "–"), *column.choices.items()])
    if isinstance(column, Line) and (column.many_lines or column.longest > 500):
        return forms.Textarea(attrs={"rows": 3, "cols": 60})
    return forms.TextInput(attrs={"size": 40})


class RowsField(forms.Field):
    """A list of small records. What is wrong inside a row is said by the block, with the row's number."""

    def __init__(self, rows: Rows, **kwargs: Any) -> None:
        super().__init__(widget=RowsWidget(rows), **kwargs)

    def has_changed(self, initial: Any, data: Any) -> bool:
        return bool(_without_ids(initial) != _without_ids(data))


def _without_ids(rows: Any) -> list[dict[str, str]]:
    kept = [row for row in rows or [] if isinstance(row, dict)]
    return [{key: str(value) for key, value in row.items() if key != "id" and value} for row in kept]
