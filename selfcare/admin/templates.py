"""Plan templates, and their words in each language."""

from typing import Any, ClassVar, cast

from django import forms
from django.contrib import admin, messages
from django.contrib.auth.models import AnonymousUser
from django.db.models import JSONField
from django.http import HttpRequest
from django.urls import reverse
from django.utils.html import format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _

from articles.pointing import parts_at
from portal.accounts import roles
from portal.accounts.models import User
from portal.accounts.staff import RoleInline, RoleModelAdmin
from portal.core.errors import RuleViolation
from selfcare.admin.steps import step_pages
from selfcare.models import PlanTemplate, PlanTemplateText
from selfcare.operations.templates import keep_version, review_version

JSON_BOX: dict[Any, Any] = {
    JSONField: {"widget": forms.Textarea(attrs={"rows": 12, "cols": 80, "spellcheck": "false"})}
}


class TextForm(forms.ModelForm):
    def clean_more_url(self) -> str:
        """The part of a guide that readers find there now. Later it may go: then pages leave the link out."""
        address: str = self.cleaned_data["more_url"]
        if not address:
            return ""
        part = parts_at(AnonymousUser(), [address]).get(address)
        if part is None:
            raise forms.ValidationError(_("No published guide stands at this address."), code="no_guide")
        if part.url != address:
            raise forms.ValidationError(_("This guide has no such part. Copy the link of a heading."), code="no_part")
        return address


class TextInline(RoleInline):
    changers: ClassVar = (roles.EDITORS, roles.CLINICAL_REVIEWERS)
    model = PlanTemplateText
    form = TextForm
    formfield_overrides = JSON_BOX


@admin.register(PlanTemplate)
class PlanTemplateAdmin(RoleModelAdmin):
    """Every change of what it asks, does or says is a new version, kept with who wrote it. Plans that run keep the
    version they started with; whoever has one is offered the newer."""

    changers: ClassVar = (roles.EDITORS, roles.CLINICAL_REVIEWERS)
    list_display = ["key", "kind", "version", "position", "withdrawn_at"]
    list_filter = ["kind"]
    search_fields = ["key", "texts__title"]
    readonly_fields = ["version", "steps"]
    fields = ["key", "version", "steps", "kind", "topics", "position", "art", "gate", "activities", "withdrawn_at"]
    inlines = [TextInline]
    actions = ["review"]
    formfield_overrides = RoleModelAdmin.formfield_overrides | JSON_BOX

    def get_readonly_fields(self, request: HttpRequest, obj: PlanTemplate | None = None) -> list[str]:
        """A key names the plans that people started: it never changes."""
        return [*self.readonly_fields, *(["key"] if obj else [])]

    def get_fields(self, request: HttpRequest, obj: PlanTemplate | None = None) -> Any:
        """The way to the steps only for those who may change them."""
        fields = super().get_fields(request, obj)
        return fields if self.has_change_permission(request, obj) else [name for name in fields if name != "steps"]

    def formfield_for_manytomany(self, db_field: Any, request: HttpRequest, **kwargs: Any) -> Any:
        """Topics as plain boxes to tick."""
        kwargs["widget"] = forms.CheckboxSelectMultiple
        field = super().formfield_for_manytomany(db_field, request, **kwargs)
        if field is not None:
            field.help_text = ""
        return field

    def get_urls(self) -> list[Any]:
        return [*step_pages(self), *super().get_urls()]

    @admin.display(description=_("steps and pictures"))
    def steps(self, template: PlanTemplate) -> SafeString | str:
        """A way to the page of each language."""
        languages = template.texts.order_by("language").values_list("language", flat=True) if template.pk else ()
        named = [(reverse("admin:selfcare_plantemplate_steps", args=[template.pk, one]), one) for one in languages]
        return format_html_join(" · ", '<a href="{}">{}</a>', named) or "–"

    def save_related(self, request: HttpRequest, form: Any, formsets: Any, change: bool) -> None:
        """A change of what is asked, done or said is the next version, by whoever made it."""
        super().save_related(request, form, formsets, change)
        keep_version(form.instance, cast(User, request.user))

    @admin.action(description=_("Review the newest version"), permissions=["change"])
    def review(self, request: HttpRequest, queryset: Any) -> None:
        """By a clinical reviewer who did not write it."""
        if not request.user.staff_roles.reviews:  # type: ignore[union-attr]
            self.message_user(request, _("Only clinical reviewers review."), messages.ERROR)
            return
        for template in queryset:
            try:
                review_version(actor=cast(User, request.user), template=template)
                self.message_user(request, _("Reviewed: %(plan)s") % {"plan": template}, messages.SUCCESS)
            except RuleViolation as no:
                self.message_user(request, f"{template}: {no.message}", messages.ERROR)
