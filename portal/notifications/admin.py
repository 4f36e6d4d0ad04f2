"""The engine's rows, to look at. Nobody edits a delivery; who gets what is decided by the houses."""

from typing import Any, cast

from django.contrib import admin
from django.core.paginator import Paginator
from django.db import connection
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _

from portal.notifications.models import Delivery, Suppression


class EstimatedPaginator(Paginator):
    """Pages by the planner's estimate: a big table is never counted to show a list."""

    @cached_property
    def count(self) -> int:
        table = cast(QuerySet[Any], self.object_list).model._meta.db_table
        with connection.cursor() as cursor:
            cursor.execute("SELECT greatest(reltuples, 0)::bigint FROM pg_class WHERE oid = %s::regclass", [table])
            estimate = cursor.fetchone()[0]
        return max(estimate, len(self.object_list[: self.per_page + 1]))


class LookOnly(admin.ModelAdmin):
    paginator = EstimatedPaginator
    show_full_result_count = False
    list_per_page = 50

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False


@admin.register(Delivery)
class DeliveryAdmin(LookOnly):
    """States, times and codes. The words are sealed and the address is not shown."""

    list_display = ["id", "kind", "channel", "state", "due_at", "attempts", "last_code", "sent_at"]
    list_filter = ["state", "channel"]
    ordering = ["-due_at"]
    fields = [
        "kind", "subject_key", "channel", "state", "due_at", "next_try_at", "not_after", "attempts", "render_errors",
        "ambiguous", "lease_until", "message_id", "last_code", "sent_at",
    ]  # fmt: skip


@admin.register(Suppression)
class SuppressionAdmin(LookOnly):
    list_display = ["short_key", "reason", "created_at"]
    list_filter = ["reason"]
    fields = ["short_key", "reason", "created_at"]

    @admin.display(description=_("address, as a code"))
    def short_key(self, row: Suppression) -> str:
        return row.address_key[:12]
