"""Lists in the admin of tables that grow without an end. No page of them costs more than the first: each begins at the
row where the one before it ended, nothing is counted, and their order is that of an index."""

from typing import Any, ClassVar

from django.contrib.admin.views.main import PAGE_VAR, ChangeList
from django.core.exceptions import ValidationError
from django.db.models import Model, Q, QuerySet
from django.http import HttpRequest

from portal.accounts.staff import RoleModelAdmin

AFTER, BEFORE = "after", "before"


class Stretch(ChangeList):
    """One page. `older` leads on, `newer` back and `first` to the beginning, each empty where there is nothing."""

    model_admin: "LongListAdmin"
    older = newer = first = ""

    def get_ordering(self, request: HttpRequest, queryset: QuerySet[Model]) -> list[Any]:
        """Always the one order, whatever the address asks for."""
        return self.model_admin.in_order()

    def get_results(self, request: HttpRequest) -> None:
        way, _sign, key = request.GET.get(PAGE_VAR, "").partition("-")
        edge = self._edge(key) if way in {AFTER, BEFORE} else None
        back = edge is not None and way == BEFORE
        rows = self.queryset if edge is None else self.queryset.filter(self._beyond(edge, back))
        found = list((rows.reverse() if back else rows)[: self.list_per_page + 1])
        more, found = len(found) > self.list_per_page, found[: self.list_per_page]
        if back:
            found.reverse()
        if found and (more or back):
            self.older = self.get_query_string({PAGE_VAR: f"{AFTER}-{found[-1].pk}"})
        if found and edge is not None and (more or not back):
            self.newer = self.get_query_string({PAGE_VAR: f"{BEFORE}-{found[0].pk}"})
        self.first = "" if edge is None else self.get_query_string()
        self.result_list: Any = found
        self.result_count = len(found)
        self.full_result_count, self.show_full_result_count, self.show_admin_actions = None, False, True
        self.show_all = self.can_show_all = self.multi_page = False
        self.paginator = None

    def _edge(self, key: str) -> tuple[Any, Any] | None:
        """What stands at the row with this key in the column of the order, and the key; None when there is no such."""
        field = self.model_admin.along.removeprefix("-")
        try:
            pk = self.model._meta.pk.to_python(key)
        except ValidationError:
            return None
        if field == "pk":
            return pk, pk
        row = self.root_queryset.order_by().filter(pk=pk).values_list(field, "pk").first()
        return row and (row[0], row[1])

    def _beyond(self, edge: tuple[Any, Any], back: bool) -> Q:
        """Rows after it in the order of the list, or before it. Written so that the index of the column finds them."""
        along = self.model_admin.along
        field, than = along.removeprefix("-"), "lt" if along.startswith("-") != back else "gt"
        if field == "pk":
            return Q(**{f"pk__{than}": edge[1]})
        within = Q(**{f"{field}__{than}e": edge[0]})
        return within & (Q(**{f"{field}__{than}": edge[0]}) | Q(**{f"pk__{than}": edge[1]}))


class LongListAdmin(RoleModelAdmin):
    """`along` is the one column that the list runs along, with an index and without nulls, "-" for the newest first."""

    along: ClassVar[str] = "-pk"
    sortable_by = ()
    change_list_template = "admin/long_list.html"

    def in_order(self) -> list[Any]:
        if self.along in {"pk", "-pk"}:
            return [self.along]
        return [self.along, "-pk" if self.along.startswith("-") else "pk"]

    def get_ordering(self, request: HttpRequest) -> list[Any]:
        return self.in_order()

    def get_changelist(self, request: HttpRequest, **kwargs: Any) -> type[ChangeList]:
        return Stretch
