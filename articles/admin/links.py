"""What the nightly look found about the addresses that guides cite."""

from typing import Any

from django.contrib import admin, messages
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from articles.links.nightly import read_again
from articles.models import LinkCheck
from portal.accounts import roles
from portal.accounts.staff import RoleModelAdmin

FOUND = ("url", "checked_at", "status", "problem", "failing_since", "changed_at")


class Worry(admin.SimpleListFilter):
    title = _("worth a look")
    parameter_name = "worry"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, Any]]:
        return [("gone", _("Not there any more")), ("changed", _("Changed since it was last read"))]

    def queryset(self, request: HttpRequest, queryset: QuerySet[LinkCheck]) -> QuerySet[LinkCheck]:
        if self.value() == "gone":
            return queryset.filter(failing_since__isnull=False)
        return queryset.filter(changed_at__isnull=False) if self.value() == "changed" else queryset


@admin.register(LinkCheck)
class LinkCheckAdmin(RoleModelAdmin):
    """Editors see which pages are gone or say something else, and mark those that they have read again."""

    viewers = (roles.EDITORS, roles.CLINICAL_REVIEWERS)
    list_display = FOUND
    list_filter = [Worry]
    search_fields = ["url"]
    fields = FOUND
    readonly_fields = FOUND
    actions = ["mark_read"]

    def has_mark_permission(self, request: HttpRequest) -> bool:
        held = request.user.staff_roles  # type: ignore[union-attr]
        return bool(held.edits)

    @admin.action(description=_("I have read these pages again"), permissions=["mark"])
    def mark_read(self, request: HttpRequest, queryset: QuerySet[LinkCheck]) -> None:
        done = read_again(queryset.values_list("url", flat=True))
        words = ngettext("%(count)s address noted.", "%(count)s addresses noted.", done) % {"count": done}
        self.message_user(request, words, messages.SUCCESS)
