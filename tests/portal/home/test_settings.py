"""A person's own settings."""

import re

import pytest
from django.urls import reverse

from portal.accounts.models import Consent, User
from portal.notifications.operations.suppression import suppress
from tests.factories.accounts import make_block, make_user

pytestmark = pytest.mark.django_db

PAGES = ["settings", "appearance", "agreements", "blocked"]


@pytest.mark.parametrize("page", PAGES)
def test_settings_belong_to_who_is_signed_in(client, page):
    assert client.get(reverse(f"home:{page}")).status_code == 302


def test_each_settings_page_opens_under_a_title_of_its_own(signed_in):
    names = [*PAGES, "reading", "device", "own_data"]
    titles = [re.search("<title>(.+) – ", signed_in.get(reverse(f"home:{name}")).text)[1] for name in names]
    assert sorted(set(titles)) == sorted(titles)


def profile(**changes):
    typed = {"display_name": "Quiet heron", "country": "DE", "time_zone": "Europe/Berlin", "language": "en"}
    return {**typed, **changes}


def test_a_new_name_and_place_are_kept(signed_in):
    signed_in.post("/settings/", profile())
    person = User.objects.get(pk=signed_in.person.pk)
    assert (person.display_name, person.country, person.time_zone) == ("Quiet heron", "DE", "Europe/Berlin")


def test_a_name_that_looks_like_somebody_elses_is_refused_and_what_was_typed_stays(signed_in):
    make_user(display_name="Lighthouse")
    text = signed_in.post("/settings/", profile(display_name="L1ghth0use")).content.decode()
    assert "already has a name that looks like this" in text
    assert 'value="L1ghth0use"' in text


def test_a_full_name_is_questioned_once_and_kept_when_the_person_says_so(signed_in):
    text = signed_in.post("/settings/", profile(display_name="Ruth Miller")).content.decode()
    assert "looks like a full name" in text
    assert "Use this name anyway" in text
    signed_in.post("/settings/", profile(display_name="Ruth Miller", keep_name="on"))
    assert User.objects.get(pk=signed_in.person.pk).display_name == "Ruth Miller"


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("display_name", ""),
        ("display_name", "…"),
        ("display_name", "me@example.org"),
        ("time_zone", "Mars/Base"),
        ("country", "Q9"),
    ],
)
def test_bad_input_is_answered_beside_the_field_and_changes_nothing(signed_in, field, value):
    before = User.objects.values().get(pk=signed_in.person.pk)
    response = signed_in.post("/settings/", profile(**{field: value}))
    assert response.status_code == 200
    assert field in response.context["form"].errors
    assert User.objects.values().get(pk=signed_in.person.pk) == before


def test_colours_and_text_size_are_on_the_very_next_page(signed_in):
    signed_in.post("/settings/appearance/", {"theme": "dark", "contrast": "more", "text_size": "larger"})
    text = signed_in.get("/today/").content.decode()
    assert 'data-theme="dark" data-contrast="more" data-text="larger"' in text


def test_an_agreement_can_be_taken_back_and_given_again(signed_in):
    held = Consent.objects.filter(user=signed_in.person, purpose="health", withdrawn_at=None)
    signed_in.post("/settings/agreements/health/", {"withdraw": "1"})
    assert held.count() == 0
    signed_in.post("/settings/agreements/health/", {"agree": "1"})
    assert held.count() == 1


def test_taking_an_agreement_back_is_asked_once_more_and_says_what_will_happen(signed_in):
    page = signed_in.get("/settings/agreements/health/").text

    assert "Your whole plan rests at once" in page and "Keep it" in page
    assert Consent.objects.filter(user=signed_in.person, purpose="health", withdrawn_at=None).exists()


@pytest.mark.parametrize("purpose", ["research", "nothing"])
def test_what_was_not_agreed_to_cannot_be_taken_back(signed_in, purpose):
    assert signed_in.get(f"/settings/agreements/{purpose}/").url == "/settings/agreements/"


def test_taking_a_block_back_works_for_my_own_blocks_only(signed_in):
    mine, other = make_user(), make_user()
    make_block(signed_in.person, mine)
    make_block(other, signed_in.person)
    assert mine.display_name in signed_in.get("/settings/blocked/").content.decode()
    assert signed_in.post(f"/settings/blocked/{mine.pk}/").status_code == 302
    assert signed_in.post(f"/settings/blocked/{other.pk}/").status_code == 404
    assert other.blocks_made.count() == 1


@pytest.mark.parametrize("count", [1, 3])
def test_the_list_of_blocks_costs_the_same(signed_in, count, django_assert_num_queries):
    for _ in range(count):
        make_block(signed_in.person, make_user())
    signed_in.get("/settings/blocked/")
    with django_assert_num_queries(5):  # person, groups looked after, unread messages, blocks and mutes with names
        signed_in.get("/settings/blocked/")


def test_an_address_that_does_not_work_is_told_on_its_page_and_only_to_its_owner(signed_in):
    suppress(address=make_user(email="other@there.example").email, reason="bounced", user_id=None)
    text = signed_in.get(reverse("account_email")).text
    assert "We write to you at" in text and "We do not write to" not in text

    suppress(address=signed_in.person.email, reason="bounced", user_id=None)
    text = signed_in.get(reverse("account_email")).text

    assert f"We do not write to {signed_in.person.email}" in text
    assert f'<a href="{reverse("home:contact")}">ask us to try it again</a>' in text
    assert "We write to you at" not in text and "other@there.example" not in text
