"""Blocks and topics inside an article's page. One inline per kind of block, all on one table, in one order."""

from typing import Any

from content_editor.admin import ContentEditorInline
from django.db.models import QuerySet
from django.forms import BaseInlineFormSet
from django.http import HttpRequest

from articles.blocks import BLOCKS
from articles.forms import block_form
from articles.models import ArticleTopic, Block
from portal.accounts import roles
from portal.accounts.staff import ByRole, RoleInline

ICONS = {
    "key-points": "checklist",
    "care-card": "emergency",
    "text": "notes",
    "do-dont": "rule",
    "table": "table_chart",
    "steps": "format_list_numbered",
    "evidence": "science",
    "disagree": "balance",
    "figure": "image",
    "glossary": "menu_book",
    "story": "format_quote",
    "plan-offer": "event",
    "group-offer": "groups",
    "faq": "quiz",
    "questions": "help",
    "organisations": "apartment",
    "sources": "link",
}


class BlockFormSet(BaseInlineFormSet):
    """Forms of one kind. The kind is the prefix, since all kinds share a table."""

    kind = ""

    @classmethod
    def get_default_prefix(cls) -> str:
        return cls.kind


class BlockInline(ByRole, ContentEditorInline):
    model = Block
    changers = (roles.EDITORS,)
    kind = ""
    extra = 0

    def get_queryset(self, request: HttpRequest) -> QuerySet[Block]:
        return super().get_queryset(request).filter(kind=self.kind)

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return self.has_change_permission(request, obj)


def block_inline(kind: str) -> type[BlockInline]:
    form = block_form(kind)
    name = "".join(part.capitalize() for part in kind.split("-"))
    return type(
        f"{name}Inline",
        (BlockInline,),
        {
            "kind": kind,
            "form": form,
            "formset": type(f"{name}FormSet", (BlockFormSet,), {"kind": kind}),
            "verbose_name": BLOCKS[kind].label,
            "verbose_name_plural": BLOCKS[kind].label,
            "icon": ICONS[kind],
            "color": "var(--body-fg)",
            "fieldsets": [(None, {"fields": [*BLOCKS[kind].fields, "region", "ordering"]})],
        },
    )


BLOCK_INLINES = [block_inline(kind) for kind in BLOCKS]


class TopicInline(RoleInline):
    """Stacked, because Django's tables of inlines give their inputs no labels."""

    model = ArticleTopic
    fields = [("topic", "position")]
    changers = (roles.EDITORS,)
    viewers = (roles.CLINICAL_REVIEWERS,)
    autocomplete_fields = ["topic"]
    extra = 1
