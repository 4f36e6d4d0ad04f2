"""The newsroom's own hard words, over the list that ships."""

from django.contrib import admin

from articles.models import HardWord
from portal.accounts import roles
from portal.accounts.staff import RoleModelAdmin


@admin.register(HardWord)
class HardWordAdmin(RoleModelAdmin):
    changers = (roles.EDITORS,)
    deleters = (roles.EDITORS,)
    viewers = (roles.CLINICAL_REVIEWERS,)
    list_display = ["word", "swap", "language", "note"]
    list_filter = ["language"]
    search_fields = ["word", "swap"]
    fields = ["language", "word", "swap", "note"]
