"""Where readers who come by an old address are taken."""

from articles.models import OldAddress


def article_at(path: str) -> str | None:
    """The address of the published article that stood at this path, or None. A draft is nowhere."""
    row = OldAddress.objects.filter(path=path).select_related("article").first() if len(path) <= 400 else None
    return row.article.get_absolute_url() if row and row.article.is_published else None
