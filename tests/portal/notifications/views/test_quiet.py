"""Quiet hours and pauses, as a person sets them."""

from datetime import time, timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from portal.core.clock import handrail_now
from portal.notifications.models import Delivery, QuietHours, Rhythm
from portal.notifications.operations.quiet import pause_until
from portal.notifications.operations.summaries import plan_summaries
from portal.notifications.summaries import SUMMARY_KIND
from tests.factories.notifications import make_notice

pytestmark = pytest.mark.django_db
PAGE, PAUSE = reverse("notifications:quiet"), reverse("notifications:pause")
NIGHT = {"email_starts": "22:00", "email_ends": "07:00", "in_app_starts": "", "in_app_ends": ""}


def test_anonymous_is_asked_to_sign_in(client):
    assert client.get(PAGE).status_code == client.post(PAUSE).status_code == 302


def test_quiet_hours_are_kept_shown_and_taken_back(signed_in):
    signed_in.post(PAGE, NIGHT)
    row = QuietHours.objects.get(user=signed_in.person)
    assert (row.channel, row.starts_at, row.ends_at) == ("email", time(22), time(7))
    assert 'value="22:00"' in signed_in.get(PAGE).content.decode()

    signed_in.post(PAGE, {**NIGHT, "email_starts": "", "email_ends": ""})
    assert not QuietHours.objects.exists()


@pytest.mark.parametrize(
    ("given", "sentence"),
    [
        ({"email_ends": ""}, "Say when the quiet hours end, or leave both empty."),
        ({"email_starts": ""}, "Say when the quiet hours begin, or leave both empty."),
        ({"email_ends": "22:00"}, "Quiet hours need an end that differs from their start."),
        ({"email_starts": "late"}, "Enter a time such as 22:00."),
    ],
)
def test_what_does_not_fit_is_told_beside_its_field_and_the_rest_is_kept(signed_in, given, sentence):
    page = signed_in.post(PAGE, {**NIGHT, "in_app_starts": "23:15", "in_app_ends": "06:45", **given}).content.decode()

    assert sentence in page.replace("&#x27;", "'")
    assert 'value="23:15"' in page and 'value="06:45"' in page
    assert not QuietHours.objects.exists()


def test_a_pause_holds_until_the_morning_of_its_day_and_ends_on_request(signed_in):
    person = signed_in.person
    day = timezone.localdate() + timedelta(days=5)
    page = signed_in.post(PAUSE, {"day": day.isoformat()}, follow=True).content.decode()

    rhythm = Rhythm.objects.get(user=person)
    assert rhythm.paused_until.astimezone(timezone.get_current_timezone()) > handrail_now() + timedelta(days=4)
    assert "Paused until" in page and "Go on now" in page

    page = signed_in.post(PAUSE, {"resume": "1"}, follow=True).content.decode()
    rhythm.refresh_from_db()
    assert rhythm.paused_until is None
    assert "Paused until" not in page


@pytest.mark.parametrize(
    ("days", "sentence"),
    [(0, "Choose a day from tomorrow on."), (-3, "Choose a day from tomorrow on."), (200, "A pause can last 90 days.")],
)
def test_a_day_that_cannot_be_is_refused_beside_its_field(signed_in, days, sentence):
    day = (timezone.localdate() + timedelta(days=days)).isoformat()
    page = signed_in.post(PAUSE, {"day": day}).content.decode()

    assert sentence in page and f'value="{day}"' in page
    assert not Rhythm.objects.exists()


def test_no_day_at_all_is_asked_for(signed_in):
    assert "Choose a day." in signed_in.post(PAUSE, {"day": ""}).content.decode()


def test_what_happens_in_a_pause_is_told_in_one_summary_after_it(signed_in):
    person = signed_in.person
    make_notice(person, kind="groups.reply", subject_key="thread:x:y")
    plan_summaries(100)
    day = timezone.localdate() + timedelta(days=5)
    pause_until(actor=person, day=day)
    plan_summaries(100)

    waiting = Delivery.objects.get(kind=SUMMARY_KIND, recipient=person, state="pending")
    assert waiting.due_at > Rhythm.objects.get(user=person).paused_until
    assert waiting.subject_key == f"digest:{day}"


def test_the_page_has_a_constant_price(signed_in, django_assert_num_queries):
    signed_in.get(PAGE)
    with django_assert_num_queries(5):  # the person, quiet hours, pause, unread, groups looked after
        signed_in.get(PAGE)
