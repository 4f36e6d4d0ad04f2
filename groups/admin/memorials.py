"""Memorials at the staff desk. What happens is asked of one operation, before anything is saved."""

from typing import Any

from django import forms
from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from groups.models import Memorial
from groups.operations.memorials import change_wish, lift, remember
from portal.accounts import roles
from portal.accounts.staff import RoleModelAdmin, named
from portal.core.errors import RuleViolation


class MemorialForm(forms.ModelForm):
    """Carried out inside the form, so that a refusal stands beside its field and nothing else is saved."""

    actor: Any
    made: Memorial | None = None

    class Meta:
        model = Memorial
        fields = ["person", "wish", "group"]

    def _post_clean(self) -> None:
        super()._post_clean()  # type: ignore[misc]
        if self.errors:
            return
        try:
            with transaction.atomic():
                self.made = remember(actor=self.actor, **self.cleaned_data)
        except RuleViolation as refusal:
            self.add_error(refusal.field, refusal.message)
        except PermissionDenied as refusal:
            self.add_error("person", str(refusal))


@admin.register(Memorial)
class MemorialAdmin(RoleModelAdmin):
    """Set down by Administrators. A mistake is taken back; a later wish of the family is carried out."""

    form = MemorialForm
    changers = (roles.ADMINISTRATORS,)
    list_display = ["who", "wish", "set_at", "setter", "lifted_at"]
    list_select_related = ["person", "set_by"]
    search_fields = ["person__display_name"]
    autocomplete_fields = ["person", "group"]
    actions = ["take_back", "anonymise", "close"]
    who = staticmethod(named("person", gettext_lazy("person")))
    setter = staticmethod(named("set_by", gettext_lazy("set down by")))

    def get_form(self, request: HttpRequest, obj: Any = None, change: bool = False, **kwargs: Any) -> Any:
        return type("MemorialForm", (super().get_form(request, obj, change, **kwargs),), {"actor": request.user})

    def has_change_permission(self, request: HttpRequest, obj: object | None = None) -> bool:
        return obj is None and super().has_change_permission(request)

    def save_model(self, request: Any, obj: Memorial, form: Any, change: bool) -> None:
        obj.__dict__.update(form.made.__dict__)

    def _each(self, request: Any, queryset: QuerySet[Memorial], act: Any, **more: Any) -> None:
        try:
            done = sum(act(actor=request.user, memorial=one, **more) for one in queryset)
        except RuleViolation as refusal:
            self.message_user(request, refusal.message, messages.ERROR)
        else:
            self.message_user(request, _("Changed: %(number)s") % {"number": done}, messages.SUCCESS)

    @admin.action(description=gettext_lazy("It was a mistake: take it back"), permissions=["change"])
    def take_back(self, request: Any, queryset: QuerySet[Memorial]) -> None:
        self._each(request, queryset, lift)

    @admin.action(description=gettext_lazy("The family wishes: without their name"), permissions=["change"])
    def anonymise(self, request: Any, queryset: QuerySet[Memorial]) -> None:
        self._each(request, queryset, change_wish, wish=Memorial.Wish.ANONYMISE)

    @admin.action(description=gettext_lazy("The family wishes: take everything down"), permissions=["change"])
    def close(self, request: Any, queryset: QuerySet[Memorial]) -> None:
        self._each(request, queryset, change_wish, wish=Memorial.Wish.CLOSE)
