"""The harness of the fault runs in small: a judge that sees what is wrong, a mail server that follows its script."""

import smtplib
import time
from datetime import timedelta
from pathlib import Path

import pytest

from bench.faults.crowd import LOOP, Crowd, plain_environment
from bench.faults.house.apps import KIND
from bench.faults.judge import judged, read_log
from bench.faults.n1 import SmokeRun
from bench.faults.n2 import ReleaseRun
from bench.faults.n3 import CROWD, ONE_HAND, ZombieRun, skewed
from bench.faults.n4 import MailServerRun
from bench.faults.n5 import EditRun
from bench.faults.n6 import NightRun
from bench.faults.run import Hang, Run
from bench.faults.sink import Script
from bench.faults.timeline import Fault, Timeline
from portal.core.clock import handrail_now
from portal.notifications.channels.letter import message_id
from portal.notifications.models import Delivery
from tests.factories.accounts import make_user
from tests.factories.notifications import WALK, make_delivery

pytestmark = pytest.mark.django_db


FINE = {
    "lost": 0, "strangers": 0, "announced_twice": 0, "duplicates": 3, "bound": 3, "copies_max": 2,
    "due": 1, "asked": 1, "states": {"sent": 1},
}  # fmt: skip


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
        ({"asked": 2000}, ["1 messages, 2000 were asked for"]),
        ({"due": 2}, ["2 messages, 1 were asked for"]),
        ({"states": {"sent": 300, "dead": 1500, "expired": 200}}, ["1500 ended dead", "200 ended expired"]),
        ({"states": {"uncertain": 1, "pending": 1, "suppressed": 2}}, ["1 ended pending", "2 ended suppressed"]),
    ],
)
def test_a_run_says_in_words_which_condition_is_broken(tmp_path: Path, report: dict, wrong: list[str]):
    assert Run("", tmp_path, due=1, seed=1).broken({**FINE, **report}) == wrong


def test_only_the_run_with_mailboxes_that_do_not_exist_lets_messages_end_dead(tmp_path: Path):
    names = ["dead_and_not_refused", "refused_and_not_dead", "refused_twice", "stuck", "calls_in_outage"]
    none = dict.fromkeys([*names, "calls_allowed", "lateness_p99"], 0)
    report = FINE | none | {"states": {"sent": 1, "dead": 1}}

    assert MailServerRun("", tmp_path, due=1, seed=1).broken(report) == []
    assert SmokeRun("", tmp_path, due=1, seed=1).broken(report) == ["1 ended dead"]
    assert ReleaseRun("", tmp_path, due=1, seed=1).broken(report) == ["1 ended dead"]
    assert ZombieRun("", tmp_path, due=1, seed=1).broken(report) == ["1 ended dead"]


def test_plans_that_go_on_may_bring_more_messages_and_never_fewer(tmp_path: Path):
    nights = NightRun("", tmp_path, due=1, seed=1)
    report = FINE | {"dates_missed": 0, "dates_twice_or_unasked": 0, "states": {"sent": 1, "cancelled": 1}}
    edits = EditRun("", tmp_path, due=1, seed=1)

    assert nights.broken(report | {"due": 2, "asked": 1}) == []
    assert nights.broken(report | {"due": 1, "asked": 2}) == ["1 messages, 2 were asked for"]
    assert edits.broken(FINE | {"unwanted_too_late": [], "planned": 1}) == []
    assert edits.broken(FINE | {"unwanted_too_late": [], "planned": 0}) == [
        "0 planned for these minutes, 1 were asked for"
    ]


@pytest.mark.parametrize("kind", [SmokeRun, ReleaseRun, ZombieRun, MailServerRun])
def test_a_run_without_an_end_tells_all_that_any_report_tells(kind: type[Run], tmp_path: Path):
    run = kind("", tmp_path, due=3, seed=1)
    sent(kind=KIND)
    make_delivery(kind=KIND, channel="email", state="pending")

    told = run.hung(Hang("stuck"))

    assert told.keys() == run.report().keys()
    assert (told["run"], told["asked"], told["due"], told["kills"], told["lost"]) == (kind.name, 3, 2, 0, 2)
    assert not told["holds"]
    assert told["broken"][0] == "no end: stuck"
    assert {"2 messages, 3 were asked for", "1 ended pending"} <= {*told["broken"]}


def test_clocks_are_wrong_on_every_kind_of_sender():
    wrong = [(float(words[2]), words[3:]) for words in CROWD if words[1] == "bench.faults.skewed"]

    assert sorted(wrong) == sorted((hours, kind) for hours in (1.0, -1.0) for kind in (LOOP, ONE_HAND))
    assert {LOOP, ONE_HAND} <= {*CROWD}


def test_a_sender_with_a_wrong_clock_becomes_any_kind_of_process(tmp_path: Path):
    crowd = Crowd(plain_environment(), tmp_path, seed=0)
    tell = "import time, django.utils.timezone as t; print(int(t.now().timestamp()))"
    with crowd.ends:
        sender = crowd.start_sender(skewed(-1, ("manage.py", "shell", "--no-imports", "-c", tell)))
        assert sender.wait(120) == 0
        worker = crowd.start_sender(skewed(-1, ("-m", "celery", "--version")))
        assert worker.wait(60) == 0

    assert 3500 < time.time() - int(sender.said.read_text()) < 3900
    assert worker.said.read_text().strip()


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
