"""Foods that may help, for editors and clinical reviewers."""

from typing import Any, ClassVar, cast

from django import forms
from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.db.models import JSONField
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from portal.accounts import roles
from portal.accounts.models import User
from portal.accounts.staff import RoleModelAdmin
from portal.core.errors import RuleViolation
from selfcare.models import FoodIdeas
from selfcare.operations.foods import review_foods


@admin.register(FoodIdeas)
class FoodIdeasAdmin(RoleModelAdmin):
    """A change takes the review away; who made it does not review it."""

    changers: ClassVar = (roles.EDITORS, roles.CLINICAL_REVIEWERS)
    list_display = ["symptom", "language", "position", "reviewed_at"]
    list_filter = ["language"]
    fields = ["symptom", "language", "position", "lead", "ideas", "tell", "more_url", "sources", "reviewed_at"]
    readonly_fields = ["reviewed_at"]
    actions = ["review"]
    formfield_overrides: ClassVar[dict[Any, Any]] = RoleModelAdmin.formfield_overrides | {
        JSONField: {"widget": forms.Textarea(attrs={"rows": 10, "cols": 80, "spellcheck": "true"})}
    }

    def save_model(self, request: HttpRequest, obj: FoodIdeas, form: Any, change: bool) -> None:
        obj.written_by, obj.reviewed_by, obj.reviewed_at = cast(User, request.user), None, None
        obj.save()

    @admin.action(description=_("Review: these ideas are right"), permissions=["change"])
    def review(self, request: HttpRequest, queryset: Any) -> None:
        for foods in queryset:
            try:
                review_foods(actor=cast(User, request.user), foods=foods)
                self.message_user(request, _("Reviewed: %(plan)s") % {"plan": foods}, messages.SUCCESS)
            except (RuleViolation, PermissionDenied) as no:
                self.message_user(request, f"{foods}: {no}", messages.ERROR)
