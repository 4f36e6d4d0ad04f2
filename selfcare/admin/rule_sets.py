"""Rules that read numbers of the diary: signed here, or silent."""

from typing import Any, ClassVar

from django.contrib import admin, messages
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from portal.accounts import roles
from portal.accounts.staff import RoleModelAdmin, named
from selfcare.models import RuleSet
from selfcare.operations.rule_sets import sign_rules, withdraw_rules


@admin.register(RuleSet)
class RuleSetAdmin(RoleModelAdmin):
    """Rules that read the numbers of the diary and show their writer whom to call. None runs until a clinical reviewer
    signs it here; what is signed is never changed, only withdrawn and replaced."""

    changers: ClassVar = (roles.CLINICAL_REVIEWERS,)
    list_display = ["__str__", "signed_at", "signer", "withdrawn_at"]
    list_select_related = ["signed_by"]
    limits: ClassVar = [
        "pain_from",
        "rise_by",
        "nights",
        "loss_percent",
        "days_without_stool",
        "fluid_percent",
        "source",
    ]
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
