"""Small things the roof's templates need."""

from urllib.parse import urlencode

from django import template

register = template.Library()


@register.simple_tag
def querystring_for(**parts: str) -> str:
    """A query string of the given parts, encoded."""
    return urlencode(parts)
