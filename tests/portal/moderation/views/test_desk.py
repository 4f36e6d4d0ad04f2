"""The desk: most serious first, then oldest; for moderators only."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from portal.moderation.models import Case
from portal.moderation.operations import claim
from tests.factories.accounts import make_user
from tests.factories.moderation import make_case, make_decision, make_moderator

DESK = reverse("moderation:desk")


@pytest.fixture
def desk(client, house):
    client.moderator = make_moderator()
    client.force_login(client.moderator)
    return client


def numbers(answer):
    return [case.number for case in answer.context["queue"].cases]


@pytest.mark.parametrize("count", [1, 3])
def test_the_queue_costs_the_same_for_any_length(desk, house, count, django_assert_num_queries):
    for _case in range(count):
        make_case(house)
    desk.get(DESK)  # the first request of a sign-in also loads the session

    # user, staff roles, groups moderated, page, four counts of cases and one of requests; what one decided in this
    # shift, appeals of a month, notes left by others; unread notices for the frame
    with django_assert_num_queries(13):
        answer = desk.get(DESK)

    assert len(numbers(answer)) == count


def test_harm_comes_first_then_age(desk, house):
    calm, grave, graver = (
        make_case(house, reason=reason).number for reason in ["unkind", "advice", "worried"]
    )  # fmt: skip
    older = make_case(house, reason="unkind")
    Case.objects.filter(pk=older.pk).update(opened_at=timezone.now() - timedelta(days=1))

    assert numbers(desk.get(DESK)) == [graver, grave, older.number, calm]
    assert numbers(desk.get(DESK, {"first": "oldest"}))[0] == older.number


def test_words_that_may_be_hard_to_read_are_not_on_the_desk(desk, house):
    make_case(house, house.put_up("one", text="hard-to-read"), reason="worried")
    make_case(house, house.put_up("two", text="easy-to-read"), reason="unkind")

    page = desk.get(DESK).content.decode()

    assert "hard-to-read" not in page
    assert "easy-to-read" in page


def test_one_sees_who_has_what(desk, house):
    mine, theirs = make_case(house), make_case(house)
    other = make_moderator()
    claim(actor=desk.moderator, case=mine)
    claim(actor=other, case=theirs)

    page = desk.get(DESK).content.decode()
    assert "You have this one" in page
    assert f"{other.display_name} has this" in page
    assert numbers(desk.get(DESK, {"tab": "mine"})) == [mine.number]


def test_what_is_done_has_a_tab_of_its_own(desk, house):
    make_case(house)
    done = make_decision(house).case

    assert numbers(desk.get(DESK, {"tab": "done"})) == [done.number]


def test_a_long_queue_goes_on_after_the_last_case_and_counts_stop_at_twenty(desk, house):
    for _case in range(27):
        make_case(house)

    first = desk.get(DESK)
    rest = desk.get(DESK, {"after": str(first.context["queue"].next_after)})

    assert (len(numbers(first)), len(numbers(rest))) == (25, 2)
    assert not set(numbers(first)) & set(numbers(rest))
    assert "20+" in first.content.decode()
    assert rest.context["queue"].next_after is None


def test_nobody_else_has_a_desk(client, house):
    assert client.get(DESK).status_code == 302
    client.force_login(make_user())
    assert client.get(DESK).status_code == 403
    client.force_login(make_user("Editors"))
    assert client.get(DESK).status_code == 403


def test_a_group_moderator_sees_only_their_own_scope(client, house):
    person = make_user()
    house.moderators = {"test:mine": [person]}
    mine = make_case(house, house.put_up("one", scope="test:mine"))
    make_case(house, house.put_up("two", scope="test:other"))
    make_case(house, house.put_up("three"))
    client.force_login(person)

    assert numbers(client.get(DESK)) == [mine.number]


def test_nonsense_in_the_address_shows_the_queue(desk, house):
    case = make_case(house)

    assert numbers(desk.get(DESK, {"tab": "nonsense", "after": "x"})) == [case.number]
