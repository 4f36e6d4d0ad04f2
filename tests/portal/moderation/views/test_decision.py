"""My decision: for the person it is about, and nobody else."""

import pytest
from django.urls import reverse

from portal.moderation.models import Case
from portal.moderation.operations import claim, decide_appeal, undo_decision
from tests.factories.accounts import make_user
from tests.factories.moderation import make_case, make_decision, make_moderator


def page(decision, name="decision"):
    return reverse(f"moderation:{name}", args=[decision.pk])


@pytest.fixture
def hidden(client, house):
    """Something of the signed-in person's that a moderator hid after a report."""
    client.reporter, client.moderator = make_user(display_name="Canary bird"), make_moderator()
    leaflet = house.put_up(text="what I wrote")
    case = make_case(house, leaflet, reporter=client.reporter, words="canary words")
    client.force_login(leaflet.author)
    return make_decision(house, client.moderator, case=case, message="Please post it without.")


def test_the_author_reads_what_why_and_gets_the_words_back(client, hidden):
    html = client.get(page(hidden)).content.decode()

    for words in [
        "Hidden from others",
        "Selling, or asking for money",
        hidden.case.number,
        "Please post it without.",
        "what I wrote",
    ]:
        assert words in html


def test_who_reported_and_who_decided_stay_unknown(client, hidden):
    html = client.get(page(hidden)).content.decode()

    assert "Moderation team" in html or "moderation team" in html
    for leak in ["anary", client.reporter.email, str(client.reporter.pk), client.moderator.display_name,
                 str(client.moderator.pk)]:  # fmt: skip
        assert leak not in html


def test_one_click_asks_for_another_look(client, hidden):
    assert "Ask for another look" in client.get(page(hidden)).content.decode()

    client.post(page(hidden, "appeal"))
    client.post(page(hidden, "appeal"))

    case = Case.objects.get(appeal_of=hidden)
    assert case.not_for == client.moderator
    html = client.get(page(hidden)).content.decode()
    assert "Ask for another look" not in html
    assert "You asked for another look" in html


def test_the_answer_to_an_appeal_is_on_the_same_page(client, hidden):
    client.post(page(hidden, "appeal"))
    other = make_moderator()
    decide_appeal(actor=other, case=claim(actor=other, case=Case.objects.get(appeal_of=hidden)), overturn=False)

    assert "and the decision stays" in client.get(page(hidden)).content.decode()


def test_a_decision_that_was_taken_back_says_so(client, hidden):
    undo_decision(actor=make_moderator(), decision=hidden)

    html = client.get(page(hidden)).content.decode()
    assert "took this decision back" in html
    assert "Ask for another look" not in html
    assert (
        "There is nothing here to look at again." in client.post(page(hidden, "appeal"), follow=True).content.decode()
    )


def test_taking_it_back_settles_the_appeal_and_the_page_says_one_thing(client, hidden):
    client.post(page(hidden, "appeal"))

    undo_decision(actor=make_moderator(), decision=hidden)

    assert not Case.objects.get(appeal_of=hidden).is_open
    html = client.get(page(hidden)).content.decode()
    assert html.count("took this decision back") == 1
    assert "You asked for another look" not in html
    assert "<s>Hidden from others</s>" in html


@pytest.mark.parametrize("name", ["decision", "appeal"])
def test_for_everybody_else_it_does_not_exist(client, hidden, name):
    for person in [make_user(), client.reporter, client.moderator]:
        client.force_login(person)
        ask = client.get if name == "decision" else client.post
        assert ask(page(hidden, name)).status_code == 404
    client.logout()
    assert client.get(page(hidden)).status_code == 302


def test_a_decision_one_was_not_told_of_has_no_page(client, house):
    decision = make_decision(house, act="no_action")
    client.force_login(decision.author)

    assert client.get(page(decision)).status_code == 404


def test_only_moderators_of_the_scope_take_it_back(client, hidden):
    assert client.post(page(hidden, "undo_decision")).status_code == 404
    client.force_login(make_user())
    assert client.post(page(hidden, "undo_decision")).status_code == 404
