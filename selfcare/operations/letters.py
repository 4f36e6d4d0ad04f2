"""The weekly letter: expected by whoever does or writes something, and by nobody who is silent."""

import uuid
from datetime import datetime, time, timedelta
from zoneinfo import ZoneInfo

from django.db import connection, transaction

from portal.accounts.models import User
from portal.core.clock import handrail_now
from portal.core.kinds import EMAIL
from portal.core.local_time import zone_of
from portal.notifications.operations.deliveries import Wish, schedule
from portal.notifications.reads import wants
from selfcare.models import DiaryEntry, Occurrence, WaterLog, WeeklyLetter
from selfcare.models.letter import LETTER
from selfcare.operations.consent import need_consent

WEEK = timedelta(days=7)
WORTH = timedelta(hours=20)
A_TICK = 200

EXPECT = """
INSERT INTO selfcare_weeklyletter (id, owner_id, next_at) VALUES (%s, %s, %s)
ON CONFLICT (owner_id) DO UPDATE SET next_at = EXCLUDED.next_at WHERE selfcare_weeklyletter.next_at IS NULL
"""


def sunday_evening(after: datetime, zone: ZoneInfo) -> datetime:
    """The next Sunday at five in the afternoon there."""
    local = after.astimezone(zone)
    day = local.date() + timedelta(days=6 - local.weekday())
    at = datetime.combine(day, time(17), zone)
    return at if at > after else datetime.combine(day + WEEK, time(17), zone)


def expect_letter(*, actor: User) -> None:
    """Something was done or written: there is a letter to come. One statement, in the caller's transaction."""
    at = sunday_evening(handrail_now(), zone_of(actor.time_zone))
    with connection.cursor() as cursor:
        cursor.execute(EXPECT, [uuid.uuid4(), actor.pk, at])


@transaction.atomic
def post_letters() -> int:
    """Ask for the letters that are due; returns how many are new. A week in which nothing was done or written has no
    letter, and after it none is due until the person does something again. A tick takes two hundred."""
    now = handrail_now()
    due = WeeklyLetter.objects.filter(next_at__lte=now).order_by("next_at", "id")
    rows = list(due.select_related("owner").select_for_update(of=("self",), skip_locked=True)[:A_TICK])
    if not rows:
        return 0
    lively = active_since({row.owner_id for row in rows}, now - WEEK)
    willing = wants(lively, LETTER, EMAIL)
    for row in rows:
        row.next_at = sunday_evening(now, zone_of(row.owner.time_zone)) if row.owner_id in lively else None
    WeeklyLetter.objects.bulk_update(rows, ["next_at"])
    day = now.date().isoformat()
    return schedule(
        Wish(LETTER, f"letter:{day}", row.owner_id, EMAIL, now, now + WORTH) for row in rows if row.owner_id in willing
    )


def active_since(people: set[uuid.UUID], moment: datetime) -> set[uuid.UUID]:
    """Who of these did, wrote or drank something since. Three queries."""
    done = Occurrence.objects.filter(activity__owner_id__in=people, state=Occurrence.State.DONE, acted_at__gt=moment)
    wrote = DiaryEntry.objects.filter(owner_id__in=people, at__gt=moment, deleted_at=None)
    drank = WaterLog.objects.filter(owner_id__in=people, at__gt=moment)
    return {
        *done.values_list("activity__owner_id", flat=True),
        *wrote.values_list("owner_id", flat=True),
        *drank.values_list("owner_id", flat=True),
    }


@transaction.atomic
def letter_with_numbers(*, actor: User, wanted: bool) -> bool:
    """Whether the letter tells pain in numbers. Returns whether that changed."""
    need_consent(actor)
    mine, _new = WeeklyLetter.objects.get_or_create(owner=actor)
    if (mine.numbers_at is not None) == wanted:
        return False
    mine.numbers_at = handrail_now() if wanted else None
    mine.save(update_fields=["numbers_at"])
    return True
