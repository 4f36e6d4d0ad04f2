"""Asking for messages, taking them back, choosing."""

import time as clock
from datetime import time, timedelta
from typing import Any

import pytest
import time_machine
from allauth.account.models import EmailAddress
from django.core import signing
from django.core.mail import EmailMultiAlternatives, send_mail
from django.db import IntegrityError, connection, transaction
from hypothesis import HealthCheck, given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as some

from portal.core.clock import handrail_now
from portal.core.errors import RuleViolation
from portal.core.kinds import Message
from portal.notifications.backend import DirectMailRefused
from portal.notifications.channels.outcome import Sent
from portal.notifications.engine.claim import claim
from portal.notifications.engine.fence import fence
from portal.notifications.engine.settle import settle
from portal.notifications.links import read_action, signed_action
from portal.notifications.models import Delivery, DeliveryAttempt, Preference, QuietHours, Rhythm, Suppression
from portal.notifications.models.suppression import address_key
from portal.notifications.operations import events
from portal.notifications.operations.deliveries import Wish, cancel, schedule, send_now
from portal.notifications.operations.notices import mark_read
from portal.notifications.operations.preferences import allow_email, choose, stop_email
from portal.notifications.operations.suppression import lift, suppress
from portal.notifications.personal_data import erase, export
from portal.notifications.reads import engine_watch, given_up_addresses, unread_count, wants
from tests.deaf import deaf_server
from tests.factories.accounts import make_user
from tests.factories.notifications import CODE, WALK, House, make_delivery, make_notice, walk_words

pytestmark = pytest.mark.django_db


def test_scheduling_fifty_wishes_costs_one_query(house: House, django_assert_num_queries):
    person, now = make_user(), handrail_now()
    wishes = [Wish(WALK, f"walk:{n}:0", person.pk, "null", now, now) for n in range(50)]

    with django_assert_num_queries(1):
        assert schedule(wishes) == 50
    assert schedule(wishes) == 0
    assert schedule([]) == 0


def test_a_message_for_nobody_in_particular_is_planned_once_too(house: House):
    now = handrail_now()
    wish = Wish(WALK, "walk:1:0", None, "null", now, now)

    assert [schedule([wish]), schedule([wish, wish])] == [1, 0]


def test_a_kind_that_nobody_registered_is_refused(house: House):
    now = handrail_now()
    with pytest.raises(KeyError):
        schedule([Wish("nobody.knows", "x", None, "null", now, now)])


def test_cancelling_touches_only_its_kind_and_keys(house: House):
    mine, other = make_delivery(subject_key="a:1"), make_delivery(subject_key="a:2")
    same_key = make_delivery(subject_key="a:1", kind=CODE)

    assert cancel(kind=WALK, subject_keys=["a:1"]) == 1
    assert cancel(kind=WALK, subject_keys=[]) == 0

    states = dict(Delivery.objects.values_list("pk", "state"))
    assert states == {mine.pk: "cancelled", other.pk: "pending", same_key.pk: "pending"}


def test_what_rolls_back_was_never_planned(house: House):
    now = handrail_now()
    with pytest.raises(ZeroDivisionError), transaction.atomic():
        schedule([Wish(WALK, "walk:1:0", None, "null", now, now)])
        1 / 0  # noqa: B018

    assert not Delivery.objects.exists()


@hypothesis_settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(steps=some.lists(some.tuples(some.sampled_from(["plan", "cancel"]), some.integers(0, 3)), max_size=12))
def test_any_order_of_planning_and_cancelling_leaves_what_was_said_last(house: House, steps: list[tuple[str, int]]):
    Delivery.objects.all().delete()
    now, said = handrail_now(), {}
    for act, number in steps:
        key = f"walk:{number}:0"
        if act == "plan":
            schedule([Wish(WALK, key, None, "null", now, now)])
            said[key] = "pending"
        else:
            cancel(kind=WALK, subject_keys=[key])
            said |= {key: "cancelled"} if key in said else {}

    assert dict(Delivery.objects.values_list("subject_key", "state")) == said


def test_words_and_address_of_a_code_are_sealed_in_the_row(house: House):
    send_now(
        kind=CODE, subject_key="account:1", recipient=None, address="ana@there.example",
        message=Message(subject="Your sign-in code", title="Your sign-in code", card=["K7Q-2PX"]),
        not_after=handrail_now(),
    )  # fmt: skip

    with connection.cursor() as cursor:
        cursor.execute("SELECT row(d.*)::text, d.words_sealed FROM notifications_delivery d")
        text, sealed = cursor.fetchone()
    assert b"K7Q-2PX" not in bytes(sealed) and b"ana@" not in bytes(sealed)
    assert "K7Q-2PX" not in text and "ana@" not in text
    assert Delivery.objects.get().words["address"] == "ana@there.example"


def test_a_code_goes_before_everything_that_waits_and_is_not_called_late_for_it(house: House):
    now = handrail_now()
    for _ in range(3):
        make_delivery(due_at=now - timedelta(minutes=40))
    code = send_now(
        kind=CODE, subject_key="code:9", recipient=make_user(), address=None, message=walk_words(), not_after=now
        + timedelta(minutes=15),
    )  # fmt: skip

    [first] = claim(limit=1)

    assert first.pk == code.pk
    assert first.due_at >= now
    fence(first)
    settle(first, Sent("250"))
    assert DeliveryAttempt.objects.get(delivery_id=code.pk).late_ms < 10_000
    assert 2390 < engine_watch()["overdue_age_seconds"] < 2500


def test_a_message_needs_somebody_to_go_to(house: House):
    with pytest.raises(ValueError, match="somebody"):
        send_now(
            kind=CODE, subject_key="1", recipient=None, address=None, message=walk_words(), not_after=handrail_now()
        )


def test_attempts_cannot_be_changed_or_removed():
    attempt = DeliveryAttempt.objects.create(
        delivery_id=make_delivery().pk, kind="x", channel="null", number=1, outcome="sent"
    )

    for refused in (lambda: DeliveryAttempt.objects.update(code="no"), attempt.delete):
        with pytest.raises(IntegrityError), transaction.atomic():
            refused()


def test_a_taken_row_without_a_lease_is_refused_by_the_database():
    with pytest.raises(IntegrityError, match="delivery_taken_has_a_lease"), transaction.atomic():
        make_delivery(state="leased")


def test_a_page_that_saves_waits_once_for_a_broker_that_says_nothing_and_the_next_ones_not_at_all(
    client, settings, django_capture_on_commit_callbacks
):
    person, waits = make_user(), []
    client.post("/accounts/password/reset/", {"email": person.email})  # what is loaded once is not waiting
    events.broker_rest.end()
    with deaf_server() as deaf:
        settings.CELERY_BROKER_URL = f"redis://127.0.0.1:{deaf.port}/0"
        for _ in range(3):
            began = clock.monotonic()
            with django_capture_on_commit_callbacks(execute=True) as callbacks:
                page = client.post("/accounts/password/reset/", {"email": person.email})
            waits.append(clock.monotonic() - began)
            assert (page.status_code, len(callbacks)) == (302, 1)
        assert deaf.calls() == 1

    assert max(waits) < 4
    assert Delivery.objects.count() == 4
    assert not events.broker_rest.may_ask()
    events.broker_rest.end()


def test_django_mail_by_any_library_becomes_a_sealed_delivery(settings):
    settings.EMAIL_BACKEND = "portal.notifications.backend.NoDirectMail"
    send_mail("Hello", "First.\n\nSecond\nline.", None, ["ana@there.example"])

    row = Delivery.objects.get()
    assert row.words["address"] == "ana@there.example"
    assert row.words["message"]["lines"] == ["First.", "Second line."]


@pytest.mark.parametrize(
    "more",
    [
        {"cc": ["b@there.example"]},
        {"bcc": ["b@there.example"]},
        {"reply_to": ["b@there.example"]},
        {"from_email": "Somebody <b@there.example>"},
        {"headers": {"X-Priority": "1"}},
        {"attachments": [("plan.txt", "words", "text/plain")]},
        {"alternatives": [("<p>b</p>", "text/html")]},
    ],
)
def test_a_mail_that_cannot_be_carried_whole_is_refused_loudly(settings, more: dict[str, Any]):
    settings.EMAIL_BACKEND = "portal.notifications.backend.NoDirectMail"
    mail = EmailMultiAlternatives("s", "b", to=["a@there.example"], **more)
    with pytest.raises(DirectMailRefused):
        mail.send(fail_silently=True)
    assert not Delivery.objects.exists()


def test_wanting_follows_the_person_then_the_default(house: House):
    asked, no, rests = make_user(), make_user(), make_user()
    ids = [one.pk for one in (asked, no, rests)]
    stop_email(user_id=no.pk, kind=WALK)
    stop_email(user_id=rests.pk, kind="*")

    assert wants(ids, WALK, "email") == {asked.pk}
    assert wants(ids, WALK, "in_app") == set(ids)
    assert wants(ids, CODE, "email") == set(ids)
    assert wants(ids, CODE, "in_app") == set()


def test_a_stop_can_be_taken_back(house: House):
    person = make_user()
    for kind in (WALK, "*"):
        stop_email(user_id=person.pk, kind=kind)
        stop_email(user_id=person.pk, kind=kind)
        assert wants([person.pk], WALK, "email") == set()
        allow_email(user_id=person.pk, kind=kind)
        assert wants([person.pk], WALK, "email") == {person.pk}


def test_choosing_keeps_the_whole_table_and_refuses_what_is_not_a_choice(house: House):
    person = make_user()

    choose(actor=person, wanted={(WALK, "email"): False, (WALK, "in_app"): True}, rest_email=True)
    choose(actor=person, wanted={(WALK, "email"): True}, rest_email=False)

    assert wants([person.pk], WALK, "email") == {person.pk}
    for key in [(CODE, "email"), ("nobody.knows", "email"), (WALK, "sms")]:
        with pytest.raises(RuleViolation):
            choose(actor=person, wanted={key: True}, rest_email=False)
    assert Preference.objects.count() == 2


def test_reading_ones_inbox_touches_nobody_elses():
    mine, theirs = make_user(), make_user()
    first, _, other = make_notice(mine), make_notice(mine), make_notice(theirs)
    assert unread_count(mine) == 2

    assert mark_read(actor=mine, notice_id=other.pk) == 0
    assert mark_read(actor=mine, notice_id=first.pk) == 1
    assert mark_read(actor=mine) == 1

    assert (unread_count(mine), unread_count(theirs)) == (0, 1)


def test_an_address_is_given_up_once_and_may_be_taken_back(house: House):
    person = make_user()

    assert suppress(address="Ana@There.example", reason="unknown", user_id=person.pk)
    assert not suppress(address="ana@there.example", reason="bounced", user_id=person.pk)

    assert Delivery.objects.filter(kind="notifications.address").count() == 1
    assert "ana" not in Suppression.objects.get().address_key
    assert given_up_addresses(person) == set()
    assert lift(keys=[address_key("ANA@there.example"), "0" * 64]) == 1
    assert not Suppression.objects.exists()


def test_a_person_may_know_which_of_their_addresses_do_not_work(house: House, django_assert_num_queries):
    person, other = make_user(email="ana@there.example"), make_user(email="bo@there.example")
    for user in (person, other):
        suppress(address=user.email, reason="bounced", user_id=user.pk)
    EmailAddress.objects.create(user=person, email="second@there.example")

    with django_assert_num_queries(2):  # their addresses, which of them are given up
        assert given_up_addresses(person) == {"ana@there.example"}


def test_a_link_is_for_one_purpose_and_cannot_be_altered():
    person = make_user()
    token = signed_action("done", "occurrence:1", person.pk)

    assert read_action(token, "done") == ("occurrence:1", person.pk)
    for other_token, purpose in [(token, "skip"), (f"x{token}", "done"), ("", "done"), ("x:y:z", "done")]:
        with pytest.raises(signing.BadSignature):
            read_action(other_token, purpose)


def test_a_link_ends_after_fourteen_days():
    person = make_user()
    with time_machine.travel("2027-03-01T12:00:00Z", tick=False):
        token = signed_action("done", "occurrence:1", person.pk)
    with time_machine.travel("2027-03-15T11:59:59Z", tick=False):
        assert read_action(token, "done")[0] == "occurrence:1"
    with time_machine.travel("2027-03-15T12:00:02Z", tick=False), pytest.raises(signing.SignatureExpired):
        read_action(token, "done")


def test_ones_data_is_handed_over_and_removed_but_nobody_elses():
    mine, theirs = make_user(), make_user()
    for person in (mine, theirs):
        make_notice(person, title="A private note")
        make_delivery(recipient=person)
        stop_email(user_id=person.pk, kind="*")
        Rhythm.objects.create(user=person)
        QuietHours.objects.create(user=person, channel="email", starts_at=time(22), ends_at=time(7))

    data = export(mine)
    assert [one["title"] for one in data["notices"]] == ["A private note"]
    assert len(data["messages"]) == len(data["preferences"]) == 1
    assert len(data["rhythm"]) == len(data["quiet_hours"]) == 1

    erase(mine, keep_words=False)
    erase(mine, keep_words=False)

    assert set(export(mine)) == {"notices", "messages", "preferences", "rhythm", "quiet_hours", "devices"}
    assert not any(export(mine).values())
    assert len(export(theirs)["notices"]) == 1
