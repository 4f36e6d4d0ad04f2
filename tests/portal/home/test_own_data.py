"""Getting a copy of one's data: asked for, packed by the worker, fetched once, and nobody else's."""

import csv
import io
import json
import re
import zipfile
from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from portal.accounts.models import DataCopy, DataCopyPart
from portal.accounts.operations.copies import ask_for_copy, forget_copies, keep_copy, take_copy_to_make
from portal.core.personal_data import holders
from portal.core.sheets import safe, sheet
from portal.home.copies import make_copies
from portal.home.tasks import make_copies as task
from portal.notifications.models import Event
from tests.factories.accounts import make_user
from tests.factories.groups import make_post
from tests.factories.selfcare import make_entry
from tests.factories.sign_in import PASSWORD, prove_it, sign_in

pytestmark = pytest.mark.django_db
CANARY = "xylophone"


def fetch(client: Client, person) -> zipfile.ZipFile:
    answer = client.post(reverse("home:data_copy", args=[person.data_copy.pk]))
    assert answer.status_code == 200
    return zipfile.ZipFile(io.BytesIO(b"".join(answer.streaming_content)))


@pytest.fixture
def person(client):
    person = make_user(display_name=f"{CANARY} one", password=PASSWORD)
    sign_in(client, person)
    return person


def test_a_copy_is_asked_for_made_by_the_worker_told_of_and_fetched(client, person):
    make_post(user=person, body=f"=cmd|' /C calc'!A0 {CANARY}")
    make_entry(person)

    refused = client.post(reverse("home:new_copy"))
    assert refused["Location"].startswith(reverse("account_reauthenticate"))
    assert not DataCopy.objects.exists()

    assert prove_it(client).status_code == 302
    client.post(reverse("home:new_copy"))
    assert "is being made" in client.get(reverse("home:own_data")).content.decode()

    task()

    copy = DataCopy.objects.get(user=person)
    assert Event.objects.filter(kind="home.copy", subject=str(copy.pk)).count() == 1
    found = fetch(client, person)
    everything = json.loads(found.read("everything.json"))
    assert everything["groups"]["posts"][0]["body"].endswith(CANARY)
    assert len(everything["selfcare"]["diary"]) == 1
    assert CANARY in found.read("read-me-first.html").decode()
    rows = list(csv.DictReader(io.StringIO(found.read("spreadsheets/groups-posts.csv").decode("utf-8-sig"))))
    assert rows[0]["body"].startswith("'=cmd")


def test_every_holder_has_its_chapter_and_the_page_says_what_is_kept(person):
    ask_for_copy(actor=person)
    make_copies()
    client = Client()
    client.force_login(person)
    prove_it(client)

    found = fetch(client, person)

    assert set(json.loads(found.read("everything.json"))) == {holder.key for holder in holders}
    page = found.read("read-me-first.html").decode()
    assert "sealed copy of it stays for up to one year" in page
    assert 'href="style.css"' in page and b"--ink" in found.read("style.css")


def test_looking_at_the_link_does_not_use_it_up_and_fetching_does(client, person):
    ask_for_copy(actor=person)
    make_copies()
    prove_it(client)
    address = reverse("home:data_copy", args=[person.data_copy.pk])

    for _look in range(2):
        assert "Save the file" in client.get(address).content.decode()
    fetch(client, person)

    again = client.post(address)
    assert again.status_code == 410
    assert "was fetched already" in again.content.decode()
    assert "Save the file" not in client.get(address).content.decode()


def test_the_password_is_asked_again_and_then_the_file_comes(client, person):
    ask_for_copy(actor=person)
    make_copies()
    address = reverse("home:data_copy", args=[person.data_copy.pk])

    asked = client.post(address)
    assert asked["Location"].startswith(reverse("account_reauthenticate"))

    answer = client.post(asked["Location"], {"password": PASSWORD, "next": address})
    assert answer["Content-Type"] == "application/zip"
    assert zipfile.ZipFile(io.BytesIO(b"".join(answer.streaming_content))).testzip() is None


def test_after_a_day_the_link_is_dead_and_the_file_gone(client, person):
    ask_for_copy(actor=person)
    make_copies()
    prove_it(client)
    DataCopy.objects.update(ready_at=timezone.now() - timedelta(hours=24, seconds=1))

    assert client.post(reverse("home:data_copy", args=[person.data_copy.pk])).status_code == 410
    assert forget_copies() == 1
    assert not DataCopyPart.objects.exists()


def test_nobody_else_gets_it_and_cannot_tell_it_from_one_that_is_not_there(client, person):
    other = make_user(display_name=f"Other {CANARY}")
    ask_for_copy(actor=other)
    make_copies()
    prove_it(client)
    there = reverse("home:data_copy", args=[other.data_copy.pk])
    nowhere = reverse("home:data_copy", args=["0" * 8 + "-0000-4000-8000-" + "0" * 12])

    for ask in (client.get, client.post):
        one, two = ask(there), ask(nowhere)
        assert one.status_code == two.status_code == 404
        assert CANARY not in one.content.decode().replace(person.display_name, "")
    assert DataCopy.objects.get(user=other).state == "ready"


def test_the_file_lies_sealed(person):
    make_post(user=person, body=CANARY)
    ask_for_copy(actor=person)
    make_copies()

    [part] = DataCopyPart.objects.all()
    assert b"PK\x03\x04" not in bytes(part.content_sealed)
    assert part.read().startswith(b"PK\x03\x04")


def test_two_workers_never_make_the_same_copy_and_a_dead_one_is_replaced(person):
    ask_for_copy(actor=person)
    first = take_copy_to_make()
    assert first is not None and take_copy_to_make() is None

    DataCopy.objects.update(lease_until=timezone.now() - timedelta(seconds=1))
    second = take_copy_to_make()
    assert second is not None and second.token != first.token

    assert keep_copy(copy=first, content=b"late") is False
    assert keep_copy(copy=second, content=b"right") is True
    assert [part.read() for part in DataCopyPart.objects.all()] == [b"right"]


def test_asking_twice_is_asking_once(person):
    assert ask_for_copy(actor=person).pk == ask_for_copy(actor=person).pk
    assert make_copies() == 1
    assert make_copies() == 0


def test_what_cannot_be_made_is_tried_three_times_and_then_said(client, person):
    ask_for_copy(actor=person)
    for _try in range(3):
        take_copy_to_make()
        DataCopy.objects.update(lease_until=timezone.now() - timedelta(seconds=1))
    assert take_copy_to_make() is None

    assert "We could not make your copy" in client.get(reverse("home:own_data")).content.decode()


@pytest.mark.parametrize("value", ["=1+1", "+49 30", "-2+3", "@SUM(A1)", "\t=1", "  =1", "＝1+1", "\r=1", "\ufeff=1"])
def test_a_cell_is_never_a_formula(value):
    assert safe(value).startswith("'")


def test_numbers_and_words_stay_what_they_are():
    assert [safe(value) for value in (-3, 2.5, True, None, "a = b", "back-ache")] == [
        -3,
        2.5,
        True,
        "",
        "a = b",
        "back-ache",
    ]
    assert sheet(["a", "b"], [{"a": ["x"], "b": {"é": 1}}]).decode("utf-8-sig") == 'a,b\r\n"[""x""]","{""é"": 1}"\r\n'


def test_the_page_costs_the_same_with_and_without_a_copy(client, django_assert_num_queries):
    person = make_user()
    client.force_login(person)
    for asks in (False, True):
        if asks:
            ask_for_copy(actor=person)
        client.get(reverse("home:own_data"))
        with django_assert_num_queries(5):  # session and user kept, copy, leaving, unread, moderates, place
            client.get(reverse("home:own_data"))


def test_a_message_about_a_copy_says_nothing_else(person):
    from portal.home.messages import tell_of_copy

    class Row:
        subject_key = str(ask_for_copy(actor=person).pk)

    words = tell_of_copy(Row())
    assert CANARY not in str(words)
    assert re.search(r"/settings/data/[0-9a-f-]{36}/", words.url)
