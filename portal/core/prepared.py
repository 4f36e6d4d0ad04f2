"""Long questions that are always the same but for a few values: worked out once, then only asked.

Django works a query set out anew at every request. For a door with all its blocks and roles that takes several times as
long as PostgreSQL needs for the answer.
"""

from collections.abc import Callable, Hashable, Mapping
from typing import Any

Question = tuple[str, tuple[Any, ...]]


class Prepared:
    """`build(shape, **values)` gives a query set, the same for everybody of one shape but for the values. It is built
    once for each shape, with the stand-ins as values; every later question is that SQL with the real values in their
    place. Whatever else the query set may depend on (the time, a role) has to be part of the shape."""

    def __init__(self, build: Callable[..., Any], **stand_ins: Any) -> None:
        self.build, self.stand_ins = build, stand_ins
        self._worked_out: dict[Hashable, Question] = {}

    def question(self, shape: Hashable, **values: Any) -> Question:
        """The SQL and its parameters."""
        if shape not in self._worked_out:
            self._worked_out[shape] = self.afresh(shape, **self.stand_ins)
        sql, params = self._worked_out[shape]
        return sql, tuple(self._real(param, values) for param in params)

    def afresh(self, shape: Hashable, **values: Any) -> Question:
        """The same, worked out now."""
        sql, params = self.build(shape, **values).query.sql_with_params()
        return sql, tuple(params)

    def _real(self, param: Any, values: Mapping[str, Any]) -> Any:
        for name, stand_in in self.stand_ins.items():
            if type(param) is type(stand_in) and param == stand_in:
                return values[name]
        return param
