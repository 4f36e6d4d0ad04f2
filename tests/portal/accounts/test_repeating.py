"""What a program sends twice is done once."""

import hashlib
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta

import pytest
from django.db import connection, connections
from django.test import Client
from django.utils import timezone

from groups.models import Post
from portal.accounts.models import AnsweredRequest
from portal.accounts.tasks import forget_old_answers
from portal.core.personal_data import holders
from tests.factories.groups import make_group, make_member, make_thread
from tests.portal.home.test_api import token_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def member():
    return make_member(make_group("open"))


def write(client, thread, body="I slept on three pillows", key="k-1", **headers):
    sent = {"thread": thread.public_id, "body": body}
    return client.post("/api/v1/posts/", sent, "application/json", headers={"Idempotency-Key": key, **headers})


def test_a_request_sent_again_gets_the_first_answer_and_changes_nothing(client, member):
    thread = make_thread(member.group)
    client.force_login(member.user)
    first = write(client, thread)
    Post.objects.update(created_at=timezone.now() - timedelta(minutes=10))  # past the rule about the same words

    again = write(client, thread)

    assert (first.status_code, again.status_code) == (201, 201)
    assert again.content == first.content
    assert again["Content-Type"] == first["Content-Type"]
    assert ("Idempotency-Replayed" in first, again["Idempotency-Replayed"]) == (False, "true")
    assert again["Cache-Control"] == "private, no-store"
    assert Post.objects.count() == 1


def test_what_was_sent_cannot_be_found_by_trying_with_a_copy_of_the_database(client, member):
    client.force_login(member.user)
    sent = [f'{{"said": {{"worst": {number}}}}}' for number in range(11)]
    client.post("/api/v1/diary/", sent[7], "application/json", headers={"Idempotency-Key": "k"})

    kept = bytes(AnsweredRequest.objects.get().request_digest)
    tried = [hashlib.sha256(f"POST /api/v1/diary/ \n{body}".encode()).digest() for body in sent]
    assert kept not in tried


def test_another_key_is_another_request_and_so_is_another_person(client, member):
    thread = make_thread(member.group)
    other = make_member(member.group).user
    client.force_login(member.user)
    write(client, thread)
    Post.objects.update(created_at=timezone.now() - timedelta(minutes=10))
    write(client, thread, key="k-2")
    client.force_login(other)
    theirs = write(client, thread)

    assert "Idempotency-Replayed" not in theirs
    assert Post.objects.count() == 3


def test_a_key_used_for_something_else_is_refused(client, member):
    thread = make_thread(member.group)
    client.force_login(member.user)
    write(client, thread)

    other = write(client, thread, body="Something else")

    assert (other.status_code, other.json()["code"]) == (422, "idempotency_key_reused")
    assert Post.objects.count() == 1


def test_a_refused_request_leaves_its_key_free(client, member):
    thread = make_thread(member.group)
    client.force_login(member.user)

    refused = write(client, thread, body="")
    mended = write(client, thread, body="Better now")

    assert (refused.status_code, mended.status_code) == (400, 201)
    assert "Idempotency-Replayed" not in mended


def test_a_break_keeps_neither_the_act_nor_the_key(client, member):
    thread = make_thread(member.group)
    client.force_login(member.user)
    client.raise_request_exception = False
    with connection.cursor() as cursor:
        cursor.execute("ALTER TABLE groups_posttext RENAME TO groups_posttext_gone")
    broken = write(client, thread)
    with connection.cursor() as cursor:
        cursor.execute("ALTER TABLE groups_posttext_gone RENAME TO groups_posttext")

    mended = write(client, thread)

    assert (broken.status_code, mended.status_code) == (500, 201)
    assert Post.objects.count() == 1


def test_it_works_with_a_token(client):
    member = make_member(make_group("open"))
    member.user.set_password("a-quiet-river")
    member.user.save(update_fields=["password"])
    thread = make_thread(member.group)
    token = token_of(client, member.user.email, "a-quiet-river")
    client.logout()

    answers = [write(client, thread, **{"X-Session-Token": token}) for _ in range(2)]

    assert [answer.status_code for answer in answers] == [201, 201]
    assert answers[0].content == answers[1].content
    assert answers[1]["Idempotency-Replayed"] == "true"


def test_somebody_unknown_is_asked_to_sign_in_as_ever(client, member):
    asked = write(client, make_thread(member.group))

    assert asked.status_code == 401
    assert AnsweredRequest.objects.count() == 0


@pytest.mark.parametrize("key", ["", "a" * 201, "tab\tbed"])
def test_a_key_that_is_none_is_refused(client, member, key):
    client.force_login(member.user)
    refused = write(client, make_thread(member.group), key=key)

    assert (refused.status_code, refused.json()["code"]) == (400, "idempotency_key")
    assert Post.objects.count() == 0


def test_no_answer_and_no_key_lies_open_in_the_table_and_all_goes_after_a_day(client, member):
    client.force_login(member.user)
    write(client, make_thread(member.group), body="A rare heliotrope word")
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT encode(answer_sealed, 'escape') || encode(key_digest, 'escape') FROM accounts_answeredrequest"
        )
        [(stored,)] = cursor.fetchall()
    assert "heliotrope" not in stored and "k-1" not in stored

    AnsweredRequest.objects.update(answered_at=timezone.now() - timedelta(hours=25))
    forget_old_answers()
    assert AnsweredRequest.objects.count() == 0


def test_erasure_takes_the_answers_along(client, member):
    client.force_login(member.user)
    write(client, make_thread(member.group))

    next(holder for holder in holders if holder.key == "accounts").erase(member.user, False)
    assert AnsweredRequest.objects.count() == 0


def test_the_description_names_the_key_for_every_operation_that_writes(client):
    paths = client.get("/api/v1/schema/", {"format": "json"}).json()["paths"]
    writing = [told for methods in paths.values() for method, told in methods.items() if method != "get"]

    assert len(writing) >= 10
    for told in writing:
        assert "Idempotency-Key" in [one["name"] for one in told["parameters"]]


@pytest.mark.django_db(transaction=True)
def test_twenty_at_once_with_one_key_are_one_request_with_one_answer():
    member = make_member(make_group("open"))
    thread = make_thread(member.group)

    def send(_):
        try:
            client = Client()
            client.force_login(member.user)
            return write(client, thread)
        finally:
            connections.close_all()

    with ThreadPoolExecutor(8) as pool:
        answers = list(pool.map(send, range(20)))

    assert {answer.status_code for answer in answers} == {201}
    assert len({answer.content for answer in answers}) == 1
    assert sum("Idempotency-Replayed" not in answer for answer in answers) == 1
    assert Post.objects.count() == 1
