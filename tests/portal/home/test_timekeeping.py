"""The timetable without a broker."""

from datetime import timedelta

import pytest
import time_machine
from django.core.management import call_command
from django.utils import timezone

from portal.celery import app
from portal.home.timekeeping import turns
from portal.moderation.models import AuditEntry, Case
from portal.timetable import TIMETABLE
from tests.factories.moderation import make_case, open_house


@pytest.mark.django_db
def test_a_case_whose_clock_ran_out_is_heard_of_and_no_task_fails(capsys):
    with open_house() as house:
        case = make_case(house)
        Case.objects.filter(pk=case.pk).update(due_at=timezone.now() - timedelta(minutes=1))

        call_command("keep_house", "--once")

    of_the_engine = [row for row in TIMETABLE.values() if row["task"].startswith("portal.notifications.tasks.")]
    others = len(TIMETABLE) - len(of_the_engine)
    assert len(of_the_engine) == 4
    assert capsys.readouterr().out == f"{others} of {others} tasks done.\n"
    assert AuditEntry.objects.filter(act="case.overdue", subject=f"case:{case.pk}").exists()


def test_short_ticks_begin_at_once_and_what_has_an_hour_waits_for_it():
    all_turns = {turn.task: turn for turn in turns(app)}
    tick, daily = all_turns["portal.moderation.tasks.escalate"], all_turns["portal.moderation.tasks.tidy"]

    found = []
    for moment in ("2026-03-01T02:00:00Z", "2026-03-01T02:00:30Z", "2026-03-01T02:01:05Z", "2026-03-01T02:31:00Z"):
        with time_machine.travel(moment, tick=False):
            now = app.now()
            due = (tick.is_due(now), daily.is_due(now))
        tick.last = now if due[0] else tick.last
        found.append(due)

    assert found == [(True, False), (False, False), (True, False), (True, True)]
