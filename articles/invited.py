"""What an invited reviewer sees: the draft, block by block, each with their own remarks."""

import uuid
from collections import defaultdict
from dataclasses import dataclass, field, replace
from typing import Any
from urllib.parse import urlencode

from django.utils.safestring import SafeString

from articles.models import BlockComment, ReviewInvitation
from articles.reads import Page, Part, preview_page
from portal.core.text import stored_html


@dataclass(frozen=True)
class RemarkablePart:
    part: Part
    remarks: list[BlockComment] = field(default_factory=list)


def invited_page(
    invitation: ReviewInvitation, user: Any, country: str, token: str
) -> tuple[Page, list[RemarkablePart]]:
    """Nothing of what others remarked, and nothing of another article. Pictures are asked for with the `token`."""
    page = preview_page(invitation.article, user, country)
    said: dict[uuid.UUID | None, list[BlockComment]] = defaultdict(list)
    for remark in invitation.comments.all():
        said[remark.block_id].append(remark)
    parts = [replace(part, html=_with_pictures(part, token)) if part.kind == "figure" else part for part in page.parts]
    return page, [RemarkablePart(part, said[uuid.UUID(part.id)]) for part in parts]


def _with_pictures(part: Part, token: str) -> SafeString:
    return stored_html(str(part.html).replace('.webp"', f'.webp?{urlencode({"invited": token})}"'))
