"""Ways on to a group or a plan. What is offered depends on the reader, so it is looked up when the page is read."""

from django.utils.translation import gettext_lazy as _

from articles.blocks.base import BlockType
from articles.blocks.fields import Key, Line

GROUP_OFFER = BlockType(
    kind="group-offer",
    label=_("Support group"),
    live=True,
    fields={
        "topic": Key(label=_("Health topic"), help=_("The topic’s address, such as lower-back-pain.")),
        "text": Line(label=_("Why it fits here"), longest=400),
    },
)
PLAN_OFFER = BlockType(
    kind="plan-offer",
    label=_("Plan"),
    live=True,
    fields={
        "template": Key(label=_("Plan"), help=_("The plan’s key, such as pain-check-in.")),
        "text": Line(label=_("Why it fits here"), longest=400),
    },
)
