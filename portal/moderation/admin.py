"""Moderation in the admin: to audit, never to act. What people wrote, and where, stays on the desk."""

from django.contrib import admin
from django.utils.translation import gettext_lazy as _

from portal.accounts import roles
from portal.accounts.staff import RoleModelAdmin
from portal.moderation.models import AuditEntry, Case, Reply
from portal.moderation.models.case import SITE


@admin.register(Case)
class CaseAdmin(RoleModelAdmin):
    """Numbers, bands and times. Neither the thing, nor its author, nor which group it stands in."""

    viewers = (roles.SAFEGUARDING_LEADS,)
    list_display = ["number", "band", "origin", "opened_at", "due_at", "closed_at", "claimed_by", "part"]
    list_select_related = ["claimed_by"]
    list_filter = ["band", "origin", ("closed_at", admin.EmptyFieldListFilter)]
    search_fields = ["number"]
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


@admin.register(AuditEntry)
class AuditEntryAdmin(RoleModelAdmin):
    viewers = (roles.SAFEGUARDING_LEADS,)
    list_display = ["position", "at", "actor", "act", "subject"]
    list_select_related = ["actor"]
    list_filter = ["act"]
    search_fields = ["subject"]
    fields = ("position", "at", "actor", "act", "subject", "text_digest", "previous", "digest")
    readonly_fields = fields
    ordering = ["-position"]
