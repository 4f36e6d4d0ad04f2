"""The pages of sessions: who sees what, answering, holding, the calendar file."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from django.urls import reverse
from django.utils import timezone
from icalendar import Calendar

from groups.models import Session, SessionAnswer
from groups.operations.sessions import cancel_session
from portal.accounts import roles
from tests.factories.accounts import make_user
from tests.factories.groups import make_group, make_member
from tests.factories.sessions import make_session
from tests.groups.normaliser import normal

pytestmark = pytest.mark.django_db

NAMES = ["session", "answer_session", "session_calendar", "change_session", "cancel_session", "session_summary"]
PLACE = "https://meet.example/very-private-room"
FORM = {
    "title": "A quiet hour", "kind": "workshop", "day": "2027-07-01", "starts": "18:00", "ends": "19:30",
    "time_zone": "Europe/London", "places": "6", "place": PLACE, "facilitator": "Juniper", "about": "Breathing",
}  # fmt: skip


def page(client, name, session, method="get", **data):
    return getattr(client, method)(reverse(f"groups:{name}", args=[session.public_id]), data)


def sessions_page(client, group, **query):
    return client.get(reverse("groups:session_list", args=[group.slug], query=query or None))


@pytest.mark.parametrize("preset", ["request", "private", "hidden"])
@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("method", ["get", "post"])
def test_a_session_one_may_not_read_of_answers_like_one_that_never_was(client, preset, name, method):
    session = make_session(make_group(preset), title="A title that could leak", place=PLACE)
    for person in (make_user(), make_user(*roles.ALL)):
        client.force_login(person)
        there = page(client, name, session, method)
        session.public_id, kept = "nowhere-at-all", session.public_id
        nowhere = page(client, name, session, method)
        session.public_id = kept
        assert normal(there, kept) == normal(nowhere, "nowhere-at-all")
        assert "could leak" not in there.content.decode()


@pytest.mark.parametrize("preset", ["request", "private", "hidden"])
def test_the_list_of_a_group_one_may_not_read_answers_like_that_of_no_group(client, preset):
    group = make_session(make_group(preset), title="A title that could leak").group
    client.force_login(make_user())

    there, nowhere = sessions_page(client, group), client.get("/groups/nowhere-at-all/sessions/")

    assert there.status_code == 404
    assert normal(there, group.slug) == normal(nowhere, "nowhere-at-all")


@pytest.mark.parametrize("count", [1, 3])
def test_the_list_costs_the_same_for_one_session_and_three(client, count, django_assert_num_queries):
    group = make_group("private")
    for _ in range(count):
        make_session(group)
        make_session(group, starts_at=timezone.now() - timedelta(days=2))
    client.force_login(make_member(group).user)
    sessions_page(client, group)

    # user (the session is cached), group, membership, past ones, those to come, and two for the frame
    with django_assert_num_queries(7):
        response = sessions_page(client, group)

    found = response.context["page"]
    assert (len(found.to_come), len(found.past)) == (count, count)


def test_past_sessions_are_paged_and_a_broken_address_shows_the_newest(client):
    group = make_group("open")
    for days in range(1, 23):
        make_session(group, title=f"Day {days}", starts_at=timezone.now() - timedelta(days=days))

    first = sessions_page(client, group).context["page"]
    older = sessions_page(client, group, before=first.older).context["page"]

    assert [one.title for one in older.past] == ["Day 21", "Day 22"]
    assert older.older == ""
    for broken in ("yesterday", "2026-13-99T00:00:00Z", "2026-01-01"):
        assert sessions_page(client, group, before=broken).context["page"].past == first.past


def test_where_it_is_stands_there_for_members_alone(client):
    session = make_session(make_group("open"), place=PLACE)

    assert PLACE not in page(client, "session", session).content.decode()
    client.force_login(make_user())
    assert PLACE not in page(client, "session", session).content.decode()
    client.force_login(make_member(session.group).user)
    assert PLACE in page(client, "session", session).content.decode()


def test_times_are_the_viewers_own(client):
    session = make_session(make_group("open"), starts_at=datetime(2027, 7, 1, 17, tzinfo=UTC))
    client.force_login(make_member(session.group, make_user(time_zone="Asia/Kathmandu")).user)

    words = page(client, "session", session).content.decode()

    assert "Thursday 1 July, 22:45" in words.replace("10:45 p.m.", "22:45")


def test_an_answer_is_told_in_words_and_shown(client):
    session = make_session(places=1)
    client.force_login(make_member(session.group).user)

    told = page(client, "answer_session", session, "post", answer="yes")

    assert told.status_code == 302
    shown = page(client, "session", session).content.decode()
    assert "You have a place" in shown and "1 person is coming" in shown

    client.force_login(make_member(session.group).user)
    assert "Wait for a place" in page(client, "session", session).content.decode()
    page(client, "answer_session", session, "post", answer="yes")
    assert "You move up by yourself" in page(client, "session", session).content.decode()


@pytest.mark.parametrize("answer", ["", "maybe", "waiting"])
def test_an_answer_that_is_none_changes_nothing(client, answer):
    session = make_session()
    client.force_login(make_member(session.group).user)

    response = client.post(reverse("groups:answer_session", args=[session.public_id]), {"answer": answer}, follow=True)

    assert "Choose one of the answers." in response.content.decode()
    assert not SessionAnswer.objects.exists()


def test_who_reads_an_open_group_without_belonging_is_asked_to_join_first(client):
    session = make_session(make_group("open"))
    assert "Join this group" in page(client, "session", session).content.decode()
    client.force_login(make_user())

    assert page(client, "answer_session", session, "post", answer="yes").status_code == 403


def test_an_auditor_sees_the_session_and_no_buttons(client):
    session = make_session(make_group("private"))
    client.force_login(make_member(session.group, role="auditor").user)

    words = page(client, "session", session).content.decode()

    assert "You look on here" in words and 'name="answer"' not in words


def test_the_team_sees_who_comes_and_members_do_not(client):
    session = make_session(make_group("private"))
    comer = make_member(session.group, make_user(display_name="Comes Gladly"))
    SessionAnswer.objects.create(session=session, user=comer.user, answer="yes")

    client.force_login(make_member(session.group).user)
    assert "Comes Gladly" not in page(client, "session", session).content.decode()
    client.force_login(make_member(session.group, role="facilitator").user)
    assert "Comes Gladly" in page(client, "session", session).content.decode()


def test_a_facilitator_announces_changes_and_calls_off_a_session(client):
    group = make_group("private")
    client.force_login(make_member(group, role="facilitator").user)

    client.post(reverse("groups:hold_session", args=[group.slug]), FORM)
    session = Session.objects.get()
    assert session.starts_at == datetime(2027, 7, 1, 17, tzinfo=UTC)
    assert session.ends_at - session.starts_at == timedelta(minutes=90)

    asked = page(client, "change_session", session).content.decode()
    assert 'value="2027-07-01"' in asked and 'value="18:00"' in asked
    page(client, "change_session", session, "post", **{**FORM, "starts": "17:00", "title": "Another"})
    session.refresh_from_db()
    assert (session.title, session.revision, session.starts_at.hour) == ("Another", 1, 16)

    assert "Call the session off?" in page(client, "cancel_session", session).content.decode()
    page(client, "cancel_session", session, "post")
    session.refresh_from_db()
    assert session.cancelled_at is not None
    assert "called off" in page(client, "session", session).content.decode()


@pytest.mark.parametrize(
    ("change", "words", "field"),
    [
        ({"title": ""}, "Give the session a title.", "title"),
        ({"day": "soon"}, "Enter a date", "day"),
        ({"day": "2020-01-01"}, "It has to start in the future.", "day"),
        ({"ends": "17:00"}, "It has to end after it starts.", "ends"),
        ({"ends": ""}, "Say when it ends.", "ends"),
        ({"places": "0"}, "Enter 1 or more", "places"),
        ({"time_zone": "Middle/Earth"}, "Choose one of these", "time_zone"),
    ],
)
def test_what_is_wrong_is_said_beside_its_field_and_what_was_typed_stays(client, change, words, field):
    group = make_group("private")
    client.force_login(make_member(group, role="facilitator").user)

    response = client.post(reverse("groups:hold_session", args=[group.slug]), {**FORM, **change})

    assert words in " ".join(response.context["form"].errors[field])
    assert PLACE in response.content.decode()
    assert not Session.objects.exists()


def test_a_member_who_does_not_lead_is_told_why_not(client):
    session = make_session(make_group("private"))
    client.force_login(make_member(session.group).user)

    for name in ("change_session", "cancel_session", "session_summary"):
        response = page(client, name, session)
        assert response.status_code == 403
        assert "Only facilitators and moderators" in response.content.decode()
    assert client.get(reverse("groups:hold_session", args=[session.group.slug])).status_code == 403


def test_a_summary_is_written_after_the_session_and_read_by_whoever_reads_the_group(client):
    session = make_session(make_group("private"), starts_at=timezone.now() - timedelta(hours=2))
    client.force_login(make_member(session.group, role="facilitator").user)
    page(client, "session_summary", session, "post", summary="We breathed.\n\nSlowly.")

    client.force_login(make_member(session.group).user)
    assert "We breathed." in page(client, "session", session).content.decode()
    assert "With a summary" in sessions_page(client, session.group).content.decode()


def test_the_calendar_file_holds_the_time_with_its_zone_and_no_word_about_the_group(client):
    group = make_group("private", name="A name that could leak")
    starts_at = datetime(2027, 7, 1, 17, tzinfo=UTC)
    session = make_session(group, title="A title that could leak", starts_at=starts_at, place=PLACE, about="leak")
    lead = make_member(group, role="moderator").user
    client.force_login(lead)

    response = page(client, "session_calendar", session)
    calendar = Calendar.from_ical(response.content)
    entry = calendar.events[0]

    assert response["Content-Type"] == "text/calendar; charset=utf-8"
    assert "no-store" in response["Cache-Control"]
    assert (calendar["version"], calendar["method"]) == ("2.0", "PUBLISH")
    assert entry.start == starts_at and entry.end == starts_at + timedelta(hours=1)
    assert entry.start.tzinfo == ZoneInfo("Europe/London")
    assert calendar.timezones[0].tz_name == "Europe/London"
    assert entry.errors == [] and calendar.errors == []
    assert entry["url"] == f"http://testserver{session.get_absolute_url()}"
    assert (str(entry["summary"]), str(entry["class"]), str(entry["status"])) == ("Handrail", "PRIVATE", "CONFIRMED")
    assert b"leak" not in response.content and PLACE.encode() not in response.content.replace(b"\r\n ", b"")

    first = (entry["uid"], int(entry["sequence"]))
    cancel_session(actor=lead, session=session)
    entry = Calendar.from_ical(page(client, "session_calendar", session).content).events[0]
    assert (entry["uid"], int(entry["sequence"]), str(entry["status"])) == (first[0], first[1] + 1, "CANCELLED")


def test_a_session_whose_zone_is_not_known_any_more_opens_in_utc(client):
    starts_at = datetime(2027, 7, 1, 17, tzinfo=UTC)
    session = make_session(make_group("private"), starts_at=starts_at, time_zone="Mars/Olympus")
    client.force_login(make_member(session.group, role="moderator").user)

    assert Calendar.from_ical(page(client, "session_calendar", session).content).events[0].start == starts_at
    assert 'value="17:00"' in page(client, "change_session", session).text
