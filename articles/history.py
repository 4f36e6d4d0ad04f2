"""What readers may know of how a guide changed: every published version, with its day and what was new in it."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from articles.models import Article

MOST = 200


@dataclass(frozen=True)
class PublishedVersion:
    """`reviewed` is on a version with a clinical review; a minor one carries the review of the one before."""

    number: int
    published_at: dt.datetime
    note: str
    minor: bool
    reviewed_at: dt.datetime | None
    sample: bool

    @property
    def reviewed(self) -> bool:
        return bool(self.reviewed_at) and not self.minor


def published_versions(article: Article) -> Sequence[PublishedVersion]:
    """The latest first. One query at any length; a retired guide and a draft have none to show."""
    if not article.is_published:
        return []
    columns = ("number", "published_at", "note", "minor", "reviewed_at", "sample")
    return [PublishedVersion(*row) for row in article.revisions.order_by("-number").values_list(*columns)[:MOST]]
