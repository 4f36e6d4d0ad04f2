"""Common questions, each folded until it is opened."""

from django.utils.translation import gettext_lazy as _

from articles.blocks.base import BlockType
from articles.blocks.fields import Line, Rows

FAQ = BlockType(
    kind="faq",
    label=_("Common questions"),
    said=_("Common questions"),
    list_of="items",
    fields={
        "items": Rows(
            label=_("Questions"),
            columns={
                "question": Line(label=_("Question"), plain=True, longest=300),
                "answer": Line(label=_("Answer"), many_lines=True, longest=4000),
            },
        ),
    },
)
