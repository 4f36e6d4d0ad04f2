"""Where the article's facts come from. Every source cited stands here, and every one that stands here is cited."""

from django.utils.translation import gettext_lazy as _

from articles.blocks.base import BlockType
from articles.blocks.fields import Address, Day, Key, Line, Rows, Year

SOURCES = BlockType(
    kind="sources",
    label=_("Sources"),
    for_everybody=True,
    said=_("Sources"),
    list_of="sources",
    fields={
        "sources": Rows(
            label=_("Sources"),
            unique="key",
            columns={
                "key": Key(label=_("Key")),
                "title": Line(label=_("Title"), plain=True, longest=300),
                "publisher": Line(label=_("Publisher"), plain=True, longest=200),
                "url": Address(label=_("Web address")),
                "accessed": Day(label=_("Read on")),
                "year": Year(label=_("Year")),
            },
        ),
    },
)
