"""Blocks of one article rendered in the article's own language, with addresses of this site."""

from collections.abc import Mapping, Sequence
from typing import Any

from django.urls import reverse
from django.utils import translation

from articles.blocks.whole import Whole, render
from articles.models import Article

SPRITE = "[[sprite]]"
"""Stands in stored HTML for the address of the icon sprite, which changes with each release."""


def rendered(blocks: Sequence[Mapping[str, Any]], language: str) -> Whole:
    with translation.override(language):
        return render(blocks, language, lambda slug: reverse("articles:article", args=[language, slug]))


def rendered_draft(article: Article) -> Whole:
    """The article's blocks as they stand now."""
    return rendered([block.as_json() for block in article.blocks.order_by("ordering", "pk")], article.language)
