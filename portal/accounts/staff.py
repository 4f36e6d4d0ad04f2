"""The admin for staff: who gets in, and what each role may open. No row of Django's permission table is used."""

from collections.abc import Callable
from typing import Any, ClassVar

from allauth.mfa.models import Authenticator
from django import forms
from django.conf import settings
from django.contrib import admin
from django.core.paginator import Paginator
from django.db import connection, models
from django.http import HttpRequest
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _

from portal.accounts import roles


def has_second_step(user_id: object) -> bool:
    """Whether this person set up a second step of sign-in (an authenticator app or a passkey)."""
    kinds = [Authenticator.Type.TOTP, Authenticator.Type.WEBAUTHN]
    return Authenticator.objects.filter(user_id=user_id, type__in=kinds).exists()


class PortalAdminSite(admin.AdminSite):
    """Django's admin in Handrail's colours, behind the site's own sign-in."""

    site_header = _("Handrail staff desk")
    site_title = _("Handrail staff desk")
    index_title = _("What you look after")
    enable_nav_sidebar = False

    def has_permission(self, request: HttpRequest) -> bool:
        """Active staff with a role and, outside demo mode, with a second step of sign-in set up."""
        user = request.user
        if not (user.is_authenticated and user.is_active and user.is_staff):
            return False
        return bool(user.staff_roles) and (settings.DEMO or has_second_step(user.pk))


class EstimatedPaginator(Paginator):
    """Pages without COUNT: an unfiltered list is as long as the planner's estimate, a filtered one as what it shows."""

    @cached_property
    def count(self) -> int:
        query = getattr(self.object_list, "query", None)
        if query is not None and not query.where:
            with connection.cursor() as cursor:
                cursor.execute(
                    "SELECT reltuples::bigint FROM pg_class WHERE oid = %s::regclass", [query.model._meta.db_table]
                )
                estimate = cursor.fetchone()[0]
            if estimate > 5000:
                return estimate
        return len(self.object_list.values_list("pk")[: 50 * self.per_page])  # type: ignore[attr-defined]


MOMENT: dict[str, Any] = {
    "form_class": forms.DateTimeField,
    "widget": forms.DateTimeInput({"type": "datetime-local"}, "%Y-%m-%dT%H:%M"),
}


def named(field: str, label: Any) -> Callable[[Any], str]:
    """A column or a field that names a person, without a link: most staff may not open the page of a person."""

    @admin.display(description=label, ordering=f"{field}__display_name")
    def name(row: Any) -> str:
        return str(getattr(row, field) or "–")

    return name


class ByRole:
    """Opened by staff roles. `viewers` read, `changers` write; Administrators read everything that is registered.
    Nobody deletes unless `deleters` says so."""

    viewers: ClassVar[tuple[str, ...]] = ()
    changers: ClassVar[tuple[str, ...]] = ()
    deleters: ClassVar[tuple[str, ...]] = ()

    def _any(self, request: HttpRequest, names: tuple[str, ...]) -> bool:
        if not request.user.is_authenticated:
            return False
        held = request.user.staff_roles
        return any(name in held for name in names)

    def has_module_permission(self, request: HttpRequest) -> bool:
        return self.has_view_permission(request)

    def has_view_permission(self, request: HttpRequest, obj: object | None = None) -> bool:
        return self._any(request, (*self.viewers, *self.changers, roles.ADMINISTRATORS))

    def has_add_permission(self, request: HttpRequest, obj: object | None = None) -> bool:
        return self._any(request, self.changers)

    def has_change_permission(self, request: HttpRequest, obj: object | None = None) -> bool:
        return self._any(request, self.changers)

    def has_delete_permission(self, request: HttpRequest, obj: object | None = None) -> bool:
        return self._any(request, self.deleters)


class RoleModelAdmin(ByRole, admin.ModelAdmin):
    """A model in the admin, opened by staff roles and paged without counting. A moment is one labelled field."""

    formfield_overrides: ClassVar[dict[Any, Any]] = {models.DateTimeField: MOMENT}
    paginator = EstimatedPaginator
    show_full_result_count = False
    list_per_page = 50


class RoleInline(ByRole, admin.StackedInline):
    """Rows inside another model's page, under the same rule. Whoever may change them may take them away."""

    extra = 0

    def has_delete_permission(self, request: HttpRequest, obj: object | None = None) -> bool:
        return self._any(request, self.changers)
