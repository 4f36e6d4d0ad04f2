"""What others ask about messages: the number on the bell, who wants what, and how the engine is doing."""

from collections.abc import Iterable, Sequence
from datetime import datetime, time
from typing import Any
from uuid import UUID

from django.db import connection
from django.db.backends.base.base import BaseDatabaseWrapper

from portal.core.clock import HandrailNow
from portal.core.kinds import EMAIL, SUMMARY, kinds
from portal.notifications.models import Notice, Preference, QuietHours, Rhythm, Suppression
from portal.notifications.models.preference import EVERY_KIND
from portal.notifications.models.rhythm import SUMMARY_AT
from portal.notifications.models.suppression import address_key

CHOICE = ("user_id", "kind", "channel", "wanted")


def names_of(user: Any, notices: Sequence[Notice]) -> dict[Any, str]:
    """What some notices are about, by their keys, as their houses name it for this reader now. One query for each
    house that names things."""
    asked: dict[Any, list[Notice]] = {}
    for one in notices:
        kind = kinds.find(one.kind)
        if kind and kind.about:
            asked.setdefault(kind.about, []).append(one)
    found: dict[Any, str] = {}
    for about, some in asked.items():
        names = about(user, sorted({one.subject for one in some}))
        found |= {one.pk: names[one.subject] for one in some if one.subject in names}
    return found


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


def wants_summary(user_ids: Iterable[UUID]) -> dict[UUID, set[str]]:
    """The gathered kinds that each of these wants told in the daily summary. One query.

    What somebody chose for a kind's own mail counts too: whoever asked for it at once, or not at all, wants no summary
    of it until they say so.
    """
    gathered = {kind.key for kind in kinds if kind.gathered}
    asked = set(user_ids)
    rows = Preference.objects.filter(user_id__in=asked, kind__in=gathered, channel__in=[SUMMARY, EMAIL])
    said = {(user_id, kind, channel): yes for user_id, kind, channel, yes in rows.values_list(*CHOICE)}

    def wanted(user_id: UUID, kind: str) -> bool:
        return said.get((user_id, kind, SUMMARY), (user_id, kind, EMAIL) not in said)

    return {one: {kind for kind in gathered if wanted(one, kind)} for one in asked}


def preferences_of(user: Any) -> tuple[dict[tuple[str, str], bool], bool]:
    """What a person said about (kind, channel), and whether all their optional mail rests. One query."""
    rows = Preference.objects.filter(user_id=user.pk).values_list("kind", "channel", "wanted")
    said = {(kind, channel): wanted for kind, channel, wanted in rows}
    rests = said.pop((EVERY_KIND, EMAIL), True) is False
    return said, rests


def summary_hour(user: Any) -> time:
    """When somebody wants their daily summary, where they are. One query."""
    return Rhythm.objects.filter(user_id=user.pk).values_list("summary_at", flat=True).first() or SUMMARY_AT


def paused_until(user: Any) -> datetime | None:
    """Until when everything that can wait rests for this person; None when it does not. One query."""
    rows = Rhythm.objects.filter(user_id=user.pk, paused_until__gt=HandrailNow())
    return rows.values_list("paused_until", flat=True).first()


def quiet_hours(user: Any) -> dict[str, tuple[time, time]]:
    """This person's quiet hours by channel. One query."""
    rows = QuietHours.objects.filter(user_id=user.pk).values_list("channel", "starts_at", "ends_at")
    return {channel: (starts, ends) for channel, starts, ends in rows}


def given_up_addresses(user: Any) -> set[str]:
    """Which of a person's own addresses are not written to any more, because mail to them came
    back or was marked as spam. Two queries."""
    owned = {address_key(email): email for email in user.emailaddress_set.values_list("email", flat=True)}
    given_up = Suppression.objects.filter(address_key__in=owned).values_list("address_key", flat=True)
    return {owned[key] for key in given_up}


WATCH = """
SELECT
    coalesce((SELECT max(extract(epoch FROM handrail_now() - greatest(next_try_at, due_at))) FROM (
              SELECT next_try_at, due_at FROM notifications_delivery
              WHERE state = 'pending' AND next_try_at <= handrail_now() AND not_after > handrail_now()
              ORDER BY next_try_at LIMIT 10000) waiting), 0)::float,
    (SELECT count(*) FROM (SELECT 1 FROM notifications_delivery
              WHERE state = 'pending' AND next_try_at <= handrail_now() LIMIT 10000) waiting),
    (SELECT count(*) FROM notifications_delivery WHERE state = 'uncertain'),
    (SELECT count(*) FROM notifications_delivery WHERE state = 'suppressed'),
    (SELECT count(*) FROM notifications_delivery WHERE state = 'dead'),
    coalesce((SELECT percentile_disc(0.99) WITHIN GROUP (ORDER BY late_ms) / 1000.0 FROM (
              SELECT late_ms, outcome FROM notifications_deliveryattempt ORDER BY id DESC LIMIT 1000) newest
              WHERE outcome = 'sent'), 0)::float,
    (SELECT extract(epoch FROM handrail_now() - max(at)) FROM notifications_heartbeat
              WHERE role IN ('wake', 'plan', 'reap'))::float,
    (SELECT extract(epoch FROM handrail_now() - at) FROM notifications_deliveryattempt
              WHERE channel = 'null' AND outcome = 'sent' ORDER BY id DESC LIMIT 1)::float,
    (SELECT count(*) FROM notifications_breaker WHERE opened_at IS NOT NULL)
"""


FIGURES = (
    "overdue_age_seconds", "waiting", "uncertain", "suppressed", "dead", "lateness_p99_seconds",
    "last_tick_age_seconds", "last_canary_age_seconds", "resting_channels",
)  # fmt: skip


def engine_watch(line: BaseDatabaseWrapper | None = None) -> dict[str, float | None]:
    """The figures for `/readyz/`, `/metrics` and the admin; ages are None where it never happened. `line` is the
    connection to ask on when it is not the page's own.

    One query, over partial indexes and the newest thousand attempts only. Raises database errors.
    """
    with (line or connection).cursor() as cursor:
        cursor.execute(WATCH)
        return dict(zip(FIGURES, cursor.fetchone(), strict=True))
