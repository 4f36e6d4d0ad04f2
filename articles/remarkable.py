"""The parts of a draft with what was remarked about each, for colleagues who may see the draft."""

import uuid
from collections import defaultdict
from dataclasses import dataclass
from typing import Any

from articles.models import Article, BlockComment


@dataclass(frozen=True)
class Remarkable:
    id: uuid.UUID
    name: str
    remarks: list[BlockComment]


def remarkable(article: Article) -> list[Remarkable]:
    said: dict[Any, list[BlockComment]] = defaultdict(list)
    for one in article.comments.select_related("by", "invitation"):
        said[one.block_id].append(one)
    return [Remarkable(block.pk, str(block), said[block.pk]) for block in article.blocks.order_by("ordering", "pk")]
