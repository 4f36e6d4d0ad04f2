"""A person's own language and time for one request, and when they were last here."""

from datetime import datetime

import pytest
import time_machine
from allauth.usersessions.models import UserSession
from django.http import HttpRequest, HttpResponse
from django.test import RequestFactory
from django.utils import timezone, translation

from portal.accounts.middleware import personal_settings
from tests.factories.accounts import make_user

pytestmark = pytest.mark.django_db


def during(user: object, **headers: str) -> tuple[str, str | None, HttpResponse]:
    """The time zone and language a view would run in, and the answer."""
    seen: list[str | None] = []

    def view(request: HttpRequest) -> HttpResponse:
        seen.extend([timezone.get_current_timezone_name(), translation.get_language()])
        return HttpResponse("")

    request = RequestFactory().get("/", headers=headers)
    request.user = user  # type: ignore[assignment]
    response = personal_settings(view)(request)
    return str(seen[0]), seen[1], response


def test_a_signed_in_person_reads_in_their_own_zone_and_language():
    zone, language, response = during(make_user(time_zone="Asia/Kathmandu", language="ar-x-pseudo"))

    assert (zone, language) == ("Asia/Kathmandu", "ar-x-pseudo")
    assert response["Content-Language"] == "ar-x-pseudo"
    assert timezone.get_current_timezone_name() == "UTC"


@pytest.mark.parametrize("zone", ["Mars/Olympus", "", "America", "../../etc/passwd", "\x00"])
def test_a_zone_that_does_not_exist_falls_back_to_the_sites(zone):
    person = make_user()
    person.time_zone = zone

    assert during(person)[0] == "UTC"


@pytest.mark.parametrize("language", ["xx", "", "../../en", "en-x-nothing"])
def test_a_language_the_site_does_not_speak_falls_back_to_the_sites(language):
    person = make_user()
    person.language = language

    assert during(person)[1] == "en"
    assert during(person)[2]["Content-Language"] == "en"


def test_signed_out_the_browser_chooses_among_the_sites_languages():
    from django.contrib.auth.models import AnonymousUser

    assert during(AnonymousUser(), accept_language="fr, en;q=0.5")[1:2] == ("en",)
    assert during(AnonymousUser())[0] == "UTC"


def test_two_people_one_after_the_other_do_not_share_a_zone(client):
    for zone, shown in (("Asia/Tokyo", "Asia/Tokyo"), ("nonsense", "UTC"), ("America/Lima", "America/Lima")):
        assert during(make_user(time_zone=zone))[0] == shown


def test_a_page_in_the_pseudo_language_runs_from_right_to_left(client):
    client.force_login(make_user(language="ar-x-pseudo"))
    assert '<html lang="ar-x-pseudo" dir="rtl"' in client.get("/settings/").content.decode()


def last_seen() -> datetime:
    return UserSession.objects.get().last_seen_at


def test_when_somebody_was_last_here_is_written_once_in_five_minutes(signed_in):
    with time_machine.travel("2026-06-11 10:00Z", tick=False) as clock:
        signed_in.get("/settings/")
        first = last_seen()
        clock.move_to("2026-06-11 10:04:50Z")
        signed_in.get("/settings/")
        assert last_seen() == first


def test_once_the_five_minutes_are_over_it_is_written_again(signed_in):
    from django.core.cache import cache

    signed_in.get("/settings/")
    first = last_seen()
    cache.delete(f"seen:{signed_in.session.session_key}")

    signed_in.get("/settings/")

    assert last_seen() > first


def test_being_seen_costs_nothing_within_five_minutes(signed_in, django_assert_max_num_queries):
    signed_in.get("/accounts/logout/")
    with django_assert_max_num_queries(5):  # session, person, and what the frame shows: unread count, may moderate
        signed_in.get("/accounts/logout/")


def test_visitors_leave_no_trace_of_being_seen(client):
    client.get("/")
    assert UserSession.objects.count() == 0
