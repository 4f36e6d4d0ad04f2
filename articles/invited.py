"""What an invited reviewer sees: the draft, block by block, each with their own remarks."""

import uuid
from collections import defaultdict
from dataclasses import dataclass, field
from typing import Any

from articles.models import BlockComment, ReviewInvitation
from articles.reads import Page, Part, preview_page


@dataclass(frozen=True)
class RemarkablePart:
    part: Part
    remarks: list[BlockComment] = field(default_factory=list)


def invited_page(invitation: ReviewInvitation, user: Any, country: str) -> tuple[Page, list[RemarkablePart]]:
    """Nothing of what others remarked, and nothing of another article."""
    page = preview_page(invitation.article, user, country)
    said: dict[uuid.UUID | None, list[BlockComment]] = defaultdict(list)
    for remark in invitation.comments.all():
        said[remark.block_id].append(remark)
    return page, [RemarkablePart(part, said[uuid.UUID(part.id)]) for part in page.parts]
