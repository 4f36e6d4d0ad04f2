"""Reading under an opening: the doors open for one page, and it is written down before it is shown."""

from collections.abc import Callable
from typing import Any

from django.db import transaction
from django.db.models import F

from groups import rules
from groups.models import BreakGlass
from groups.models.break_glass import BreakGlassQuerySet
from portal.accounts.models import User
from portal.moderation.operations import audit

Find = Callable[[BreakGlassQuerySet, str], BreakGlassQuerySet]
UNTIL = "Handrail-Break-Glass-Until"


def open_page(*, actor: Any, find: Find, handle: str, page: str, start: str = "") -> BreakGlass | None:
    """Let this user, as loaded for this request, through the doors of what they opened. One query for staff, none for
    anybody else. `find` narrows openings to those that hold what `handle` names."""
    if not actor.is_authenticated or not actor.is_staff:
        return None
    live: Any = BreakGlass.objects.live().filter(asked_by=actor)
    held = find(live, handle).order_by("-thread_id", "-ends_at").first()
    if held is None or not rules.can_break_glass(actor):
        return None
    number = start if start.isascii() and start.isdigit() and len(start) < 9 else ""
    about = page if page == "group" else ":".join(filter(None, [page, handle, number]))
    if not note_page(actor=actor, glass=held, page=about):
        return None
    actor.glass = held
    return held


@transaction.atomic
def note_page(*, actor: User, glass: BreakGlass, page: str) -> bool:
    """Write down one page before it is shown. False when it is over by now: then nothing is shown. `page` is a kind of
    page and what it is about, such as "thread:k3v…": a handle, never words."""
    read = BreakGlass.objects.live().filter(pk=glass.pk, asked_by=actor).update(pages_read=F("pages_read") + 1)
    if not read:
        return False
    audit(actor=actor, act="glass.read", subject=f"glass:{glass.pk}:{page}"[:120])
    return True
