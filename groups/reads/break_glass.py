"""What is asked and open, what an address names, and what a group is told about openings of it."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any
from uuid import UUID

from django.db.models import Count
from django.db.models.functions import TruncMonth
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from groups.models import BreakGlass, Post, SupportGroup, Thread
from portal.moderation.models import AuditEntry

PAGES = {"group": _("The group"), "thread": _("A thread"), "post": _("A post"), "picture": _("A picture")}
IN_TURN = timedelta(hours=24)
MONTHS = 12
PLACE = re.compile(r"/?groups/(?:(t|p)/([\w-]{1,32})|([\w-]{1,80}))/?$")


@dataclass(frozen=True, slots=True)
class Named:
    """What somebody wants to read: a group, or one thread of it."""

    group: SupportGroup
    thread: Thread | None = None


def named_by(address: str) -> Named | None:
    """The group or thread of an address that somebody was given, with or without the host. It is for those who may ask
    alone: whoever has the address of a hidden group was told of it, because such addresses end in chance."""
    path = re.sub(r"^[a-z]+://[^/]+", "", address.strip(), flags=re.I).partition("#")[0].partition("?")[0]
    found = PLACE.fullmatch(path) if path.startswith("/") else PLACE.fullmatch(f"/groups/{path}")
    if found is None:
        return None
    kind, handle, slug = found.groups()
    if slug:
        group = SupportGroup.objects.filter(slug=slug).first()
        return Named(group) if group else None
    threads = Thread.objects.select_related("group")
    if kind == "p":
        thread = threads.filter(pk__in=Post.objects.filter(public_id=handle).values("thread")).first()
    else:
        thread = threads.filter(public_id=handle).first()
    return Named(thread.group, thread) if thread else None


def owed_by(actor: Any, glass: BreakGlass) -> set[UUID]:
    """Who agreed to an opening of the same group for this person within a day. One query."""
    rows = BreakGlass.objects.filter(group=glass.group_id, asked_by=actor, agreed_at__gt=timezone.now() - IN_TURN)
    return {one for one in rows.values_list("decided_by_id", flat=True) if one is not None}


def openings_for(user: Any) -> Sequence[BreakGlass]:
    """The hundred newest that this person may see. One query."""
    return list(BreakGlass.objects.visible_to(user).select_related("group", "thread", "asked_by", "decided_by")[:100])


def pages_of(glass: BreakGlass) -> Sequence[tuple[Any, datetime]]:
    """What was read under it, from the audit, for those who look at it afterwards: which kind of page and when. At most
    the first two hundred. One query."""
    if glass.agreed_at is None or glass.asked_by_id is None:
        return []
    entries = AuditEntry.objects.filter(actor=glass.asked_by_id, act="glass.read", at__gte=glass.agreed_at)
    found = entries.order_by("position").values_list("subject", "at")[:200]
    own = [(subject.split(":")[2], at) for subject, at in found if subject.startswith(f"glass:{glass.pk}:")]
    return [(PAGES[kind], at) for kind, at in own]


@dataclass(frozen=True, slots=True)
class Openness:
    """How often staff read a group within a year, by month, the newest first; and the openings themselves for those who
    look after it. Nothing is counted before the team was told of it."""

    months: Sequence[tuple[date, int]]
    total: int
    openings: Sequence[BreakGlass]


def openness(group: SupportGroup, *, for_team: bool) -> Openness:
    """One query, two for the team."""
    since = _first_of(timezone.localtime() - timedelta(days=335))
    known = BreakGlass.objects.told_to_team().filter(group=group, agreed_at__gte=since)
    rows = known.order_by().annotate(month=TruncMonth("agreed_at")).values("month").annotate(number=Count("pk"))
    months = sorted(((row["month"].date(), row["number"]) for row in rows), reverse=True)
    openings = list(known.order_by("-agreed_at")[:50]) if for_team else []
    return Openness(months=months, total=sum(number for _month, number in months), openings=openings)


def _first_of(moment: datetime) -> datetime:
    return moment.replace(day=1, hour=0, minute=0, second=0, microsecond=0)
