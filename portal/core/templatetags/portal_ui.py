"""Icons, faces, drawings and moments for templates."""

import re
import zlib
from collections.abc import Iterable
from functools import lru_cache
from typing import Any

from django import template
from django.template.loader import render_to_string
from django.templatetags.static import static
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext

from portal.core.moments import day, when

register = template.Library()
register.filter("day", day)
register.filter("when", when)

SHAPES = ("", " face--b", " face--c")
DRAWINGS = frozenset(
    {"beam", "bone", "cord", "cup", "empty", "heat", "medicine", "night", "phone", "plate", "scan", "spine"}
    | {"stairs", "talk", "walk"}
)


@register.simple_tag
def icon(name: str, flip: bool = False, large: bool = False) -> SafeString:
    """One symbol of the sprite, as big as the words beside it. `flip=True` for arrows, reply, undo, skip, sign out."""
    return _drawn(name, flip, large)


@lru_cache(maxsize=512)
def _drawn(name: str, flip: bool, large: bool) -> SafeString:
    """Kept: a page of posts asks for four hundred of them."""
    kinds = f"i{' i--l' if large else ''}{' flip' if flip else ''}"
    return format_html(
        '<svg class="{}" viewBox="0 0 24 24" aria-hidden="true"><use href="{}#i-{}"/></svg>',
        kinds,
        static("portal/icons.svg"),
        name,
    )


@register.simple_tag
def face(name: str, small: bool = False) -> SafeString:
    """The first letter of a name on a pebble, the same one each time. The name itself stands beside it as text."""
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


@register.filter
def any_unconfirmed(addresses: Iterable[Any]) -> bool:
    """Whether one of these addresses still waits for its link to be opened."""
    return any(not address.verified for address in addresses)


BROWSERS = (("Edg", "Edge"), ("OPR", "Opera"), ("Firefox", "Firefox"), ("Chrome", "Chrome"), ("Safari", "Safari"))
DEVICES = (
    ("iPhone", "iPhone"),
    ("iPad", "iPad"),
    ("Android", "Android"),
    ("Windows", "Windows"),
    ("Macintosh", "Mac"),
    ("Linux", "Linux"),
)


@register.filter
def device(user_agent: str) -> str:
    """What a browser says about itself, in words people know: "Chrome on Android"."""
    browser = next((name for sign, name in BROWSERS if sign in user_agent), "")
    machine = next((name for sign, name in DEVICES if sign in user_agent), "")
    if browser and machine:
        return gettext("%(browser)s on %(machine)s") % {"browser": browser, "machine": machine}
    return browser or machine or gettext("A device we do not know")
