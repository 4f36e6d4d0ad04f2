"""Every address of the API that takes a POST takes an Idempotency-Key; whatever it did, it does once."""

import json

import pytest
from django.core.cache import cache
from django.db import transaction
from django.test import Client
from django.urls import get_resolver, reverse

from groups.models import Ballot, Poll, Reaction
from groups.operations.polls import ask_poll
from portal.accounts.models import AnsweredRequest
from tests.factories.groups import make_group, make_member, make_post, make_thread
from tests.matrix.test_matrix import PEOPLE, routes, rows
from tests.matrix.world import make_world

pytestmark = pytest.mark.django_db
CHANGES_NOTHING = ("api:appointment-pdf", "api:appointment-csv")  # a file made anew each time; nothing is kept of it


def taking_posts():
    """The routes of the API that take a POST from somebody, and who that is."""
    table = rows()
    for name in sorted({one for one in routes() if one.startswith("api:")}):
        answers = table.get((name, "POST"), ["405"])
        if set(answers) - {"405", "401", "-", "no"}:
            yield name, PEOPLE[next(at for at, said in enumerate(answers) if said not in {"405", "401", "-", "no"})]


def test_every_route_that_takes_a_post_takes_a_key_and_answers_the_second_time_as_the_first():
    world = make_world()
    silent, changed, replayed = [], [], []
    for name, person in taking_posts():
        client = Client()
        client.force_login(world.people[person])
        path = world.addresses.get(name) or reverse(name)

        def send(key, client=client, path=path):
            return client.post(path, "{}", "application/json", headers={"Idempotency-Key": key})

        refused = send("x" * 201)
        if (refused.status_code, refused.json().get("code")) != (400, "idempotency_key"):
            silent.append(name)
        with transaction.atomic():
            first, again = send("one"), send("one")
            if first.status_code < 400 and name not in CHANGES_NOTHING:
                replayed.append(name)
                same = again.get("Idempotency-Replayed") == "true" and again.content == first.content
                changed += [] if same else [name]
            elif AnsweredRequest.objects.exists():
                changed.append(name)  # a refusal leaves the key free
            transaction.set_rollback(True)
        cache.clear()
    assert (silent, changed) == ([], [])
    assert len(replayed) >= 10  # so that the walk saw more than refusals


def test_every_route_of_the_api_stands_in_the_walk():
    names = {name for name in get_resolver("portal.home.api_urls").reverse_dict if isinstance(name, str)}
    assert {one.removeprefix("api:") for one in routes() if one.startswith("api:")} == names


class Scene:
    def __init__(self, client):
        self.member = make_member(make_group("open"))
        self.thread = make_post(make_thread(self.member.group), self.member.user).thread
        self.post = make_post(self.thread, make_member(self.member.group).user)
        ask_poll(actor=self.member.user, thread=self.thread, question="Tea?", answers=["Tea", "Coffee"])
        self.client = client
        client.force_login(self.member.user)

    def send(self, path, key="k-1", **body):
        return self.client.post(
            f"/api/v1/{path}/", json.dumps(body), "application/json", headers={"Idempotency-Key": key}
        )


@pytest.fixture
def scene(client):
    return Scene(client)


def test_a_vote_that_is_sent_again_is_not_cast_anew_after_another_choice(scene):
    first = scene.send(f"threads/{scene.thread.public_id}/vote", choices=[1])
    assert first.status_code == 200, first.content
    scene.send(f"threads/{scene.thread.public_id}/vote", "k-2", choices=[2])
    late = scene.send(f"threads/{scene.thread.public_id}/vote", choices=[1])
    assert (late["Idempotency-Replayed"], late.content) == ("true", first.content)
    assert Ballot.objects.get().choices == [2]


def test_ending_a_poll_again_gets_the_first_answer_instead_of_a_refusal(scene):
    first, again = (scene.send(f"threads/{scene.thread.public_id}/end-poll") for _time in range(2))
    assert (first.status_code, again["Idempotency-Replayed"], again.content) == (200, "true", first.content)
    ended = Poll.objects.get().closes_at
    scene.send(f"threads/{scene.thread.public_id}/end-poll")
    assert Poll.objects.get().closes_at == ended


def test_a_reaction_that_is_sent_again_does_not_come_back_after_it_was_taken_away(scene):
    path = f"posts/{scene.post.public_id}/react"
    first = scene.send(path, kind="thanks")
    assert first.status_code == 200, first.content
    scene.send(path, "k-2", kind="thanks", on=False)
    late = scene.send(path, kind="thanks")
    assert (late["Idempotency-Replayed"], late.content) == ("true", first.content)
    assert not Reaction.objects.exists()
