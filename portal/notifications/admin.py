"""The engine's rows, to look at. Nobody edits a delivery; who gets what is decided by the houses."""

from typing import Any

from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.urls import path
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from portal.accounts.long_lists import LongListAdmin
from portal.core.kinds import PUSH
from portal.notifications.channels import CHANNELS
from portal.notifications.devices import can_push
from portal.notifications.models import Delivery, Suppression
from portal.notifications.models.suppression import address_key
from portal.notifications.operations.suppression import lift
from portal.notifications.overview import by_kind, rules_put_off, signs_of_life
from portal.notifications.reads import engine_watch
from portal.notifications.webhook_admin import WebhookDeliveryAdmin, WebhookEndpointAdmin

__all__ = ["DeliveryAdmin", "SuppressionAdmin", "WebhookDeliveryAdmin", "WebhookEndpointAdmin"]


class LookOnly(LongListAdmin):
    """For Administrators, who see what the engine does and change none of it."""


class ByChannel(admin.SimpleListFilter):
    """The channels there are, without reading all deliveries to find them."""

    title = _("channel")
    parameter_name = "channel"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, str]]:
        return [(name, name) for name in CHANNELS if name != PUSH or can_push()]

    def queryset(self, request: HttpRequest, queryset: QuerySet[Delivery]) -> QuerySet[Delivery]:
        return queryset.filter(channel=self.value()) if self.value() else queryset


@admin.register(Delivery)
class DeliveryAdmin(LookOnly):
    """States, times and codes. The words are sealed and the address is not shown."""

    list_display = ["id", "kind", "channel", "state", "due_at", "attempts", "last_code", "sent_at"]
    along = "-due_at"
    list_filter = ["state", ByChannel]
    change_list_template = "admin/notifications/deliveries.html"
    fields = [
        "kind", "subject_key", "channel", "state", "due_at", "next_try_at", "not_after", "attempts", "render_errors",
        "ambiguous", "lease_until", "message_id", "last_code", "sent_at",
    ]  # fmt: skip

    def get_urls(self) -> list[Any]:
        overview = self.admin_site.admin_view(self.overview)
        return [path("overview/", overview, name="notifications_overview"), *super().get_urls()]

    def lookup_allowed(self, lookup: str, value: str, request: HttpRequest | None = None) -> bool:
        """The overview leads to the rows of one kind."""
        return lookup == "kind" or super().lookup_allowed(lookup, value, request)  # type: ignore[arg-type]

    def overview(self, request: HttpRequest) -> HttpResponse:
        """Lateness, what is overdue, uncertain and suppressed, as a whole and by kind; and an alert for rules
        that cannot be planned. Seven queries at any size."""
        if not self.has_view_permission(request):
            raise PermissionDenied
        watch = engine_watch()
        context = {
            **self.admin_site.each_context(request),
            "title": _("How deliveries are doing"),
            "opts": self.opts,
            "figures": [(label, told(watch[name])) for name, label in FIGURES.items()],
            "put_off": rules_put_off(),
            "signs": signs_of_life(),
            "columns": COLUMNS,
            "rows": by_kind(),
        }
        return TemplateResponse(request, "admin/notifications/overview.html", context)


FIGURES = {
    "overdue_age_seconds": _("Oldest overdue, seconds"),
    "waiting": _("Waiting to be sent"),
    "lateness_p99_seconds": _("Late, 99 of 100 less than, seconds"),
    "uncertain": _("Uncertain"),
    "suppressed": _("Suppressed"),
    "dead": _("Refused for good"),
    "last_canary_age_seconds": _("Last canary, seconds ago"),
    "last_tick_age_seconds": _("Last tick, seconds ago"),
    "resting_channels": _("Channels at rest"),
}
COLUMNS = [
    _("Kind"), _("Overdue"), _("Oldest, s"), _("Late, half, s"), _("Late, 99 %, s"), _("Sent"), _("Failed"),
    _("Uncertain"), _("Suppressed"), _("Refused for good"),
]  # fmt: skip


def told(value: float | None) -> str:
    """A whole number as one, a time with one place, and a dash for what never happened."""
    return "–" if value is None else f"{value:.0f}" if float(value).is_integer() else f"{value:.1f}"


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
