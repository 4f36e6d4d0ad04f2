"""What a person typed themselves: a fever leads to help before it is saved, a number for pain answers its check-in."""

from datetime import timedelta

import pytest
from django.urls import reverse

from portal.core.clock import handrail_now
from selfcare import operations
from selfcare.models import DiaryEntry, ExerciseHold, Plan
from tests.factories.accounts import make_user
from tests.factories.selfcare import make_activity, make_entry, make_occurrence, make_plan

DIARY, API = "/diary/", "/api/v1/diary/"
CALL = "Call your team’s 24-hour line now"


@pytest.mark.parametrize(
    ("typed", "limit", "is_fever"),
    [("37.4", 37.5, False), ("37,5", 37.5, True), ("39", 37.5, True), ("37.9", 38.0, False), ("38", 38.0, True)],
)
def test_a_fever_shows_whom_to_call_before_it_is_saved_from_the_temperature_of_the_help_page_on(
    client, person, settings, typed, limit, is_fever
):
    settings.FEVER_CELSIUS = limit
    page = client.post(DIARY, {"worst": "3", "temperature": typed})
    assert DiaryEntry.objects.exists() is not is_fever
    if not is_fever:
        assert not ExerciseHold.objects.exists()
        return
    assert CALL in page.text and f'value="{typed}"' in page.text and 'name="seen" value="urgent"' in page.text
    assert "rest until you tell us" in page.text
    assert '<details class="fold" open>' in page.text.split("How tired you are")[0], "the field is in view"

    assert client.post(DIARY, {"worst": "3", "temperature": typed, "seen": "urgent"}).status_code == 302
    assert DiaryEntry.objects.get().payload == {"worst": 3, "temperature": float(typed.replace(",", "."))}
    assert ExerciseHold.objects.get().words["signs"] == ["fever"]


def test_a_temperature_put_in_later_leads_to_help_too(client, person):
    entry = make_entry(person, worst=3)
    page = client.post(reverse("selfcare:diary_entry", args=[entry.pk]), {"worst": "3", "temperature": "38.4"})
    assert CALL in page.text
    assert DiaryEntry.objects.get().payload == {"worst": 3}


def test_programs_show_help_first_for_a_fever(client, person):
    said = {"said": {"temperature": 38.6}}
    refused = client.post(API, said, content_type="application/json")
    assert (refused.status_code, refused.json()["code"]) == (409, "see_help_first")
    assert client.post(API, said | {"seen": "urgent"}, content_type="application/json").status_code == 201


@pytest.mark.parametrize("part", ["danger", "sites", "helped", "quality", "kept_from", "treatment", "eating"])
def test_what_nobody_has_words_for_is_not_taken_from_programs(client, person, part):
    refused = client.post(API, {"said": {"worst": 3, part: ["numb-legs"]}}, content_type="application/json")

    assert (refused.status_code, list(refused.json()["fields"])) == (400, [f"said.{part}.0"])
    assert not DiaryEntry.objects.exists() and not ExerciseHold.objects.exists()


def check_in(person, hours, key="daily"):
    plan = Plan.objects.filter(owner=person).first() or make_plan(person, template_key="pain-check-in")
    asks = make_activity(person, kind="check-in", plan=plan, template_activity=key, planned_through=None)
    return make_occurrence(asks, due_at=handrail_now() + timedelta(hours=hours))


def state(slot):
    slot.refresh_from_db()
    return slot.state


@pytest.mark.parametrize("way", ["today", "diary", "api"])
def test_a_number_in_the_diary_answers_the_check_in_that_would_ask_for_it(client, person, way):
    evening, weekly = check_in(person, 5), check_in(person, 5, "weekly")
    if way == "today":
        client.post(reverse("selfcare:pain_log"), {"now": "4"})
    elif way == "diary":
        client.post(DIARY, {"worst": "4"})
    else:
        client.post(API, {"said": {"pain": {"hip": 4}}}, content_type="application/json")
    assert (state(evening), state(weekly)) == ("done", "planned")


def test_only_what_is_due_is_answered_and_what_was_skipped_or_is_of_another_day_stays(client, person):
    noon, evening = check_in(person, -2), check_in(person, 5)
    skipped, tomorrow, other = check_in(person, -3), check_in(person, 24), check_in(make_user(), -1)
    operations.skip(actor=person, occurrence=skipped)
    make_entry(person, mood="good")
    assert state(noon) == "planned", "no number was given"

    make_entry(person, worst=0)
    assert [state(one) for one in (noon, evening, skipped, tomorrow, other)] == [
        "done", "planned", "skipped", "planned", "planned",
    ]  # fmt: skip
    make_entry(person, worst=0)
    assert (state(evening), state(tomorrow)) == ("done", "planned")
