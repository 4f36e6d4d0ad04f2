"""The history of what was published. It can be read, never written."""

from typing import Any

from django.contrib import admin
from django.http import HttpRequest
from django.urls import reverse
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _

from articles.models import Revision
from articles.reads import for_reader
from portal.accounts import roles
from portal.accounts.staff import RoleModelAdmin, named

FIELDS = ("article", "number", "title", "lead", "note", "published_at", "publisher", "sample", "words")


@admin.register(Revision)
class RevisionAdmin(RoleModelAdmin):
    viewers = (roles.EDITORS, roles.CLINICAL_REVIEWERS)
    list_display = ["title", "number", "language", "published_at", "publisher", "note", "compare"]
    list_select_related = ["published_by"]
    list_filter = ["language", "published_at"]
    search_fields = ["title", "note"]
    ordering = ["-published_at", "-number"]
    fields = FIELDS
    readonly_fields = FIELDS
    publisher = staticmethod(named("published_by", _("Published by")))

    class Media:
        css = {"all": ["articles/css/editor.css"]}

    def get_queryset(self, request: HttpRequest) -> Any:
        return super().get_queryset(request).select_related("article").defer("blocks", "contents")

    def lookup_allowed(self, lookup: str, value: Any, request: HttpRequest) -> bool:
        return lookup == "article__id__exact" or super().lookup_allowed(lookup, value, request)

    @admin.display(description=_("Compare"))
    def compare(self, revision: Revision) -> SafeString:
        """With the version before, or with the draft where it is the first."""
        sides = f"from={revision.number - 1}&to={revision.number}" if revision.number > 1 else "from=1&to=draft"
        page = reverse("admin:articles_article_compare", args=[revision.article_id])
        words = _("What changed in version %(number)s") % {"number": revision.number}
        return format_html('<a href="{}?{}">{}</a>', page, sides, words)

    @admin.display(description=_("What it said"))
    def words(self, revision: Revision) -> SafeString:
        return format_html_join("", "<div>{}</div>", ((for_reader(part["html"], ""),) for part in revision.parts))
