"""Content notes, and reading past them."""

import pytest
from django.urls import reverse

from groups.models import Post, Reading, Thread
from groups.operations.notes import choose_reading
from groups.operations.posts import publish_post
from tests.factories.accounts import make_user
from tests.factories.groups import make_group, make_member, make_post, make_thread

pytestmark = pytest.mark.django_db
WORDS = "The doctor said it had come back"


@pytest.fixture
def group():
    return make_group("open")


@pytest.fixture
def post(group):
    """The second post of a thread, with a note on it."""
    thread = make_post(make_thread(group), body="Hello all").thread
    return make_post(thread, make_member(group).user, body=WORDS, notes=["recurrence"])


def reader(client, group, **ways):
    person = make_member(group).user
    if ways:
        choose_reading(actor=person, **{"folded": [], "left_out": [], "low_stimulus": False, **ways})
    client.force_login(person)
    return person


def page(client, thread):
    return client.get(thread.get_absolute_url()).content.decode()


def test_without_a_choice_the_note_stands_above_the_words(client, group, post):
    reader(client, group)
    there = page(client, post.thread)
    assert there.index("Cancer that comes back</span>") < there.index(WORDS)
    assert "fold--note" not in there


def test_folded_words_wait_under_the_name_of_the_note(client, group, post):
    reader(client, group, folded=["recurrence"])
    there = page(client, post.thread)
    assert '<details class="fold fold--note"><summary>Cancer that comes back</summary>' in there
    assert there.index("<summary>Cancer") < there.index(WORDS)


def test_words_left_out_are_not_on_the_page_and_the_number_stays(client, group, post):
    reader(client, group, left_out=["recurrence"])
    there = page(client, post.thread)
    assert WORDS not in there
    assert "You chose to leave this out:" in there and 'id="p2"' in there


def test_each_note_has_its_own_way(client, group, post):
    make_post(post.thread, body="Two tablets at night", notes=["medication"])
    reader(client, group, left_out=["recurrence"], folded=["medication"])
    there = page(client, post.thread)
    assert WORDS not in there
    assert "<summary>Medicines and doses</summary>" in there


def test_a_quote_does_not_bring_back_what_one_folds(client, group, post):
    publish_post(actor=make_member(group).user, thread=post.thread, body="I am with you", reply_to=post, quote=True)
    reader(client, group, left_out=["recurrence"])
    assert WORDS not in page(client, post.thread)
    reader(client, group)
    assert page(client, post.thread).count(WORDS) == 2


def test_a_thread_about_it_is_left_out_of_lists_and_tagged_for_others(client, group):
    thread = make_thread(group, title="It came back", notes=["recurrence"])
    make_post(thread, notes=["recurrence"])
    other = make_post(make_thread(group, title="Tea")).thread
    reader(client, group)
    there = client.get(group.get_absolute_url()).content.decode()
    assert "It came back" in there and "Cancer that comes back" in there
    reader(client, group, left_out=["recurrence"])
    assert "It came back" not in client.get(group.get_absolute_url()).content.decode()
    assert "It came back" not in page(client, other)


def test_a_list_repeats_no_words_that_carry_a_note(client, group, post):
    person = reader(client, group)
    person.memberships.update(all_read_before="2020-01-01T00:00Z")
    assert WORDS not in client.get(group.get_absolute_url()).content.decode()


def test_quiet_pages_fold_every_note_and_show_neither_faces_nor_counts(client, group, post):
    post.reactions.create(user=make_user(), kind="with")
    reader(client, group, low_stimulus=True)
    there = page(client, post.thread)
    assert "<summary>Cancer that comes back</summary>" in there
    assert 'class="face' not in there[there.index('<ol class="posts"') :]
    assert "With you <b>" not in there and "With you" in there


def test_the_writer_sets_notes_and_cannot_take_away_those_of_the_team(client, group, post):
    lead = make_member(group, role="moderator").user
    address = reverse("groups:post_notes", args=[post.public_id])
    client.force_login(lead)
    client.post(address, {"notes": ["end-of-life"]})
    client.force_login(post.voice.user)
    client.post(address, {"notes": ["prognosis"]})

    now = Post.objects.get(pk=post.pk)

    assert (now.notes, now.team_notes) == (["prognosis"], ["end-of-life"])
    assert "The moderation team has set notes too" in client.get(address).content.decode()
    client.force_login(make_member(group).user)
    assert client.get(address).status_code == 403


def test_notes_of_the_first_post_stand_on_its_thread(client, group):
    first = make_post(make_thread(group), make_member(group).user)
    client.force_login(first.voice.user)
    client.post(reverse("groups:post_notes", args=[first.public_id]), {"notes": ["scars", "recurrence"]})
    assert Thread.objects.get(pk=first.thread_id).notes == ["recurrence", "scars"]


def test_ways_of_reading_are_saved_and_shown_again(client):
    person = make_user()
    client.force_login(person)
    address = reverse("home:reading")
    notes = ["recurrence", "prognosis", "end-of-life", "medication", "scars"]
    chosen = dict.fromkeys(notes, "show") | {"scars": "leave", "medication": "fold", "low_stimulus": "on"}

    assert client.post(address, chosen).status_code == 302

    row = Reading.objects.get(user=person)
    assert (row.folded, row.left_out, row.low_stimulus) == (["medication"], ["scars"], True)
    form = client.get(address).context["form"]
    assert form["scars"].value() == "leave" and form["medication"].value() == "fold"
