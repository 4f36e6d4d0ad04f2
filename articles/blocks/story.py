"""A story in somebody's own words, with a note that says whose words they are."""

from django.utils.translation import gettext_lazy as _

from articles.blocks.base import BlockType
from articles.blocks.fields import Line

STORY = BlockType(
    kind="story",
    label=_("Story"),
    title="title",
    fields={
        "title": Line(label=_("Title"), plain=True, longest=160),
        "text": Line(label=_("Story"), many_lines=True, longest=8000),
        "note": Line(label=_("Whose story it is"), plain=True, longest=300),
    },
)
