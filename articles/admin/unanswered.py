"""What people looked for in vain: what the library lacks."""

from django.contrib import admin

from articles.models import UnansweredQuery
from portal.accounts import roles
from portal.accounts.staff import RoleModelAdmin


@admin.register(UnansweredQuery)
class UnansweredQueryAdmin(RoleModelAdmin):
    """The words most people asked for first. Editors take away those that they dealt with."""

    viewers = (roles.EDITORS,)
    deleters = (roles.EDITORS,)
    list_display = ("query", "language", "people", "first_on", "last_on")
    list_filter = ("language",)
    search_fields = ("query",)
    fields = list_display
    readonly_fields = list_display
