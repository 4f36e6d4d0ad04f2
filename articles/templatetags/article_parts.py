"""Icons inside stored HTML: the sprite's address changes with each release, so it is filled in when a page is read."""

from django import template
from django.utils.html import format_html
from django.utils.safestring import SafeString

from articles.asking import questions_by_block
from articles.blocks import tokens
from articles.reads import Page, Part
from articles.rendering import SPRITE

register = template.Library()


@register.simple_tag
def stored_icon(name: str) -> SafeString:
    return format_html(
        '<svg class="i" viewBox="0 0 24 24" aria-hidden="true"><use href="{}#i-{}"/></svg>', SPRITE, name
    )


@register.filter
def in_words(text: str) -> str:
    """Phone tokens said in words, where no country is known."""
    return tokens.in_words(text)


@register.filter
def questions_in(page: Page, part: Part) -> list[tuple[int, str]]:
    """The numbered questions of one block of a published page."""
    return questions_by_block(page.article.current).get(part.id, [])
