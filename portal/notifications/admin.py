"""The engine's rows, to look at. Nobody edits a delivery; who gets what is decided by the houses."""

from django.contrib import admin, messages
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from portal.accounts.staff import RoleModelAdmin
from portal.notifications.models import Delivery, Suppression
from portal.notifications.models.suppression import address_key
from portal.notifications.operations.suppression import lift


class LookOnly(RoleModelAdmin):
    """For Administrators, who see what the engine does and change none of it."""


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
    """Addresses by their code alone. Typing a whole address finds its row; what was lifted stands in the staff log."""

    actions = ["try_again"]
    search_fields = ["address_key"]
    search_help_text = _("The whole address, or the first signs of its code")
    list_display = ["short_key", "reason", "created_at"]
    list_filter = ["reason"]
    fields = ["short_key", "reason", "created_at"]

    @admin.display(description=_("address, as a code"))
    def short_key(self, row: Suppression) -> str:
        return row.address_key[:12]

    def get_search_results(
        self, request: HttpRequest, queryset: QuerySet[Suppression], search_term: str
    ) -> tuple[QuerySet[Suppression], bool]:
        if "@" in search_term:
            return queryset.filter(address_key=address_key(search_term)), False
        return queryset.filter(address_key__startswith=search_term.strip().lower()), False

    @admin.action(description=_("Try this address again"), permissions=["view"])
    def try_again(self, request: HttpRequest, queryset: QuerySet[Suppression]) -> None:
        self.log_deletions(request, queryset)
        lifted = lift(keys=queryset.values_list("address_key", flat=True))
        words = ngettext("%(count)s address is written to again.", "%(count)s addresses are written to again.", lifted)
        self.message_user(request, words % {"count": lifted}, messages.SUCCESS)
