"""What a post said before it was changed. Its writer and the moderators of its group find it; readers find that it was
changed. People often change a post to take something out that was too much (docs/decisions/0002-post-states.md)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from groups.models import Post, PostEdit
from groups.reads.mentions import names_in, spoken


@dataclass(frozen=True, slots=True)
class Version:
    """`until` is when other words took their place; None for the words that stand now. `body` is None once emptied."""

    number: int
    body: str | None
    until: datetime | None


def versions_of(user: Any, post: Post) -> Sequence[Version]:
    """The newest first. For a post that came `with_words` through the door, to somebody who may read its history. Two
    queries at most."""
    names = names_in(user, [post.pk])
    earlier = PostEdit.objects.filter(post=post).order_by("-edit_number")
    now = Version(post.edit_number or 0, spoken(post.body or "", post.pk, names), None)
    return [
        now,
        *(
            Version(row.edit_number, None if row.redacted_at else spoken(row.body, post.pk, names), row.replaced_at)
            for row in earlier
        ),
    ]
