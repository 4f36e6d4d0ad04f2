"""Help lines in the admin: who answers, where it is published, and when somebody last compared the two."""

from typing import Any

from django import forms
from django.contrib import admin
from django.db import models
from django.forms import ModelForm
from django.http import HttpRequest

from portal.accounts import roles
from portal.accounts.staff import RoleInline, RoleModelAdmin
from portal.safety.models import HelpLine, HelpLineName, ScreenChoice
from portal.safety.operations.help_lines import publish_on_commit
from portal.safety.places import place_choices


class NameInline(RoleInline):
    model = HelpLineName
    changers = (roles.EDITORS, roles.SAFEGUARDING_LEADS, roles.ADMINISTRATORS)


@admin.register(HelpLine)
class HelpLineAdmin(RoleModelAdmin):
    changers = (roles.EDITORS, roles.SAFEGUARDING_LEADS, roles.ADMINISTRATORS)
    deleters = (roles.SAFEGUARDING_LEADS, roles.ADMINISTRATORS)
    viewers = (roles.CLINICAL_REVIEWERS, roles.MODERATORS)
    list_display = ["country", "purpose", "number", "checked_on", "source"]
    list_filter = ["purpose", ("checked_on", admin.EmptyFieldListFilter), "country"]
    search_fields = ["number", "names__name"]
    inlines = [NameInline]

    def formfield_for_dbfield(self, db_field: models.Field, request: HttpRequest, **kwargs: Any) -> forms.Field | None:
        if db_field.name == "country":
            return forms.ChoiceField(choices=place_choices, label=db_field.verbose_name, help_text=db_field.help_text)
        return super().formfield_for_dbfield(db_field, request, **kwargs)

    def save_related(self, request: HttpRequest, form: ModelForm, formsets: Any, change: bool) -> None:
        super().save_related(request, form, formsets, change)
        publish_on_commit()

    def delete_model(self, request: HttpRequest, obj: HelpLine) -> None:
        super().delete_model(request, obj)
        publish_on_commit()

    def delete_queryset(self, request: HttpRequest, queryset: Any) -> None:
        super().delete_queryset(request, queryset)
        publish_on_commit()


@admin.register(ScreenChoice)
class ScreenChoiceAdmin(RoleModelAdmin):
    """Counts only; nobody writes them by hand."""

    viewers = (roles.MODERATORS, roles.SAFEGUARDING_LEADS)
    list_display = ["day", "rule_id", "rule_version", "choice", "times"]
    list_filter = ["choice"]
    date_hierarchy = "day"
