"""Moderation in the admin: to audit, never to act. What people wrote, and where, stays on the desk."""

from typing import Any

from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from portal.accounts import roles
from portal.accounts.long_lists import LongListAdmin
from portal.accounts.staff import RoleModelAdmin
from portal.moderation.models import AuditEntry, Case, Reply
from portal.moderation.models.case import SITE

LATELY = 2000


@admin.register(Case)
class CaseAdmin(LongListAdmin):
    """Numbers, bands and times. Neither the thing, nor its author, nor which group it stands in."""

    viewers = (roles.SAFEGUARDING_LEADS,)
    list_display = ["number", "band", "origin", "opened_at", "due_at", "closed_at", "claimed_by", "part"]
    along = "-opened_at"
    list_select_related = ["claimed_by"]
    list_filter = ["band", "origin", ("closed_at", admin.EmptyFieldListFilter)]
    search_fields = ["number__exact"]
    search_help_text = _("The whole number of the case")
    fields = ("number", "band", "origin", "part", "opened_at", "due_at", "closed_at", "claimed_by", "claim_until")
    readonly_fields = fields

    @admin.display(description=_("part of the site"))
    def part(self, case: Case) -> str:
        return str(_("Site") if case.scope == SITE else _("A group"))


@admin.register(Reply)
class ReplyAdmin(RoleModelAdmin):
    """The team's own messages to start from. They hold nobody's words."""

    changers = (roles.MODERATORS, roles.SAFEGUARDING_LEADS)
    list_display = ["label", "reason", "language", "retired_at"]
    list_filter = ["language", "reason"]
    search_fields = ["label"]
    fields = ["label", "reason", "language", "body", "retired_at"]

    def get_queryset(self, request: HttpRequest) -> QuerySet[Reply]:
        """Only the site’s own: those of a group belong to its moderators, and a name may say what it is about."""
        return super().get_queryset(request).filter(scope=SITE)


class LatelyDone(admin.SimpleListFilter):
    """Acts that the newest entries tell of: to know all there ever were, the whole table would have to be read."""

    title = _("act")
    parameter_name = "act"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, str]]:
        newest = AuditEntry.objects.order_by("-position").values("position", "act")[:LATELY]
        found = AuditEntry.objects.filter(position__in=newest.values("position")).order_by("act")
        return [(act, act) for act in found.values_list("act", flat=True).distinct()]

    def queryset(self, request: HttpRequest, queryset: QuerySet[AuditEntry]) -> QuerySet[AuditEntry]:
        return queryset.filter(act=self.value()) if self.value() else queryset


@admin.register(AuditEntry)
class AuditEntryAdmin(LongListAdmin):
    viewers = (roles.SAFEGUARDING_LEADS,)
    list_display = ["position", "at", "actor", "act", "subject"]
    list_select_related = ["actor"]
    along = "-position"
    list_filter = [LatelyDone]
    search_fields = ["subject__exact"]
    search_help_text = _("The whole subject")
    fields = ("position", "at", "actor", "act", "subject", "text_digest", "previous", "digest")
    readonly_fields = fields
