"""One box over everything one may see, and danger signs first."""

import logging

import pytest

from portal.accounts.models import User
from tests.factories.articles import care_card, make_article, make_topic, sources, text
from tests.factories.groups import make_group, make_member, make_post, make_thread

pytestmark = pytest.mark.django_db


def test_an_empty_search_asks_for_words_beside_the_field(client):
    text = client.get("/search/?q=").content.decode()
    assert "Enter what you are looking for" in text


def test_a_very_long_text_is_kept_and_explained(client):
    text = client.get("/search/", {"q": "pain " * 600}).content.decode()
    assert "Try the most important sentence" in text


def test_nothing_found_offers_a_next_step(client):
    text = client.get("/search/?q=zzzzqqq").content.decode()
    assert "Nothing found" in text
    assert "Browse the guides" in text


def test_words_of_a_danger_sign_are_answered_with_where_to_get_help(client):
    text = client.get("/search/", {"q": "I cannot feel my legs and I have lost control of my bladder"}).content.decode()
    assert "This can be a danger sign" in text
    assert 'href="tel:999"' in text
    assert "You do not have to hold this alone" not in text


def test_words_of_despair_are_answered_with_whom_to_call_before_anything_else(client):
    make_article(text("Feelings", "<p>Some people say that they want to die.</p>"), title="When it is too much")
    page = client.get("/search/", {"q": "want to die"}).content.decode()
    assert page.index("You do not have to hold this alone") < page.index('href="tel:116123"')
    assert page.index('href="tel:116123"') < page.index("When it is too much")
    assert "This can be a danger sign" not in page


def test_the_numbers_are_those_of_the_persons_own_country(signed_in):
    User.objects.filter(pk=signed_in.person.pk).update(country="US")
    page = signed_in.get("/search/", {"q": "want to die"}).content.decode()
    assert 'href="tel:988"' in page
    assert 'href="tel:116123"' not in page


def test_ordinary_words_bring_no_card(client):
    page = client.get("/search/", {"q": "night pain"}).content.decode()
    assert 'class="care' not in page


def test_it_says_which_words_were_read_otherwise_and_only_those(client):
    make_article(text("What it is", "<p>Compression of the cord hurts.</p>"), title="Pressure")
    page = client.get("/search/", {"q": "cord compresion"}).content.decode()
    assert "Showing results for <strong>cord compression</strong>." in page
    assert 'Search instead for <a href="?q=cord+compresion&amp;kind=&amp;exact=1">cord compresion</a>' in page


def test_the_spelling_that_was_typed_can_be_asked_for(client):
    make_article(text("What it is", "<p>Compression of the cord hurts.</p>"), title="Pressure")
    assert "Pressure" in client.get("/search/", {"q": "compresion"}).text

    page = client.get("/search/", {"q": "compresion", "exact": "1"}).text

    assert "Pressure" not in page
    assert "Showing results for" not in page
    assert 'kind=articles&amp;exact=1"' in page


def test_a_query_that_was_mended_is_shown_as_words_and_never_as_markup(client):
    make_article(text("What it is", "<p>Compression of the cord hurts.</p>"), title="Pressure")
    page = client.get("/search/", {"q": "<b>compresion</b>"}).text
    assert "&lt;b&gt;compression&lt;/b&gt;" in page
    assert "<b>" not in page


def test_a_private_group_is_found_by_its_members_only(client, signed_in):
    group = make_group("private", name="Quiet lantern circle")
    make_post(make_thread(group, title="Canarylantern thread"), make_member(group).user, "canarylantern words")
    assert "Canarylantern" not in client.get("/search/?q=canarylantern").content.decode().replace("q=canarylantern", "")
    make_member(group, signed_in.person)
    assert "Canarylantern thread" in signed_in.get("/search/?q=canarylantern").content.decode()


def test_what_people_search_for_is_written_nowhere(client, caplog):
    with caplog.at_level(logging.DEBUG):
        client.get("/search/?q=secretgrief")
    assert "secretgrief" not in caplog.text


CHEST = {"symptoms": [{"text": "Back pain with chest pain, or after a fall", "source": "nice"}]}


@pytest.mark.parametrize(
    "words", ["cannot feel my legs", "chest pain", "pain in my chest", "numb between legs cannot pee"]
)
def test_a_query_that_reads_like_an_emergency_is_answered_with_whom_to_call_first(client, words):
    make_article(care_card("emergency", **CHEST), sources(), title="Chest pain and legs")
    page = client.get("/search/", {"q": words}).text
    assert "This can be a danger sign" in page
    assert 'href="tel:999"' in page


@pytest.mark.parametrize("words", ["bone scan preparation", "back pain", "pain", "sore back at night"])
def test_ordinary_questions_bring_no_alarm(client, words):
    make_topic("back-pain", name="Back pain")
    make_article(care_card("emergency", **CHEST), sources())
    assert "This can be a danger sign" not in client.get("/search/", {"q": words}).text


def test_the_signs_of_a_draft_raise_no_alarm(client):
    make_article(care_card("emergency", **CHEST), sources(), published=False)
    assert "This can be a danger sign" not in client.get("/search/", {"q": "chest pain"}).text


def test_nothing_found_shows_topics_and_when_to_get_help(client):
    make_topic("back-pain", name="Back pain")
    make_article(title="A guide")
    page = client.get("/search/?q=zzzzqqq").text
    assert "/en/learn/topics/back-pain/" in page
    assert "/en/learn/get-help/" in page
