"""The front door, and the day behind it."""

import pytest
from django.urls import reverse

from tests.factories.accounts import make_user
from tests.factories.selfcare import make_activity, make_occurrence

pytestmark = pytest.mark.django_db


def test_a_visitor_sees_what_handrail_is_and_the_urgent_sentence_first(client):
    text = client.get("/").content.decode()
    assert "Something to hold on to" in text
    assert text.index("Get emergency help now") < text.index("Something to hold on to, between appointments.</h1>")


def test_nothing_on_the_front_page_claims_that_a_clinician_checked_it(client):
    text = client.get("/").content.decode().casefold()
    assert "checked by clinicians" not in text
    assert "reviewed by" not in text


def test_somebody_signed_in_goes_to_their_day(signed_in):
    assert signed_in.get("/").url == reverse("home:today")


def test_today_belongs_to_who_is_signed_in(client):
    response = client.get("/today/")
    assert response.status_code == 302
    assert response.url == "/accounts/login/?next=/today/"


@pytest.mark.parametrize("count", [1, 3])
def test_today_costs_the_same_however_full_the_day_is(signed_in, count, django_assert_max_num_queries):
    activity = make_activity(signed_in.person, title="Walk to the gate")
    for _ in range(count):
        make_occurrence(activity)
    with django_assert_max_num_queries(16):
        response = signed_in.get("/today/")
    assert response.status_code == 200


def test_today_shows_my_own_plan_and_nobody_elses(signed_in):
    make_occurrence(make_activity(signed_in.person, title="Walk to the gate"))
    make_occurrence(make_activity(make_user(), title="Canary of somebody else"))
    text = signed_in.get("/today/").content.decode()
    assert "Walk to the gate" in text
    assert "Canary" not in text


@pytest.mark.parametrize("page", ["safety", "privacy", "accessibility", "contact"])
def test_plain_pages_have_one_heading(client, page):
    text = client.get(reverse(f"home:{page}")).content.decode()
    assert text.count("<h1") == 1


def test_the_whole_text_of_an_agreement_can_be_read_before_joining(client):
    assert "Be kind" in client.get("/consent/terms/").content.decode()
    assert client.get("/consent/nothing/").status_code == 404
