"""The desk while it stays open: what changed, who has what, a second opinion, and the end of a shift."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from portal.moderation.models import Case, CaseNote, HandOver
from portal.moderation.operations import add_note, appeal, claim, decide, decide_appeal
from tests.factories.accounts import make_user
from tests.factories.moderation import make_case, make_decision, make_moderator

LIVE, DESK, REST = (reverse(f"moderation:{name}") for name in ("desk_live", "desk", "hand_over"))


@pytest.fixture
def desk(client, house):
    client.moderator = make_moderator()
    client.force_login(client.moderator)
    return client


def now_of(case):
    return reverse("moderation:case_live", args=[case.pk])


@pytest.mark.parametrize("count", [1, 3])
def test_the_open_desk_asks_at_a_constant_price(desk, house, count, django_assert_num_queries):
    for _case in range(count):
        make_case(house)
    desk.get(LIVE)

    with django_assert_num_queries(9):  # user, staff roles, groups moderated, page, four counts, requests
        answer = desk.get(LIVE)
    assert answer.content.decode().count("data-case=") == count


def test_nothing_is_sent_again_until_something_changed(desk, house):
    case = make_case(house)
    tag = desk.get(LIVE)["ETag"]
    again = desk.get(LIVE, headers={"If-None-Match": tag})
    assert (again.status_code, again.content) == (304, b"")

    other = make_moderator()
    claim(actor=other, case=case)
    changed = desk.get(LIVE, headers={"If-None-Match": tag})
    assert changed.status_code == 200
    assert f"{other.display_name} has this" in changed.content.decode()


def test_the_open_desk_shows_only_what_the_desk_shows(client, house):
    person = make_user()
    house.moderators = {"test:mine": [person]}
    make_case(house, house.put_up("theirs", scope="test:other", text="not for this desk"), reason="unkind")
    client.force_login(person)
    before = client.get(LIVE)
    assert "not for this desk" not in before.content.decode()
    client.force_login(make_user())
    assert client.get(LIVE).status_code == 403


def test_an_open_case_says_at_once_that_somebody_has_it_or_that_it_is_done(desk, house):
    case, other = make_case(house), make_moderator()
    first = desk.get(now_of(case))
    assert desk.get(now_of(case), headers={"If-None-Match": first["ETag"]}).status_code == 304

    held = claim(actor=other, case=case)
    answer = desk.get(now_of(case), headers={"If-None-Match": first["ETag"]})
    assert answer.json() == {"version": held.version, "says": f"{other.display_name} has this one."}
    decide(actor=other, case=held, act="no_action", reason="other")
    assert desk.get(now_of(case)).json()["says"] == "This case is done. Somebody decided it already."


def test_the_case_stands_beside_the_queue_it_comes_from(desk, house):
    first, second = make_case(house), make_case(house)

    page = desk.get(first.get_absolute_url()).content.decode()

    assert f'href="{first.get_absolute_url()}" aria-current="page"' in page
    assert f'href="{second.get_absolute_url()}"' in page
    assert page.count(f'action="{reverse("moderation:claim_case", args=[first.pk])}"') == 1


def test_a_second_opinion_is_asked_for_seen_and_answered_by_somebody_else(desk, house):
    case = claim(actor=desk.moderator, case=make_case(house))
    asked = {"text": "Is this unkind, or is it me?", "ask": "1"}
    desk.post(reverse("moderation:add_note", args=[case.pk]), asked)

    second = desk.get(DESK, {"tab": "second"})
    assert [one.number for one in second.context["queue"].cases] == [case.number]
    assert "A second opinion is wanted" in second.content.decode()
    add_note(actor=desk.moderator, case=case, text="Nobody yet?")
    assert Case.objects.second_look().exists()
    add_note(actor=make_moderator(), case=case, text="It is unkind, yes.")
    assert not Case.objects.second_look().exists()
    assert CaseNote.objects.filter(case=case).count() == 3


def test_at_the_end_of_a_shift_everything_goes_back_with_a_word_for_the_next(desk, house, client):
    cases = [claim(actor=desk.moderator, case=make_case(house)) for _one in range(2)]

    page = desk.post(REST, {"text": "The first one waits for a call back"}, follow=True).content.decode()

    assert "2 cases are back in the queue. Rest well." in page
    assert all(Case.objects.get(pk=case.pk).holder is None for case in cases)
    client.force_login(make_moderator())
    assert "waits for a call back" in client.get(DESK).content.decode()
    assert b"waits for a call back" not in bytes(HandOver.objects.get().text_sealed)


def test_a_word_about_other_parts_is_not_read_by_who_looks_after_one_of_them(client, house):
    both, one = make_user(), make_user()
    house.moderators = {"test:a": [both, one], "test:b": [both]}
    client.force_login(both)
    client.post(REST, {"text": "Mind the quarrel in b"})
    client.force_login(one)
    assert "Mind the quarrel" not in client.get(DESK).content.decode()
    HandOver.objects.update(created_at=timezone.now() - timedelta(hours=25))
    client.force_login(both)
    assert "Mind the quarrel" not in client.get(DESK).content.decode()


def test_the_desk_counts_what_somebody_carried_and_asks_them_to_rest(desk, house):
    for _one in range(3):
        make_decision(house, desk.moderator, case=make_case(house, reason="worried"), reason="worried")

    page = desk.get(DESK).content.decode()

    assert "You have decided 3 cases in the last twelve hours, thank you." in page
    assert "3 of them were heavy. Rest for a while" in page


def test_appeals_that_were_granted_are_counted(desk, house):
    for overturn in (True, False):
        leaflet = house.put_up(f"leaf-{overturn}")
        decision = make_decision(house, make_moderator(), case=make_case(house, leaflet))
        case = claim(actor=desk.moderator, case=appeal(actor=leaflet.author, decision=decision))
        decide_appeal(actor=desk.moderator, case=case, overturn=overturn)

    assert "2, of which 1 were taken back" in desk.get(DESK).content.decode()
