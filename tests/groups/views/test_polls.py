"""Polls: asked by whoever started the thread, secret, counted in steps of five, changeable until they close."""

import re
from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from groups.models import Ballot, Poll
from groups.operations.polls import ask_poll, vote
from groups.operations.threads import lock_thread
from groups.wiring import on_posts
from groups.wiring.moderating import snapshot_of_thread
from portal.moderation.models import AuditEntry, Case
from tests.factories.accounts import make_block, make_user
from tests.factories.groups import make_group, make_member, make_post, make_thread

pytestmark = pytest.mark.django_db
TYPED = {"question": "What helps you sleep?", "answers": "A walk\nMusic\n\nTea", "days": "7"}


@pytest.fixture
def group():
    return make_group("private")


@pytest.fixture
def starter(group):
    return make_member(group).user


@pytest.fixture
def thread(group, starter):
    return make_post(make_thread(group, title="Nights"), starter).thread


@pytest.fixture
def poll(thread, starter):
    return ask_poll(actor=starter, thread=thread, question="What helps?", answers=["A walk", "Music", "Tea"])


def page(client, thread, person=None):
    if person:
        client.force_login(person)
    return client.get(thread.get_absolute_url()).content.decode()


def choose(client, thread, person, *choices):
    client.force_login(person)
    return client.post(reverse("groups:vote", args=[thread.public_id]), {"choices": choices})


def counts(poll):
    poll.refresh_from_db()
    return poll.shown_people, poll.shown_counts


def test_whoever_started_the_thread_asks_and_members_read_the_question(client, group, thread, starter):
    assert f'href="{reverse("groups:new_poll", args=[thread.public_id])}"' in page(client, thread, starter)
    answer = client.post(reverse("groups:new_poll", args=[thread.public_id]), TYPED)
    assert answer["Location"] == f"{thread.get_absolute_url()}#poll"
    poll = Poll.objects.get()
    assert [one.words for one in poll.options.all()] == ["A walk", "Music", "Tea"]
    assert timedelta(days=6) < poll.closes_at - timezone.now() < timedelta(days=8)
    told = page(client, thread, make_member(group).user)
    assert "What helps you sleep?" in told and "Counts are shown from five votes on." in told
    assert f'href="{reverse("groups:new_poll", args=[thread.public_id])}"' not in page(client, thread, starter)


def test_others_do_not_ask_in_somebody_elses_thread(client, group, thread):
    for person in (make_member(group).user, make_member(group, role="moderator").user):
        client.force_login(person)
        assert client.post(reverse("groups:new_poll", args=[thread.public_id]), TYPED).status_code == 403
    client.force_login(make_user())
    assert client.post(reverse("groups:new_poll", args=[thread.public_id]), TYPED).status_code == 404
    assert not Poll.objects.exists()


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ({"question": " "}, "Write your question."),
        ({"answers": "Only one\nOnly one"}, "two to eight different answers"),
        ({"answers": "\n".join(str(n) for n in range(9))}, "two to eight different answers"),
        ({"answers": "a" * 121 + "\nb"}, "120 letters at most"),
    ],
)
def test_what_was_typed_is_kept_when_something_is_to_mend(client, thread, starter, wrong, said):
    client.force_login(starter)
    answer = client.post(reverse("groups:new_poll", args=[thread.public_id]), {**TYPED, **wrong}).content.decode()
    assert said in answer and "Until I close it" in answer and 'value="7" id="id_days_0" checked' in answer
    assert not Poll.objects.exists()


def test_a_poll_is_read_for_danger_and_details_like_any_words(client, thread, starter):
    client.force_login(starter)
    address = reverse("groups:new_poll", args=[thread.public_id])
    typed = {**TYPED, "answers": "Yes, call me on 07700 900123\nNo"}
    assert "personal details" in client.post(address, typed).content.decode()
    assert not Poll.objects.exists()
    client.post(address, {**typed, "care": "anyway"})
    assert Poll.objects.exists()
    assert not Case.objects.exists()


def test_a_question_that_sounds_like_danger_opens_a_case_on_the_thread(thread, starter):
    ask_poll(actor=starter, thread=thread, question="Should I kill myself tonight?", answers=["Yes", "No"])
    assert Case.objects.get().reportable == "groups.thread"
    assert "Should I kill myself tonight?" in snapshot_of_thread(thread).text


def test_a_member_votes_once_and_may_change_it(client, group, thread, poll):
    person = make_member(group).user
    choose(client, thread, person, 1)
    choose(client, thread, person, 3)
    ballot = Ballot.objects.get()
    assert (ballot.voter, ballot.choices) == (person, [3])
    told = page(client, thread)
    assert "Change my vote" in told
    assert re.findall(r'name="choices" value="(\d)"[^>]* checked', told) == ["3"]


def test_nothing_is_counted_before_five_and_then_only_in_steps_of_five(group, poll):
    people = [make_member(group).user for _ in range(10)]
    for person in people[:4]:
        vote(actor=person, poll=poll, choices=[1])
    assert counts(poll) == (0, {})
    vote(actor=people[4], poll=poll, choices=[2])
    assert counts(poll) == (5, {"1": 4, "2": 1})
    vote(actor=people[5], poll=poll, choices=[3])
    vote(actor=people[0], poll=poll, choices=[3])
    assert counts(poll) == (5, {"1": 4, "2": 1}), "a step of two would tell what one of them chose"
    for person in people[6:9]:
        vote(actor=person, poll=poll, choices=[3])
    assert counts(poll) == (9, {"1": 3, "2": 1, "3": 5})


def test_changing_back_and_forth_is_one_change(group, poll):
    people = [make_member(group).user for _ in range(5)]
    for person in people:
        vote(actor=person, poll=poll, choices=[1])
    for choice in (2, 3, 2, 3, 2, 3):
        vote(actor=people[0], poll=poll, choices=[choice])
    assert counts(poll) == (5, {"1": 5})


def test_no_page_tells_what_another_person_chose(client, group, thread, poll):
    """The answer for a reader is the same whatever one other person chose."""
    one, reader = make_member(group).user, make_member(group, role="moderator").user
    told = []
    for choice in (1, 2):
        vote(actor=one, poll=poll, choices=[choice])
        client.force_login(reader)
        section = page(client, thread).split('id="poll"')[1].split("</section>")[0]
        token = section.split('csrfmiddlewaretoken" value="')
        told.append("".join(part.split('"', 1)[-1] for part in token))
    assert told[0] == told[1]
    assert one.display_name not in told[0]


def test_several_answers_only_where_the_poll_says_so(client, group, thread, starter):
    choose_several = ask_poll(actor=starter, thread=thread, question="Which?", answers=["A", "B", "C"], several=True)
    person = make_member(group).user
    choose(client, thread, person, 1, 3)
    assert Ballot.objects.get().choices == [1, 3]
    assert choose_several.several


@pytest.mark.parametrize("choices", [[], ["9"], ["x"]])
def test_a_choice_that_is_none_is_told_beside_the_question(client, group, thread, poll, choices):
    answer = choose(client, thread, make_member(group).user, *choices)
    assert "Choose an answer." in answer.content.decode() and "What helps?" in answer.content.decode()
    assert not Ballot.objects.exists()


def test_a_closed_poll_takes_no_vote_and_shows_what_was_counted(client, group, thread, poll, starter):
    for person in [make_member(group).user for _ in range(5)]:
        vote(actor=person, poll=poll, choices=[2])
    client.force_login(starter)
    client.post(reverse("groups:end_poll", args=[thread.public_id]), {"do": "close"})
    late = make_member(group).user
    assert choose(client, thread, late, 1).status_code == 403
    told = page(client, thread)
    assert "Closed:" in told and "Counted from 5 people." in told and ">Vote<" not in told


def test_only_members_vote_and_nobody_in_a_closed_thread(client, poll, thread, group):
    assert choose(client, thread, make_user(), 1).status_code == 404
    lock_thread(actor=make_member(group, role="moderator").user, thread=thread)
    assert choose(client, thread, make_member(group).user, 1).status_code == 403
    assert not Ballot.objects.exists()


def test_whoever_does_not_meet_the_starter_finds_no_poll(client, group, thread, poll, starter):
    blocked = make_member(group).user
    make_block(starter, blocked)
    assert "What helps?" not in page(client, thread, blocked)
    assert choose(client, thread, blocked, 1).status_code == 404


def test_a_signed_out_reader_sees_the_question_and_no_form(client):
    group = make_group("open")
    starter = make_member(group).user
    thread = make_post(make_thread(group), starter).thread
    ask_poll(actor=starter, thread=thread, question="What helps?", answers=["A walk", "Tea"])
    told = page(client, thread)
    assert "What helps?" in told and "A walk" in told and "Members of the group vote here." in told
    assert reverse("groups:vote", args=[thread.public_id]) not in told


def test_whoever_asked_or_a_moderator_takes_it_away_and_the_act_of_a_moderator_is_kept(client, group, thread, starter):
    address = reverse("groups:end_poll", args=[thread.public_id])
    ask_poll(actor=starter, thread=thread, question="What helps?", answers=["A walk", "Tea"])
    client.force_login(make_member(group).user)
    assert client.post(address, {"do": "remove"}).status_code == 403
    client.force_login(make_member(group, role="moderator").user)
    client.post(address, {"do": "remove"})
    assert not Poll.objects.exists()
    assert AuditEntry.objects.get().act == "poll.remove"


def test_a_poll_costs_the_thread_one_query_at_most(client, group, thread, poll, django_assert_max_num_queries):
    client.force_login(make_member(group).user)
    page(client, thread)
    with django_assert_max_num_queries(12):
        page(client, thread)


def test_what_one_chose_is_handed_over_and_erased(group, poll, starter):
    person = make_member(group).user
    vote(actor=person, poll=poll, choices=[3])
    assert list(on_posts.export(person)["votes"]) == [{"question": "What helps?", "answers": ["Tea"]}]
    assert on_posts.export(starter)["polls"][0]["answers"] == ["A walk", "Music", "Tea"]
    on_posts.erase(person, True)
    assert not Ballot.objects.exists()
