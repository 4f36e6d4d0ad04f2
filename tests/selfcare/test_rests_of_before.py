"""Rests from before they were rows: what slept sleeps, what was awake is awake, and what was listed holds."""

from datetime import UTC, datetime, time, timedelta

import pytest
from django.db import connection
from django.db.migrations.executor import MigrationExecutor

from portal.core.clock import handrail_now
from selfcare import operations
from selfcare.models import Activity, Pause
from tests.factories.accounts import make_user
from tests.factories.selfcare import ACCRA

BEFORE = "0020_letters_in_words"
DAY = timedelta(days=1)


def migrate(to=None):
    """Back to a migration of this house, or on to the newest."""
    executor = MigrationExecutor(connection)
    newest = executor.loader.graph.leaf_nodes("selfcare")
    return executor.migrate([("selfcare", to)] if to else newest).apps


@pytest.mark.django_db(transaction=True)
def test_old_rests_become_rows_and_mean_what_they_meant():
    person = make_user(time_zone=ACCRA)
    now = handrail_now()
    today, midnight = now.date(), datetime.combine(now.date(), time(0), UTC)
    try:
        old = migrate(BEFORE)
        Old, OldPause, OldHold = (old.get_model("selfcare", name) for name in ("Activity", "Pause", "ExerciseHold"))
        common = {"owner_id": person.pk, "home_zone": ACCRA, "anchor_at": now, "starts_on": today, "times": [time(9)]}

        def thing(kind, **more):
            return Old.objects.create(kind=kind, title_sealed=b"x", **common, **more).pk

        asked = {"owner_id": person.pk, "made_at": now - 3 * DAY}
        OldPause.objects.create(begins_on=today + 2 * DAY, ends_on=today + 4 * DAY, kind="diet", **asked)
        later = OldPause.objects.create(begins_on=today + 10 * DAY, ends_on=today + 12 * DAY, **asked)
        open_one = OldPause.objects.create(begins_on=today - 3 * DAY, kind="rest", **asked)
        made = {
            "until friday": thing("heat-cold", paused_at=now - DAY, paused_until=midnight + 3 * DAY),
            "displaced": thing("diet", pause=later, paused_at=midnight + 10 * DAY, paused_until=midnight + 13 * DAY),
            "held": thing("exercise", paused_at=now - DAY),
            "asleep before": thing("exercise", paused_at=now - 5 * DAY),
            "taken up": thing("rest"),
            "sleeps on": thing("rest", pause=open_one, paused_at=now - 3 * DAY),
            "nothing": thing("hydration"),
        }
        OldHold.objects.create(owner_id=person.pk, held_at=now - DAY, words_sealed=b"x", activities=[made["held"]])
    finally:
        migrate()

    def days(name):
        one = Activity.objects.get(pk=made[name])
        return [n for n in range(14) if one.is_resting(midnight + n * DAY + timedelta(hours=23, minutes=59))]

    every, week = list(range(14)), [10, 11, 12]
    found = {name: days(name) for name in made}
    assert found == {
        "until friday": [0, 1, 2, *week], "displaced": [2, 3, 4, *week], "held": every, "asleep before": every,
        "taken up": week, "sleeps on": every, "nothing": week,
    }  # fmt: skip
    assert set(Pause.objects.filter(activity__isnull=False).values_list("activity", "ends_on")) == {
        (made["until friday"], today + 2 * DAY), (made["asleep before"], None),
    }  # fmt: skip
    assert operations.end_rest(actor=person, pause=Pause.objects.get(pk=later.pk))
    assert days("displaced") == [2, 3, 4] and days("nothing") == []
