"""Icons, faces and drawings for templates."""

import re
import zlib

from django import template
from django.template.loader import render_to_string
from django.templatetags.static import static
from django.utils.html import format_html
from django.utils.safestring import SafeString

register = template.Library()

SHAPES = ("", " face--b", " face--c")
DRAWINGS = frozenset(
    "beam bone cord cup empty heat medicine night phone plate scan spine stairs talk walk".split()
)


@register.simple_tag
def icon(name: str, flip: bool = False, large: bool = False) -> SafeString:
    """One symbol of the sprite, sized to the words beside it. `flip=True` for arrows, reply, undo, skip and sign-out."""
    kinds = f"i{' i--l' if large else ''}{' flip' if flip else ''}"
    return format_html(
        '<svg class="{}" viewBox="0 0 24 24" aria-hidden="true"><use href="{}#i-{}"/></svg>',
        kinds,
        static("portal/icons.svg"),
        name,
    )


@register.simple_tag
def face(name: str, small: bool = False) -> SafeString:
    """The first letter of a name on a pebble. The same name always gets the same pebble; the name itself stands beside."""
    letters = re.findall(r"\w", str(name))
    return format_html(
        '<span class="face{}{}" aria-hidden="true">{}</span>',
        SHAPES[zlib.crc32(str(name).encode()) % len(SHAPES)],
        " face--s" if small else "",
        letters[0].upper() if letters else "·",
    )


@register.simple_tag
def art(name: str) -> SafeString:
    """A drawing. It carries no facts, so it is hidden from screen readers; a name we have not drawn gets the walk."""
    return render_to_string(f"portal/art/{name if name in DRAWINGS else 'walk'}.svg")
