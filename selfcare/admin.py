"""Plan templates for editors and clinical reviewers. What people do with them is theirs: plans, activities, drinks and
diary entries are not registered at all, for no role."""

from typing import Any, ClassVar, cast

from django import forms
from django.contrib import admin, messages
from django.db.models import JSONField
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from portal.accounts import roles
from portal.accounts.models import User
from portal.accounts.staff import RoleInline, RoleModelAdmin, named
from portal.core.errors import RuleViolation
from selfcare.models import PlanTemplate, PlanTemplateText, RuleSet
from selfcare.operations.rule_sets import sign_rules, withdraw_rules
from selfcare.operations.templates import keep_version, review_version

JSON_BOX: dict[Any, Any] = {
    JSONField: {"widget": forms.Textarea(attrs={"rows": 12, "cols": 80, "spellcheck": "false"})}
}


class TextInline(RoleInline):
    changers: ClassVar = (roles.EDITORS, roles.CLINICAL_REVIEWERS)
    model = PlanTemplateText
    formfield_overrides = JSON_BOX


@admin.register(PlanTemplate)
class PlanTemplateAdmin(RoleModelAdmin):
    """Every change of what it asks, does or says is a new version, kept with who wrote it. Plans that run keep the
    version they started with; whoever has one is offered the newer."""

    changers: ClassVar = (roles.EDITORS, roles.CLINICAL_REVIEWERS)
    list_display = ["key", "kind", "version", "position", "withdrawn_at"]
    list_filter = ["kind"]
    search_fields = ["key", "texts__title"]
    readonly_fields = ["version"]
    fields = ["key", "version", "kind", "topics", "position", "art", "gate", "activities", "withdrawn_at"]
    inlines = [TextInline]
    actions = ["review"]
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


@admin.register(RuleSet)
class RuleSetAdmin(RoleModelAdmin):
    """Rules that read the numbers of the diary and show their writer whom to call. None runs until a clinical reviewer
    signs it here; what is signed is never changed, only withdrawn and replaced."""

    changers: ClassVar = (roles.CLINICAL_REVIEWERS,)
    list_display = ["__str__", "signed_at", "signer", "withdrawn_at"]
    list_select_related = ["signed_by"]
    limits: ClassVar = ["pain_from", "rise_by", "nights", "loss_percent", "days_without_stool", "source"]
    fields = [*limits, "signed_at", "signer", "withdrawn_at"]
    readonly_fields = ["signed_at", "signer", "withdrawn_at"]
    actions = ["sign", "withdraw"]
    signer = staticmethod(named("signed_by", _("signed by")))

    def get_readonly_fields(self, request: HttpRequest, obj: RuleSet | None = None) -> list[str]:
        fixed = obj is not None and (obj.signed_at or obj.withdrawn_at)
        return [*self.readonly_fields, *(self.limits if fixed else [])]

    @admin.action(description=_("Sign: these rules are right for our patients"), permissions=["change"])
    def sign(self, request: HttpRequest, queryset: Any) -> None:
        done = sum(sign_rules(actor=request.user, rule_set=one) for one in queryset)  # type: ignore[arg-type]
        said = ngettext("%(n)s set of rules is in force now.", "%(n)s sets of rules are signed now.", done)
        self.message_user(request, said % {"n": done}, messages.SUCCESS)

    @admin.action(description=_("Withdraw"), permissions=["change"])
    def withdraw(self, request: HttpRequest, queryset: Any) -> None:
        done = sum(withdraw_rules(actor=request.user, rule_set=one) for one in queryset)  # type: ignore[arg-type]
        said = ngettext("%(n)s set of rules is withdrawn.", "%(n)s sets of rules are withdrawn.", done)
        self.message_user(request, said % {"n": done}, messages.SUCCESS)
