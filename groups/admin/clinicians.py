"""Verified clinicians at the staff desk: Administrators check a person and give the badge, or take it back."""

from typing import Any

from django import forms
from django.contrib import admin, messages
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from groups.models import Clinician
from groups.operations.clinicians import give_badge, take_badge
from portal.accounts import roles
from portal.accounts.staff import RoleModelAdmin, named
from portal.core.errors import RuleViolation


class ClinicianForm(forms.ModelForm):
    """Refusals of the operation stand beside their field, because they are asked before anything is saved."""

    actor: Any

    class Meta:
        model = Clinician
        fields = ["person", "profession", "checked_in"]

    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = super().clean() or {}
        person = cleaned.get("person")
        if person is not None and person.pk == self.actor.pk:
            self.add_error("person", _("Somebody else has to check you."))
        elif person is not None and Clinician.objects.filter(person=person, taken_at=None).exists():
            self.add_error("person", _("This person has the badge already."))
        return cleaned


@admin.register(Clinician)
class ClinicianAdmin(RoleModelAdmin):
    """A badge is never rewritten: one that is wrong is taken back and given anew."""

    form = ClinicianForm
    changers = (roles.ADMINISTRATORS,)
    list_display = ["who", "profession", "given_at", "giver", "taken_at"]
    list_select_related = ["person", "given_by"]
    search_fields = ["person__display_name", "profession"]
    autocomplete_fields = ["person"]
    actions = ["take_back"]
    who = staticmethod(named("person", gettext_lazy("person")))
    giver = staticmethod(named("given_by", gettext_lazy("given by")))

    def get_form(self, request: HttpRequest, obj: Any = None, change: bool = False, **kwargs: Any) -> Any:
        return type("ClinicianForm", (super().get_form(request, obj, change, **kwargs),), {"actor": request.user})

    def has_change_permission(self, request: HttpRequest, obj: object | None = None) -> bool:
        return obj is None and super().has_change_permission(request)

    def save_model(self, request: Any, obj: Clinician, form: Any, change: bool) -> None:
        made = give_badge(actor=request.user, person=obj.person, profession=obj.profession, checked_in=obj.checked_in)
        obj.__dict__.update(made.__dict__)

    @admin.action(description=gettext_lazy("Take the badge back"), permissions=["change"])
    def take_back(self, request: Any, queryset: QuerySet[Clinician]) -> None:
        try:
            taken = sum(take_badge(actor=request.user, badge=one) for one in queryset.select_related("person"))
        except RuleViolation as refusal:
            self.message_user(request, refusal.message, messages.ERROR)
        else:
            self.message_user(request, _("Taken back: %(number)s") % {"number": taken}, messages.SUCCESS)
