"""People in the admin: found by address or name, given roles, never deleted and never read beyond the account."""

from typing import Any

from django import forms
from django.contrib import admin
from django.contrib.auth.models import Group
from django.db.models import QuerySet
from django.http import HttpRequest

from portal.accounts import roles
from portal.accounts.models import Consent, ConsentText, User
from portal.accounts.staff import RoleModelAdmin


@admin.register(User)
class UserAdmin(RoleModelAdmin):
    """Administrators give and take roles and may close sign-in. Passwords and codes are the person's own."""

    changers = (roles.ADMINISTRATORS,)
    list_display = ["display_name", "email", "is_active", "is_staff", "joined_at"]
    list_filter = ["is_active", "is_staff"]
    search_fields = ["email", "display_name"]
    readonly_fields = ["email", "joined_at", "last_login", "erased_at"]
    fields = ["email", "display_name", "country", "time_zone", "language", "is_carer", "is_active", "is_staff",
              "groups", "joined_at", "last_login", "erased_at"]  # fmt: skip

    def has_add_permission(self, request: HttpRequest, obj: object | None = None) -> bool:
        return False

    def formfield_for_manytomany(self, db_field: Any, request: HttpRequest, **kwargs: Any) -> Any:
        """Roles as plain boxes to tick."""
        if db_field.name == "groups":
            kwargs["widget"] = forms.CheckboxSelectMultiple
            kwargs["queryset"] = Group.objects.filter(name__in=roles.ALL)
            kwargs["help_text"] = ""
        return super().formfield_for_manytomany(db_field, request, **kwargs)

    def save_model(self, request: HttpRequest, obj: User, form: forms.ModelForm, change: bool) -> None:
        obj.rename(obj.display_name)
        super().save_model(request, obj, form, change)


@admin.register(ConsentText)
class ConsentTextAdmin(RoleModelAdmin):
    """A new version is a new row: what people agreed to is never rewritten."""

    changers = (roles.ADMINISTRATORS,)
    list_display = ["purpose", "version", "language", "published_at"]
    list_filter = ["purpose", "language"]

    def has_change_permission(self, request: HttpRequest, obj: object | None = None) -> bool:
        agreed = (
            isinstance(obj, ConsentText) and Consent.objects.filter(purpose=obj.purpose, version=obj.version).exists()
        )
        return not agreed and super().has_change_permission(request, obj)

    def get_queryset(self, request: HttpRequest) -> QuerySet[ConsentText]:
        return super().get_queryset(request).order_by("purpose", "-version", "language")
