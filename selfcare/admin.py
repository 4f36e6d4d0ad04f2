"""Plan templates for editors and clinical reviewers. What people do with them is theirs: plans, activities, drinks and
diary entries are not registered at all, for no role."""

from typing import Any, ClassVar

from django import forms
from django.contrib import admin
from django.db.models import JSONField
from django.http import HttpRequest

from portal.accounts import roles
from portal.accounts.staff import RoleInline, RoleModelAdmin
from selfcare.models import PlanTemplate, PlanTemplateText

JSON_BOX: dict[Any, Any] = {
    JSONField: {"widget": forms.Textarea(attrs={"rows": 12, "cols": 80, "spellcheck": "false"})}
}


class TextInline(RoleInline):
    changers: ClassVar = (roles.EDITORS, roles.CLINICAL_REVIEWERS)
    model = PlanTemplateText
    formfield_overrides = JSON_BOX


@admin.register(PlanTemplate)
class PlanTemplateAdmin(RoleModelAdmin):
    """A change of questions or activities is a new version. Plans that run keep the version they started with."""

    changers: ClassVar = (roles.EDITORS, roles.CLINICAL_REVIEWERS)
    list_display = ["key", "kind", "version", "position", "withdrawn_at"]
    list_filter = ["kind"]
    search_fields = ["key", "texts__title"]
    readonly_fields = ["version"]
    fields = ["key", "version", "kind", "topics", "position", "art", "gate", "activities", "withdrawn_at"]
    inlines = [TextInline]
    formfield_overrides = RoleModelAdmin.formfield_overrides | JSON_BOX

    def get_readonly_fields(self, request: HttpRequest, obj: PlanTemplate | None = None) -> list[str]:
        """A key names the plans that people started: it never changes."""
        return [*self.readonly_fields, *(["key"] if obj else [])]

    def formfield_for_manytomany(self, db_field: Any, request: HttpRequest, **kwargs: Any) -> Any:
        """Topics as plain boxes to tick."""
        kwargs["widget"] = forms.CheckboxSelectMultiple
        field = super().formfield_for_manytomany(db_field, request, **kwargs)
        if field is not None:
            field.help_text = ""
        return field

    def save_model(self, request: HttpRequest, obj: PlanTemplate, form: forms.ModelForm, change: bool) -> None:
        if change:
            before = PlanTemplate.objects.get(pk=obj.pk)
            obj.version += (before.gate, before.activities) != (obj.gate, obj.activities)
        super().save_model(request, obj, form, change)
