"""Founding groups and naming who looks after them."""

from typing import Any
from zoneinfo import available_timezones

from django import forms
from django.contrib import admin
from django.db import models
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from groups.circle import CIRCLE, TOO_WIDE, circle_of, misfit, wider
from groups.models import Membership, SupportGroup
from groups.operations.groups import PRESETS, create_group, publish_rules
from groups.operations.roles import appoint, give_role
from groups.operations.settings import change_settings
from groups.reads.settings import has_begun
from portal.accounts import roles
from portal.accounts.staff import RoleInline, RoleModelAdmin
from portal.core.hours import parse_hours

ONE_FIELD_FOR_A_MOMENT: dict[Any, Any] = {  # the admin's own pair of date and time has one label for two boxes
    models.DateTimeField: {
        "form_class": forms.DateTimeField,
        "widget": forms.DateTimeInput(attrs={"type": "datetime-local"}, format="%Y-%m-%dT%H:%M"),
    }
}
LABELS = {
    "open": _("Open: everyone reads, anyone joins"),
    "request": _("On request: everyone knows it, members read"),
    "invite": _("By invitation: everyone knows it, members read"),
    "private": _("Private: only members know it"),
    "hidden": _("Hidden: only members know it, and they do not see each other's list"),
}


ALLOWED = ("allows_pictures", "allows_other_names")
PRESENCE = ("answer_within", "staffed_hours", "staffed_zone")


class GroupForm(forms.ModelForm):
    """A preset fills the four settings of a new group; later each can be changed by itself."""

    preset = forms.ChoiceField(label=_("kind of group"), choices=[(key, LABELS[key]) for key in PRESETS])
    rules = forms.CharField(
        label=_("ground rules, one on a line"), required=False, widget=forms.Textarea(attrs={"rows": 6}),
        help_text=_("A new version asks every member again before their next post."),
    )  # fmt: skip

    class Meta:
        model = SupportGroup
        fields = [
            "name", "summary", "description", "for_carers", "languages", "topics", "join_question", "closed_at",
            *CIRCLE, *PRESENCE, *ALLOWED,
        ]  # fmt: skip

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if self.instance.pk:
            newest = self.instance.rules.first()
            self.fields["rules"].initial = newest.text if newest else ""
            del self.fields["preset"]
        else:
            for name in (*CIRCLE, *PRESENCE):
                self.fields.pop(name, None)

    def clean(self) -> dict[str, Any]:
        """A setting that contradicts another, or widens the circle of a group that has begun, is told beside it."""
        found: dict[str, Any] = super().clean() or self.cleaned_data
        if self.instance.pk and all(name in found for name in CIRCLE):
            now, wanted = circle_of(self.instance), {name: found[name] for name in CIRCLE}
            wrong, too_wide = misfit(wanted), wider(now, wanted)
            if wrong is not None:
                self.add_error(wrong[0], str(wrong[1]))
            elif too_wide and has_begun(self.instance):
                self.add_error(too_wide[0], str(TOO_WIDE))
        return found

    def clean_staffed_zone(self) -> str:
        zone = self.cleaned_data["staffed_zone"]
        if zone not in available_timezones():
            raise forms.ValidationError(_("We do not know this time zone. Write it like Europe/London."))
        return str(zone)

    def clean_staffed_hours(self) -> str:
        text = self.cleaned_data["staffed_hours"]
        try:
            parse_hours(text, "UTC")
        except ValueError as wrong:
            raise forms.ValidationError(
                _("We do not understand “%(line)s”. Write it like Mon-Fri 18:00-21:00."), params={"line": str(wrong)}
            ) from wrong
        return str(text)


class TeamFormSet(forms.BaseInlineFormSet):
    """Whose role it is stays as it is, and is known without asking for each person."""

    def add_fields(self, form: Any, index: int | None) -> None:
        super().add_fields(form, index)
        if form.instance.pk:
            field = form.fields["user"]
            field.widget = forms.Select(choices=[(form.instance.user_id, str(form.instance.user))])
            field.disabled = True


class TeamInline(RoleInline):
    """Only those who hold a role; who else belongs to a group is nobody's business here."""

    model = Membership
    formset = TeamFormSet
    changers = (roles.ADMINISTRATORS,)
    fields = ["user", "role", "muted_until"]
    autocomplete_fields = ["user"]
    formfield_overrides = ONE_FIELD_FOR_A_MOMENT
    verbose_name = _("person with a role")
    verbose_name_plural = _("people with a role")

    def get_queryset(self, request: HttpRequest) -> Any:
        rows: Any = super().get_queryset(request)
        return rows.present().exclude(role=Membership.Role.MEMBER).select_related("user")


@admin.register(SupportGroup)
class SupportGroupAdmin(RoleModelAdmin):
    """Administrators found groups and change their settings; nobody deletes one."""

    changers = (roles.ADMINISTRATORS,)
    form = GroupForm
    formfield_overrides = ONE_FIELD_FOR_A_MOMENT
    list_display = ["name", "known_to", "read_by", "join_by", "members_count", "closed_at"]
    list_filter = ["known_to", "read_by", "join_by"]
    search_fields = ["name", "slug"]
    readonly_fields = ["slug", "uuid", "members_count", "created_at"]

    def formfield_for_manytomany(self, db_field: Any, request: HttpRequest, **kwargs: Any) -> Any:
        """Topics as plain boxes to tick: the searching kind of many choices fails with a screen reader."""
        if db_field.name == "topics":
            kwargs["widget"] = forms.CheckboxSelectMultiple
        return super().formfield_for_manytomany(db_field, request, **kwargs)

    def get_inlines(self, request: HttpRequest, obj: Any) -> Any:
        return [TeamInline] if obj else []

    def get_fields(self, request: HttpRequest, obj: Any = None) -> Any:
        shared = [
            "name", "summary", "description", "for_carers", "languages", "topics", "join_question",
            "closed_at", *ALLOWED, "rules",
        ]  # fmt: skip
        return [*shared, *PRESENCE, *CIRCLE, *self.readonly_fields] if obj else ["preset", *shared]

    def save_formset(self, request: Any, form: Any, formset: Any, change: bool) -> None:
        """Roles go through their own verbs, which keep the count, the places and the records right."""
        for row in formset.save(commit=False):
            if row.pk is None:
                appoint(actor=request.user, group=form.instance, person=row.user, role=row.role)
            else:
                kept = Membership.objects.select_related("group").get(pk=row.pk)
                give_role(actor=request.user, membership=kept, role=row.role)
                Membership.objects.filter(pk=row.pk).update(muted_until=row.muted_until)

    def save_model(self, request: Any, obj: SupportGroup, form: Any, change: bool) -> None:
        if not change:
            chosen = ("for_carers", "languages", "join_question", "closed_at", *ALLOWED)
            plain = {key: form.cleaned_data[key] for key in chosen}
            made = create_group(
                actor=request.user, name=obj.name, summary=obj.summary, preset=form.cleaned_data["preset"],
                description=obj.description, rules=form.cleaned_data["rules"], **plain,
            )  # fmt: skip
            obj.__dict__.update(made.__dict__)
            return
        plain = {name: form.cleaned_data[name] for name in form.changed_data if name not in {"rules", "topics"}}
        change_settings(actor=request.user, group=obj, **plain)
        if form.cleaned_data["rules"].strip():
            publish_rules(actor=request.user, group=obj, text=form.cleaned_data["rules"])
