"""The care cards of all guides, as they were published."""

from articles.models import PublishedCareCard

MOST = 500


def cards_of_all(language: str) -> list[PublishedCareCard]:
    """Published care cards with the address of their guide, the most urgent level first. One query."""
    wanted = ("block_id", "language", "level", "position", "data", "html", "revision__slug")
    rows = PublishedCareCard.objects.filter(language=language).select_related("revision").only(*wanted)
    order = PublishedCareCard.Level.values
    found = rows.order_by("article__position", "article__slug", "position")
    return sorted(found, key=lambda card: order.index(card.level))[:MOST]
