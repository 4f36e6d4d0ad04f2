"""What this house holds about a person: which guides they look after and which versions they published."""

from collections.abc import Mapping, Sequence
from typing import Any

from articles.models import Article, Revision


def export(user: Any) -> Mapping[str, Sequence[Mapping[str, Any]]]:
    owned = Article.objects.filter(owner=user).values("title", "language", "slug", "state")
    published = Revision.objects.filter(published_by=user).values("title", "number", "note", "published_at")
    return {
        "guides": list(owned),
        "versions": [{**row, "published_at": row["published_at"].isoformat()} for row in published],
    }


def erase(user: Any, keep_words: bool) -> None:
    """Nobody owns their guides any more. Revisions are never changed; they point to a row without a name."""
    Article.objects.filter(owner=user).update(owner=None)
