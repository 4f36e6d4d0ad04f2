"""What somebody put on posts besides words: handed over on request, and gone with them."""

from collections.abc import Mapping, Sequence
from typing import Any

from django.utils.translation import gettext_lazy as _

from groups.models import Reaction
from portal.core.personal_data import PersonalData, holders

Rows = Sequence[Mapping[str, Any]]


def export(user: Any) -> Mapping[str, Rows]:
    reactions = Reaction.objects.owned_by(user).select_related("post__thread").order_by("post_id", "kind")
    return {
        "reactions": [
            {"thread": row.post.thread.title, "number": row.post.number, "reaction": row.kind} for row in reactions
        ],
    }


def erase(user: Any, keep_words: bool) -> None:
    Reaction.objects.filter(user=user).delete()


holders.register(
    PersonalData(
        key="groups.on_posts",
        label=_("What you put on posts"),
        models=["groups.Reaction"],
        export=export,
        erase=erase,
    )
)
