"""People in the admin: found by address or name, given roles, never deleted and never read beyond the account."""

from typing import Any

from django import forms
from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest

from portal.accounts import roles
from portal.accounts.forms.staff import PersonForm
from portal.accounts.long_lists import LongListAdmin
from portal.accounts.models import Consent, ConsentText, User
from portal.accounts.operations import give_roles
from portal.accounts.staff import RoleModelAdmin


@admin.register(User)
class UserAdmin(LongListAdmin):
    """Administrators give and take roles and may close sign-in. Passwords and codes are the person's own, and so is the
    time zone: changing it moves every reminder, which the person does in the settings."""

    form = PersonForm
    along = "display_name_key"
    changers = (roles.ADMINISTRATORS,)
    list_display = ["display_name", "email", "is_active", "is_staff", "joined_at"]
    list_filter = ["is_active", "is_staff"]
    search_fields = ["email", "display_name"]
    readonly_fields = ["email", "time_zone", "is_staff", "joined_at", "last_login", "erased_at"]
    fields = ["email", "display_name", "country", "time_zone", "language", "is_carer", "is_active", "groups",
              "is_staff", "joined_at", "last_login", "erased_at"]  # fmt: skip

    def has_add_permission(self, request: HttpRequest, obj: object | None = None) -> bool:
        return False

    def get_form(self, request: HttpRequest, obj: Any = None, change: bool = False, **kwargs: Any) -> Any:
        return type("PersonForm", (super().get_form(request, obj, change, **kwargs),), {"actor": request.user})

    def save_model(self, request: HttpRequest, obj: User, form: forms.ModelForm, change: bool) -> None:
        obj.rename(obj.display_name)
        super().save_model(request, obj, form, change)

    def save_related(self, request: HttpRequest, form: forms.ModelForm, formsets: Any, change: bool) -> None:
        """Roles go through their own verb, which also opens and closes the staff desk."""
        names = [group.name for group in form.cleaned_data["groups"]]
        give_roles(actor=request.user, person=form.instance, names=names)  # type: ignore[arg-type]


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
