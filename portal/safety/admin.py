"""Help lines in the admin: who answers, where it is published, and when somebody last compared the two."""

from collections.abc import Iterable
from typing import Any, ClassVar

from django import forms
from django.contrib import admin
from django.db import models
from django.forms import ModelForm
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from portal.accounts import roles
from portal.accounts.staff import RoleInline, RoleModelAdmin
from portal.safety.models import HelpLine, HelpLineName, ScreenChoice
from portal.safety.operations.help_lines import publish_on_commit
from portal.safety.places import SOMEWHERE_ELSE, place_choices


def last_resort_without(pks: Iterable[Any]) -> bool:
    """Whether somewhere else, where every country without a line of its own looks, keeps an emergency line without
    these rows."""
    rows = HelpLine.objects.filter(country=SOMEWHERE_ELSE, purpose=HelpLine.Purpose.EMERGENCY)
    return rows.exclude(pk__in=pks).exists()


def is_last_resort(line: HelpLine) -> bool:
    return line.country == SOMEWHERE_ELSE and line.purpose == HelpLine.Purpose.EMERGENCY


class HelpLineForm(forms.ModelForm):
    def clean(self) -> dict[str, Any]:
        fields = super().clean() or {}
        before = HelpLine.objects.filter(pk=self.instance.pk).first()
        stays = fields.get("country") == SOMEWHERE_ELSE and fields.get("purpose") == HelpLine.Purpose.EMERGENCY
        if before and is_last_resort(before) and not stays and not last_resort_without([before.pk]):
            raise forms.ValidationError(
                _("This is the last emergency line of “Somewhere else”. Add another one there before you move it.")
            )
        return fields


class NamesFormSet(forms.BaseInlineFormSet):
    default_error_messages: ClassVar[dict[str, Any]] = {
        **forms.BaseInlineFormSet.default_error_messages,
        "too_few_forms": _("Give the line a name in at least one language. Readers do not get a line without one."),
    }


class NameInline(RoleInline):
    model = HelpLineName
    formset = NamesFormSet
    min_num = 1
    changers = (roles.EDITORS, roles.SAFEGUARDING_LEADS, roles.ADMINISTRATORS)

    def get_formset(self, request: HttpRequest, obj: Any = None, **kwargs: Any) -> Any:
        return super().get_formset(request, obj, validate_min=True, **kwargs)


@admin.register(HelpLine)
class HelpLineAdmin(RoleModelAdmin):
    changers = (roles.EDITORS, roles.SAFEGUARDING_LEADS, roles.ADMINISTRATORS)
    deleters = (roles.SAFEGUARDING_LEADS, roles.ADMINISTRATORS)
    viewers = (roles.CLINICAL_REVIEWERS, roles.MODERATORS)
    list_display = ["country", "purpose", "number", "checked_on", "source"]
    list_filter = ["purpose", ("checked_on", admin.EmptyFieldListFilter), "country"]
    search_fields = ["number", "names__name"]
    form = HelpLineForm
    inlines = [NameInline]

    def formfield_for_dbfield(self, db_field: models.Field, request: HttpRequest, **kwargs: Any) -> forms.Field | None:
        if db_field.name == "country":
            return forms.ChoiceField(choices=place_choices, label=db_field.verbose_name, help_text=db_field.help_text)
        return super().formfield_for_dbfield(db_field, request, **kwargs)

    def get_deleted_objects(self, objs: Any, request: HttpRequest) -> Any:
        """The last emergency line of somewhere else stays. The admin asks here for one row and for a list."""
        found, counts, needed, protected = super().get_deleted_objects(objs, request)
        if any(is_last_resort(line) for line in objs) and not last_resort_without([line.pk for line in objs]):
            protected = [
                *protected,
                str(_("The last emergency line of “Somewhere else”. Add another one there first.")),
            ]
        return found, counts, needed, protected

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
