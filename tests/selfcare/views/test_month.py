"""The month and the sheet for the week: one's own only, at a constant price."""

from datetime import timedelta

import pytest
from django.urls import reverse

from portal.core.clock import handrail_now
from tests.factories.accounts import make_user
from tests.factories.selfcare import make_activity, make_occurrence

PAGES = ["/plan/month/", "/plan/sheet/"]


@pytest.mark.parametrize("page", PAGES)
def test_nobody_signed_out_gets_further_than_the_sign_in(client, db, page):
    assert client.get(page).url.startswith(reverse("account_login"))


def test_the_month_counts_what_was_done_and_what_is_to_come_and_never_what_was_not(signed_in):
    walk = make_activity(owner=signed_in.person, title="A walk of mine")
    make_occurrence(walk, due_at=handrail_now() - timedelta(minutes=2), state="done")
    make_occurrence(make_activity(title="A strangers walk"), due_at=handrail_now())
    page = signed_in.get("/plan/month/")

    today = next(day for week in page.context["month"].weeks for day in week if day.is_today)
    assert today.done == 1
    assert all(len(week) == 7 for week in page.context["month"].weeks)
    assert page.context["month"].weeks[0][0].day.weekday() == 0
    assert "no record" not in page.text.lower()


def test_the_sheet_has_a_box_for_everything_that_is_awake(signed_in):
    make_activity(owner=signed_in.person, title="A walk of mine")
    make_activity(owner=signed_in.person, title="A nap of mine", rests=[handrail_now() - timedelta(days=30)])
    make_activity(owner=make_user(), title="A strangers walk")
    page = signed_in.get("/plan/sheet/", {"w": "1"}).text

    assert page.count("A walk of mine") == page.count('class="tick-box"') == 7
    assert "A nap of mine" not in page and "strangers" not in page


@pytest.mark.parametrize("page", PAGES)
@pytest.mark.parametrize("shift", ["1", "-1", "99", "-999999", "x", "1e3", "²"])
def test_any_week_or_month_can_be_asked_for(signed_in, page, shift):
    make_activity(owner=signed_in.person)
    assert signed_in.get(page, {"w": shift, "m": shift}).status_code == 200


@pytest.mark.parametrize("page", PAGES)
@pytest.mark.parametrize("count", [1, 3])
def test_it_costs_the_same_for_one_thing_and_three(signed_in, page, count, django_assert_num_queries):
    for _n in range(count):
        make_occurrence(make_activity(owner=signed_in.person))
    signed_in.get(page)
    of_month = page == PAGES[0]  # whether anything is counted for the person
    with django_assert_num_queries(5 + of_month):  # person, slots, activities; frame: groups looked after, unread
        signed_in.get(page)
