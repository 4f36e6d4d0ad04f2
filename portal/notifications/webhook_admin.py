"""Webhooks at the staff desk: set up, try, change the secret, switch off and on; and what was told, to look at."""

from typing import Any

from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.template.response import TemplateResponse
from django.urls import path, reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from portal.accounts import roles
from portal.accounts.staff import RoleModelAdmin
from portal.notifications.forms.webhooks import WebhookForm
from portal.notifications.models import WebhookDelivery, WebhookEndpoint
from portal.notifications.operations.webhooks import change_secret, send_test, switch_webhook


@admin.register(WebhookEndpoint)
class WebhookEndpointAdmin(RoleModelAdmin):
    """A secret is shown once, when it is made. Nobody reads it here afterwards."""

    form = WebhookForm
    changers = (roles.ADMINISTRATORS,)
    deleters = (roles.ADMINISTRATORS,)
    list_display = ["name", "is_on", "failing_since", "made_at"]
    readonly_fields = ["made_at", "failing_since", "disabled_at"]
    search_fields = ["name"]
    ordering = ["name"]
    change_form_template = "admin/notifications/webhook/webhook.html"
    add_form_template = "admin/change_form.html"

    @admin.display(description=gettext_lazy("switched on"), boolean=True)
    def is_on(self, row: WebhookEndpoint) -> bool:
        return row.disabled_at is None

    def get_fields(self, request: HttpRequest, obj: Any = None) -> Any:
        typed = ["name", "url", "kinds", "closed_too"]
        return [*typed, *self.readonly_fields] if obj else typed

    def get_form(self, request: HttpRequest, obj: Any = None, change: bool = False, **kwargs: Any) -> Any:
        return type("WebhookForm", (super().get_form(request, obj, change, **kwargs),), {"actor": request.user})

    def save_form(self, request: HttpRequest, form: Any, change: bool) -> WebhookEndpoint:
        return form.made

    def save_model(self, request: HttpRequest, obj: WebhookEndpoint, form: Any, change: bool) -> None:
        """Saved already, by its operation. The secret goes along with this request alone."""
        if not change:
            request.new_secret = form.secret  # type: ignore[attr-defined]

    def save_related(self, request: HttpRequest, form: Any, formsets: Any, change: bool) -> None:
        """There is nothing beside the row."""

    def response_add(self, request: HttpRequest, obj: WebhookEndpoint, post_url_continue: Any = None) -> HttpResponse:
        return self._show(request, obj, request.new_secret)  # type: ignore[attr-defined]

    def _show(self, request: HttpRequest, row: WebhookEndpoint, secret: str) -> HttpResponse:
        """The answer itself holds the secret: neither an address nor a kept message does."""
        title = _("The secret of this webhook")
        context = {**self.admin_site.each_context(request), "title": title, "opts": self.opts, "row": row}
        return TemplateResponse(request, "admin/notifications/webhook/secret.html", {**context, "secret": secret})

    def get_urls(self) -> list[Any]:
        wrap = self.admin_site.admin_view
        acts = ("new_secret", "test", "switch")
        own = [
            path(f"<uuid:pk>/{act}/", wrap(getattr(self, act)), name=f"notifications_webhookendpoint_{act}")
            for act in acts
        ]
        return [*own, *super().get_urls()]

    def _row(self, request: HttpRequest, pk: Any) -> WebhookEndpoint:
        if request.method != "POST" or not self.has_change_permission(request):
            raise PermissionDenied
        return get_object_or_404(WebhookEndpoint, pk=pk)

    def _back(self, row: WebhookEndpoint) -> HttpResponse:
        return HttpResponseRedirect(reverse("admin:notifications_webhookendpoint_change", args=[row.pk]))

    def new_secret(self, request: Any, pk: Any) -> HttpResponse:
        row = self._row(request, pk)
        secret = change_secret(actor=request.user, row=row)
        self.log_change(request, row, _("New secret"))
        return self._show(request, row, secret)

    def test(self, request: Any, pk: Any) -> HttpResponse:
        row = self._row(request, pk)
        send_test(actor=request.user, row=row)
        self.message_user(request, _("A test is on its way. Its answer stands in the list below."), messages.SUCCESS)
        return self._back(row)

    def switch(self, request: Any, pk: Any) -> HttpResponse:
        row = self._row(request, pk)
        on = row.disabled_at is not None
        if switch_webhook(actor=request.user, row=row, on=on):
            self.log_change(request, row, _("Switched on") if on else _("Switched off"))
        return self._back(row)

    def change_view(self, request: HttpRequest, object_id: str, form_url: str = "", extra_context: Any = None) -> Any:
        row = self.get_object(request, object_id)
        told = WebhookDelivery.objects.filter(endpoint=row).order_by("-made_at")[:10] if row else ()
        return super().change_view(request, object_id, form_url, (extra_context or {}) | {"told": told})


@admin.register(WebhookDelivery)
class WebhookDeliveryAdmin(RoleModelAdmin):
    """What was told, when, and what the other system answered. Nobody edits one."""

    list_display = ["made_at", "endpoint", "kind", "state", "attempts", "next_try_at", "last_status"]
    list_select_related = ["endpoint"]
    list_filter = ["state", "kind"]
    search_fields = ["event_id__exact"]
    ordering = ["-made_at"]
    fields = [
        "endpoint", "event_id", "kind", "body", "state", "attempts", "made_at", "next_try_at", "settled_at",
        "last_status",
    ]  # fmt: skip
