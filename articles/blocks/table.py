"""A table with a caption and named columns."""

from typing import Any

from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from articles.blocks.base import BlockType, Data
from articles.blocks.fields import Cells, Grid, Keys, Line, Switch
from articles.blocks.inline import words_of
from articles.blocks.problems import Problems


def rows_fit_the_header(data: Data, problems: Problems) -> None:
    columns = len(data["header"])
    for place, row in enumerate(data["rows"]):
        if len(row["cells"]) != columns:
            words = {"has": len(row["cells"]), "columns": columns}
            problems.add(("rows", place), _now("This row has %(has)s cells, the header has %(columns)s.") % words)


def named_cells(shown: dict[str, Any]) -> dict[str, Any]:
    """Each cell with the name of its column, for screens where rows become blocks."""
    names = [words_of(name) for name in shown["header"]]
    rows = [[{"name": name, "text": cell} for name, cell in zip(names, row, strict=False)] for row in shown["rows"]]
    return {**shown, "rows": rows}


TABLE = BlockType(
    kind="table",
    label=_("Table"),
    title="caption",
    fields={
        "caption": Line(label=_("Caption"), plain=True, longest=200),
        "header": Cells(label=_("Column names"), help=_("On one line, with | between them.")),
        "row_headers": Switch(label=_("The first column names its row"), start=False),
        "rows": Grid(label=_("Rows"), help=_("One row a line, with | between the cells.")),
        "sources": Keys(label=_("Source keys"), help=_("With spaces between them.")),
    },
    rules=rows_fit_the_header,
    arrange=named_cells,
)
