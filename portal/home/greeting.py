"""A greeting that fits the person's own clock."""

from django.utils import timezone
from django.utils.translation import gettext as _


def greeting() -> str:
    """Morning until noon, afternoon until six, evening until ten; at night a quieter word."""
    hour = timezone.localtime().hour
    if 5 <= hour < 12:
        return _("Good morning")
    if 12 <= hour < 18:
        return _("Good afternoon")
    if 18 <= hour < 22:
        return _("Good evening")
    return _("Hello")
