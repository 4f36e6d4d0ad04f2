"""What a door works out about a row and leans on again and again, such as whether its words are open."""

from typing import Any

from django.db.models import ExpressionWrapper


class Settled(ExpressionWrapper):
    """Resolved once and written as SQL once for each statement. Django does both anew at every place that names an
    annotation, with all the subqueries in it: half of what a page of posts cost.

    Only for what names columns of its own row, or of its own subqueries: a reference two levels out stays open.
    """

    _resolved = False
    _written: tuple[Any, Any] | None = None

    def copy(self) -> "Settled":
        copied: Settled = super().copy()
        copied._written = None
        return copied

    def resolve_expression(self, *args: Any, **kwargs: Any) -> Any:
        if self._resolved:
            return self
        found = super().resolve_expression(*args, **kwargs)
        found._resolved = True
        return found

    def as_sql(self, compiler: Any, connection: Any) -> Any:
        if self._written is None or self._written[0] is not compiler:
            self._written = (compiler, super().as_sql(compiler, connection))
        return self._written[1]
