"""Guides beside something else, by shared health topics."""

from collections.abc import Sequence
from typing import Any

from django.utils.translation import get_language
from django.utils.translation import gettext as _

from articles import reads
from articles.blocks import tokens
from articles.languages import content_language
from articles.models import Article
from portal.core.related import Offer


def _offer(article: Article) -> Offer:
    shown = article.current
    assert shown is not None  # noqa: S101  (a database constraint)
    return Offer(
        part="learn",
        title=shown.title,
        line=tokens.in_words(shown.lead),
        url=article.get_absolute_url(),
        link=_("Read this guide"),
        ref=article.slug,
    )


def offers(user: Any, topic_slugs: Sequence[str], limit: int) -> Sequence[Offer]:
    """Published guides about one of these topics that are in date, in the library's order. One query."""
    articles = reads.recommended(content_language(get_language())).filter(
        current__topic_slugs__overlap=list(topic_slugs)
    )
    return [_offer(article) for article in articles[:limit]]


def find(user: Any, ref: str) -> Offer | None:
    article = reads.in_library(content_language(get_language())).filter(slug=ref).first()
    return _offer(article) if article else None
