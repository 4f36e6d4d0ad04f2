"""What others ask about messages: the number on the bell, who wants what, and how the engine is doing."""

from collections.abc import Iterable
from typing import Any
from uuid import UUID

from portal.core.kinds import kinds
from portal.notifications.models import Notice, Preference
from portal.notifications.models.preference import EVERY_KIND


def unread_count(user: Any) -> int:
    """At most 100 are counted: the page says "99+" beyond."""
    return Notice.objects.owned_by(user).unread()[:100].count()


def wants(user_ids: Iterable[UUID], kind: str, channel: str) -> set[UUID]:
    """Who of these wants this kind on this channel, by their own choice or by the kind's default. One query.

    Kinds that are not optional are wanted by everybody. Raises KeyError for an unknown kind.
    """
    asked, known = set(user_ids), kinds.get(kind)
    if channel not in known.channels and channel != "null":
        return set()
    if not known.optional or not asked:
        return asked
    said = Preference.objects.filter(user_id__in=asked, kind__in=[kind, EVERY_KIND], channel=channel)
    rows = list(said.values_list("user_id", "kind", "wanted"))
    no = {user_id for user_id, _, wanted in rows if not wanted}
    yes = {user_id for user_id, _, wanted in rows if wanted}
    default = asked if channel in known.default_on or channel == "null" else set()
    return (default | yes) - no
