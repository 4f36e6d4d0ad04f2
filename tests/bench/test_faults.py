"""The harness of the fault runs in small: a judge that sees what is wrong, a mail server that follows its script."""

import smtplib
import time
from datetime import timedelta
from pathlib import Path

import pytest

from bench.faults.crowd import Crowd, plain_environment
from bench.faults.judge import judged, read_log
from bench.faults.run import Run
from bench.faults.sink import Script
from bench.faults.timeline import Fault, Timeline
from portal.core.clock import handrail_now
from portal.notifications.channels.letter import message_id
from portal.notifications.models import Delivery
from tests.factories.accounts import make_user
from tests.factories.notifications import WALK, make_delivery

pytestmark = pytest.mark.django_db


def write_log(path: Path, *lines: tuple[float, str, str]) -> Path:
    path.write_text("".join(f"{at}\t{what}\t{known_as}\ta@sink.example\n" for at, what, known_as in lines))
    return path


def sent(**fields: object) -> Delivery:
    return make_delivery(channel="email", state="sent", sent_at=handrail_now(), **fields)


def test_the_judge_finds_what_is_lost_twice_and_strange_whatever_the_database_says(tmp_path: Path):
    arrived, twice, lost = sent(), sent(), sent()
    make_delivery(channel="email", state="cancelled")
    now = time.time()
    log = write_log(
        tmp_path / "log",
        (now, "taken", message_id(arrived)),
        (now, "dropped", message_id(twice)),
        (now, "taken", message_id(twice)),
        (now, "later", message_id(lost)),
        (now, "taken", "<nobody@knows>"),
    )

    found = judged(read_log(log), [WALK], since=0)

    assert (found["due"], found["lost"], found["duplicates"], found["strangers"]) == (4, 1, 1, 1)
    assert found["copies_max"] == 2


def test_lateness_counts_from_when_it_was_due_or_from_the_last_fault(tmp_path: Path):
    now = handrail_now()
    late, old = sent(due_at=now - timedelta(seconds=40)), sent(due_at=now - timedelta(seconds=500))
    at = now.timestamp()
    log = write_log(tmp_path / "log", (at, "taken", message_id(late)), (at, "taken", message_id(old)))

    assert judged(read_log(log), [WALK], since=at - 60)["lateness_p99"] == 60
    assert judged(read_log(log), [WALK], since=at - 10)["lateness_p99"] == 10


def test_the_same_thing_planned_twice_for_one_person_is_counted():
    from bench.faults.judge import announced_twice

    person = make_user()
    rows = [Delivery(kind=WALK, subject_key=key, recipient_id=person.pk) for key in ("a", "a", "b")]

    assert announced_twice(rows) == 1


@pytest.mark.parametrize(
    ("report", "wrong"),
    [
        ({}, []),
        ({"lost": 1}, ["lost is 1"]),
        ({"duplicates": 4}, ["4 duplicates, at most 3"]),
        ({"copies_max": 3}, ["3 copies of one message"]),
        ({"announced_twice": 2}, ["announced_twice is 2"]),
    ],
)
def test_a_run_says_in_words_which_condition_is_broken(tmp_path: Path, report: dict, wrong: list[str]):
    fine = {"lost": 0, "strangers": 0, "announced_twice": 0, "duplicates": 3, "bound": 3, "copies_max": 2}

    assert Run("", tmp_path, due=1, seed=1).broken({**fine, **report}) == wrong


def test_the_far_end_misbehaves_in_the_shares_it_was_told_and_only_once():
    script = Script(seed=7, shares={"later": 0.1, "gone": 0.02, "hang": 0.01, "drop": 0.01})
    people = [f"p{number}@sink.example" for number in range(20_000)]
    fates = [script.fate(one) for one in people]

    assert 1800 < fates.count("later") < 2200
    assert 330 < fates.count("gone") < 470
    assert 150 < fates.count("hang") < 250
    assert 150 < fates.count("drop") < 250
    script.had.update(people)
    assert {script.fate(one) for one in people} == {"", "gone"}


def test_a_mail_server_of_a_run_writes_down_what_it_did(tmp_path: Path):
    crowd = Crowd(plain_environment(), tmp_path, seed=0)
    with crowd.ends:
        port = crowd.start_sink({"gone": 1.0})
        with smtplib.SMTP("127.0.0.1", port) as line, pytest.raises(smtplib.SMTPRecipientsRefused):
            line.sendmail("a@here.example", ["b@sink.example"], "Message-ID: <1@x>\r\n\r\nwords")
        (tmp_path / "accepted.away").touch()
        with pytest.raises(smtplib.SMTPConnectError):
            smtplib.SMTP("127.0.0.1", port)

    assert [(line.what, line.recipient) for line in read_log(crowd.log)] == [("gone", "b@sink.example"), ("away", "")]


def test_a_mail_is_written_down_before_it_is_answered(tmp_path: Path):
    crowd = Crowd(plain_environment(), tmp_path, seed=0)
    with crowd.ends:
        port = crowd.start_sink()
        with smtplib.SMTP("127.0.0.1", port) as line:
            for number in range(3):
                line.sendmail("a@here.example", ["b@sink.example"], f"Message-ID: <{number}@x>\r\n\r\n.words")
                assert read_log(crowd.log)[-1].message_id == f"<{number}@x>"


def test_faults_happen_once_each_and_in_order():
    acts: list[str] = []
    faults = [Fault(at, name, lambda name=name: acts.append(name)) for at, name in ((0.0, "b"), (-1.0, "a"), (99, "c"))]
    timeline = Timeline(*faults)

    timeline.go()
    timeline.go()

    assert acts == ["a", "b"]
    assert not timeline.is_over()
    assert [one["what"] for one in timeline.log] == ["a", "b"]
