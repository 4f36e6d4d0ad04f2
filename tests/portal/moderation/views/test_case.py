"""The page of one case: read, take, decide."""

from datetime import timedelta

import pytest
import time_machine
from django.urls import reverse
from django.utils import timezone

from portal.core.reportables import Neighbour
from portal.moderation.models import AuditEntry, Case, Decision
from portal.moderation.operations import appeal, claim
from tests.factories.accounts import make_user
from tests.factories.moderation import make_case, make_decision, make_moderator


@pytest.fixture
def desk(client, house):
    client.moderator = make_moderator()
    client.force_login(client.moderator)
    return client


def page(case, name="case"):
    return reverse(f"moderation:{name}", args=[case.pk])


def taken(desk, house, **fields):
    return claim(actor=desk.moderator, case=make_case(house, **fields))


def test_one_case_is_read_at_a_known_price(desk, house, django_assert_num_queries):
    case = taken(desk, house)
    desk.get(page(case))  # the first reading is written into the audit

    # user, staff roles, groups moderated, case; kept copy, reports, notes, saved messages, decisions, steps;
    # other cases of the person and what is in force with them; whether this reading is in the audit already;
    # groups moderated, page and one count of the queue beside it; unread notices for the frame
    with django_assert_num_queries(17):
        answer = desk.get(page(case))

    assert answer.status_code == 200


def test_the_page_shows_why_and_what_and_not_who_reported(desk, house):
    reporter = make_user(display_name="Canary bird")
    case = taken(desk, house, reporter=reporter, words="it says mushroom")

    html = desk.get(page(case)).content.decode()

    assert "it says mushroom" in html
    assert "My cousin sells mushroom tea" in html
    assert "Canary bird" not in html
    assert reporter.email not in html


def test_words_that_may_be_hard_to_read_stay_covered(desk, house):
    html = desk.get(page(taken(desk, house, reason="worried"))).content.decode()

    assert "These words may be hard to read" in html
    assert "First, ask for help yourself" in html
    assert "My cousin sells" not in html.split("These words may be hard to read")[0]


def test_reading_is_written_down_once_an_hour(desk, house):
    case = taken(desk, house)
    begins = timezone.now()
    for minutes in (0, 1, 59, 61, 62):
        with time_machine.travel(begins + timedelta(minutes=minutes), tick=False):
            desk.get(page(case))

    entries = AuditEntry.objects.filter(act="case.read")
    assert [(one.actor, one.subject) for one in entries] == [(desk.moderator, f"case:{case.pk}")] * 2
    assert [one.at - begins for one in entries] == [timedelta(0), timedelta(minutes=61)]


def test_one_takes_it_keeps_it_and_gives_it_back(desk, house):
    case = make_case(house)

    desk.post(page(case, "claim_case"))
    assert Case.objects.get(pk=case.pk).holder == desk.moderator
    assert desk.post(page(case, "keep_case")).status_code == 302
    desk.post(page(case, "release_case"))
    assert Case.objects.get(pk=case.pk).holder is None


def test_a_case_that_somebody_has_says_so_and_offers_no_form(desk, house):
    case, other = make_case(house), make_moderator()
    claim(actor=other, case=case)

    answer = desk.post(page(case, "claim_case"), follow=True)

    assert f"{other.display_name} has this one." in answer.content.decode()
    assert "Decide and close" not in answer.content.decode()


def decided(case, **fields):
    return {"act": "hide", "reason": "selling", "message": "", "note": "", "version": case.version, **fields}


def test_deciding_hides_tells_and_leads_back_to_the_queue(desk, house):
    leaflet = house.put_up()
    case = claim(actor=desk.moderator, case=make_case(house, leaflet))

    answer = desk.post(page(case), decided(case, message="Please.", has_read="on", note="for the others"))

    assert answer.url == reverse("moderation:desk")
    assert leaflet.hidden
    assert Decision.objects.get().message == "Please."
    assert case.notes.get().text == "for the others"


def test_a_message_is_read_before_it_is_sent(desk, house):
    case = taken(desk, house)

    answer = desk.post(page(case), decided(case, message="a message I typed"))

    assert "Read the message through, then tick this box." in answer.content.decode()
    assert "a message I typed" in answer.content.decode()
    assert not Decision.objects.exists()


def test_a_saved_message_is_only_a_start(desk, house):
    case = taken(desk, house)

    answer = desk.post(page(case), decided(case, message="typed before", saved="details", use_saved="1", note="mine"))

    html = answer.content.decode()
    for words in ["held details that could show who you", "typed before", "mine"]:
        assert words in html
    assert 'value="hide"' in html and html.count(" checked") == 2  # the act, and nothing about the person
    assert "things to put right" not in html
    assert not Decision.objects.exists()


def test_a_stale_page_is_refused_and_keeps_what_was_typed(desk, house):
    case = taken(desk, house)

    answer = desk.post(page(case), decided(case, version=case.version - 1, message="kept", has_read="on"))

    assert "Something changed in this case" in answer.content.decode()
    assert "kept" in answer.content.decode()
    assert f'name="version" value="{case.version}"' in answer.content.decode()


def test_whoever_lost_the_case_keeps_every_word_and_takes_it_again(desk, house):
    case = taken(desk, house)
    desk.post(page(case, "release_case"))
    typed = decided(case, message="a long and careful message", has_read="on", note="for the next one")

    lost = desk.post(page(case), typed).content.decode()
    again = desk.post(page(case), typed | {"take": "1"}).content.decode()

    for html in [lost, again]:
        assert "a long and careful message" in html
        assert "for the next one" in html
    assert "Take this case before you decide it." in lost
    assert "Take this one again" in lost
    assert "Decide and close" in again
    assert Case.objects.get().holder == desk.moderator
    assert f'name="version" value="{Case.objects.get().version}"' in again


def test_words_typed_for_a_case_that_somebody_else_has_by_now_are_still_there(desk, house):
    case, other = taken(desk, house), make_moderator()
    desk.post(page(case, "release_case"))
    claim(actor=other, case=case)

    html = desk.post(page(case), decided(case, message="my own words", has_read="on")).content.decode()

    assert "my own words" in html
    assert f"{other.display_name} has this one." in html
    assert "Take this one again" not in html


def test_a_note_that_is_too_long_is_shown_again(desk, house):
    case = make_case(house)

    html = desk.post(page(case, "add_note"), {"text": "long note " * 210}).content.decode()

    assert "at most 2000 characters" in html
    assert "long note long note" in html
    assert not case.notes.exists()


def test_only_acts_that_change_something_are_offered(desk, house):
    leaflet = house.put_up()
    case = claim(actor=desk.moderator, case=make_case(house, leaflet))
    assert 'value="hide"' in desk.get(page(case)).content.decode()
    leaflet.hidden = True

    assert 'value="hide"' not in desk.get(page(case)).content.decode()


def test_words_near_it_that_were_covered_before_are_covered_here_too(desk, house):
    house.near = [
        Neighbour("Somebody", "", "grave words", care=True),
        Neighbour("Other", "", "gone words", hidden=True),
    ]

    html = desk.get(page(taken(desk, house))).content.decode()

    assert "grave words" not in html.split("These words may be hard to read")[0]
    assert "gone words" not in html.split("Hidden from readers")[0]


def test_what_was_changed_since_is_shown_beside_what_was_reported(desk, house):
    leaflet = house.put_up(text="first words")
    case = claim(actor=desk.moderator, case=make_case(house, leaflet))
    leaflet.text, leaflet.edit = "second words", 2

    html = desk.get(page(case)).content.decode()

    assert "It was changed since" in html
    assert "first words" in html
    assert "second words" in html


def test_a_thing_that_is_gone_still_has_its_case(desk, house):
    case = taken(desk, house)
    house.leaflets.clear()

    html = desk.get(page(case)).content.decode()

    assert "It is not there any more." in html
    assert "My cousin sells mushroom tea" in html


def test_an_appeal_asks_only_whether_the_decision_stays(desk, house):
    decision = make_decision(house)
    case = claim(actor=desk.moderator, case=appeal(actor=decision.author, decision=decision))
    assert "Take the decision back" in desk.get(page(case)).content.decode()

    desk.post(page(case), {"act": "overturn", "message": "", "note": "", "version": case.version})

    decision.refresh_from_db()
    assert decision.undone_by == desk.moderator


def test_a_decision_is_taken_back_from_the_page(desk, house):
    leaflet = house.put_up()
    decision = make_decision(house, case=make_case(house, leaflet))
    assert "Take it back" in desk.get(page(decision.case)).content.decode()

    desk.post(reverse("moderation:undo_decision", args=[decision.pk]))

    assert not leaflet.hidden


def test_notes_are_for_moderators(desk, house):
    case = make_case(house)

    desk.post(page(case, "add_note"), {"text": "has been here before"})
    desk.post(page(case, "add_note"), {"text": " "})

    assert "has been here before" in desk.get(page(case)).content.decode()
    assert case.notes.count() == 1


@pytest.mark.parametrize("name", ["case", "claim_case", "keep_case", "release_case", "add_note"])
@pytest.mark.parametrize("who", ["member", "author", "editor"])
def test_for_everybody_else_the_case_does_not_exist(client, house, name, who):
    leaflet = house.put_up(author=make_moderator())
    case = make_case(house, leaflet)
    client.force_login({"member": make_user(), "author": leaflet.author, "editor": make_user("Editors")}[who])

    ask = client.get if name == "case" else client.post
    assert ask(page(case, name)).status_code == 404


def test_signed_out_one_is_asked_to_sign_in(client, house):
    assert client.get(page(make_case(house))).status_code == 302
