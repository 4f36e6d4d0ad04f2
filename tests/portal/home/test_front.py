"""The front door, and the day behind it."""

import pytest
from django.urls import reverse

from tests.factories.accounts import make_user
from tests.factories.articles import make_article
from tests.factories.groups import make_group, make_member, make_post, make_thread
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
def test_today_costs_the_same_however_full_the_day_is(signed_in, count, django_assert_num_queries):
    activity = make_activity(signed_in.person, title="Walk to the gate")
    group = make_group()
    make_member(group, signed_in.person)
    for _ in range(count):
        make_occurrence(activity)
        make_post(make_thread(group))
        make_article()
    # who asks; the session's device, noted (6); the day's items, hard days, aims, water; the health agreement;
    # whether exercise is held; the clock, and what makes eating hard; unread threads; drafts; guides;
    # groups one looks after; unread messages
    with django_assert_num_queries(20):
        response = signed_in.get("/today/")
    assert response.status_code == 200


def test_today_shows_my_own_plan_and_nobody_elses(signed_in):
    make_occurrence(make_activity(signed_in.person, title="Walk to the gate"))
    make_occurrence(make_activity(make_user(), title="Canary of somebody else"))
    text = signed_in.get("/today/").content.decode()
    assert "Walk to the gate" in text
    assert "Canary" not in text


def test_today_leads_to_what_is_new_in_my_groups(signed_in):
    group = make_group(name="Long nights")
    make_member(group, signed_in.person)
    thread = make_thread(group, title="Awake at three")
    make_post(thread)
    text = signed_in.get("/today/").content.decode()
    assert "Awake at three" in text
    assert f'href="{thread.get_absolute_url()}?from=1#new"' in text
    assert "Nothing new." not in text


def test_today_says_so_when_nothing_is_new(signed_in):
    make_post(make_thread(make_group(), title="In a group of others"))
    text = signed_in.get("/today/").content.decode()
    assert "Nothing new." in text
    assert "In a group of others" not in text


def test_the_front_page_leads_to_guides_as_they_are_published(client):
    article = make_article(title="Drinking enough", slug="drinking")
    article.title = "Draft of a better name"
    article.save()
    text = client.get("/").content.decode()
    assert text.count('<a href="/en/learn/drinking/">Drinking enough</a>') == 2
    assert "Draft of a better name" not in text


def test_without_a_contact_address_no_setting_is_named(client, settings):
    settings.CONTACT_EMAIL = ""
    text = client.get("/contact/").content.decode()
    assert "This site has no contact address yet." in text
    assert "HANDRAIL_" not in text


@pytest.mark.parametrize("page", ["safety", "privacy", "accessibility", "contact"])
def test_plain_pages_have_one_heading(client, page):
    text = client.get(reverse(f"home:{page}")).content.decode()
    assert text.count("<h1") == 1


def test_the_whole_text_of_an_agreement_can_be_read_before_joining(client):
    assert "Be kind" in client.get("/consent/terms/").content.decode()
    assert client.get("/consent/nothing/").status_code == 404


def test_browsers_that_ask_for_an_icon_get_our_mark(client):
    response = client.get("/favicon.ico")
    assert (response.status_code, response.url) == (302, "/static/portal/mark.svg")
