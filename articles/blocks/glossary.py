"""Words of the article and what they mean."""

from django.utils.translation import gettext_lazy as _

from articles.blocks.base import BlockType
from articles.blocks.fields import Line, Rows

GLOSSARY = BlockType(
    kind="glossary",
    label=_("Words explained"),
    for_everybody=True,
    said=_("Words explained"),
    list_of="terms",
    fields={
        "terms": Rows(
            label=_("Words"),
            unique="term",
            columns={
                "term": Line(label=_("Word"), plain=True, longest=80),
                "meaning": Line(label=_("Meaning"), longest=600),
            },
        ),
    },
)
