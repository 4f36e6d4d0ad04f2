"""The engine's rows, to look at. Nobody edits a delivery; who gets what is decided by the houses."""

from django.contrib import admin
from django.utils.translation import gettext_lazy as _

from portal.accounts.staff import RoleModelAdmin
from portal.notifications.models import Delivery, Suppression


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
    list_display = ["short_key", "reason", "created_at"]
    list_filter = ["reason"]
    fields = ["short_key", "reason", "created_at"]

    @admin.display(description=_("address, as a code"))
    def short_key(self, row: Suppression) -> str:
        return row.address_key[:12]
