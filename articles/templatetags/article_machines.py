"""Data blocks for machines, in the head of a guide."""

from django import template
from django.utils.html import format_html_join
from django.utils.safestring import SafeString

from articles.reads import Page
from articles.structured import structured

register = template.Library()


@register.simple_tag
def data_blocks(page: Page) -> SafeString:
    return format_html_join(
        "\n", '<script type="application/ld+json">{}</script>', ((one,) for one in structured(page))
    )
