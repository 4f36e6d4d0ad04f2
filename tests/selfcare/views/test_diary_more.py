"""The longer entry: places, how one is, treatment days, the week; and what a danger sign leads to."""

import uuid
from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from portal.core.clock import handrail_now
from selfcare.models import Activity, DiaryEntry
from selfcare.operations.diary import forget_deleted
from tests.factories.accounts import make_user
from tests.factories.articles import care_card, make_article, sources
from tests.factories.selfcare import make_activity, make_entry

DIARY, WEEK = "/diary/", "/diary/week/"
WHOLE = {
    "worst": "6", "sites": ["hip"], "pain-lower-back": "6", "pain-hip": "3", "quality": ["burning"],
    "kept_from": ["sleeping"], "mood": "low", "sleep": "badly", "fatigue": "0", "temperature": "36,8", "bowel": "none",
    "weight": "64.5", "treatment": ["chemo"],
}  # fmt: skip


def test_everything_that_can_be_said_is_kept_in_one_sealed_payload(signed_in):
    assert signed_in.post(DIARY, WHOLE).status_code == 302

    entry = DiaryEntry.objects.get()
    assert entry.payload == {
        "worst": 6, "sites": ["hip", "lower-back"], "pain": {"lower-back": 6, "hip": 3}, "quality": ["burning"],
        "kept_from": ["sleeping"], "mood": "low", "sleep": "badly", "fatigue": 0, "temperature": 36.8, "bowel": "none",
        "weight": 64.5, "treatment": ["chemo"],
    }  # fmt: skip
    assert b"chemo" not in bytes(entry.payload_sealed)
    page = signed_in.get(DIARY).text
    for words in (
        "Hip 3, Lower back 6",
        "Chemotherapy",
        "Kept you from: Sleeping",
        "Temperature 36.8 °C",
        "Tiredness 0",
    ):
        assert words in page


@pytest.mark.parametrize(
    ("field", "wrong", "told"),
    [("pain-hip", "11", "Choose a number from 0 to 10"), ("pain-hip", "x", "Choose a number from 0 to 10"),
     ("temperature", "150", "Enter a temperature in °C"), ("temperature", "hot", "Enter a temperature in °C"),
     ("weight", "nan", "Enter a weight in kg"), ("weight", "0", "Enter a weight in kg"),
     ("mood", "great", "Choose one of these"), ("treatment", "magic", "Choose from these")],
)  # fmt: skip
def test_what_is_wrong_is_told_its_fold_stands_open_and_the_rest_is_kept(signed_in, field, wrong, told):
    page = signed_in.post(DIARY, {**WHOLE, "note": "My words", field: wrong})

    assert told in page.text
    assert "My words" in page.text
    assert page.text.count('<details class="fold" open>') == 3
    assert not DiaryEntry.objects.exists()


def test_an_empty_entry_has_its_folds_closed(signed_in):
    assert '<details class="fold" open>' not in signed_in.get(DIARY).text


def test_each_part_of_the_drawing_leads_to_a_line_of_the_list(signed_in):
    page = signed_in.get(DIARY).text
    parts = [piece.split('"')[0] for piece in page.split('class="body__part" href="#')[1:]]

    assert len(parts) == 11
    assert all(f'<select class="input" id="{part}"' in page for part in parts)


def test_the_week_is_three_numbers_and_can_be_changed(signed_in):
    assert "Krebs" in signed_in.get(WEEK).text
    short = signed_in.post(WEEK, {"peg_pain": "5", "peg_activity": "7"})
    assert "Choose a number from 0 to 10" in short.text
    assert not DiaryEntry.objects.exists()

    signed_in.post(WEEK, {"peg_pain": "5", "peg_enjoyment": "6", "peg_activity": "0", "weight": "64"})
    entry = DiaryEntry.objects.get()
    assert entry.payload == {"peg": {"pain": 5, "enjoyment": 6, "activity": 0}, "weight": 64.0}
    assert "pain 5, enjoyment of life 6, activity 0" in signed_in.get(DIARY).text

    page = reverse("selfcare:diary_entry", args=[entry.pk])
    assert "interfered with your enjoyment of life" in signed_in.get(page).text
    signed_in.post(page, {"peg_pain": "4", "peg_enjoyment": "6", "peg_activity": "0"})
    assert DiaryEntry.objects.get().payload == {"peg": {"pain": 4, "enjoyment": 6, "activity": 0}}


def test_a_danger_sign_shows_the_published_card_of_the_guide_that_speaks_of_it(signed_in):
    make_article(care_card(title="First of all"), sources(), slug="a-first-guide")
    make_article(care_card(title="Pressure on the spinal cord"), sources(), slug="spinal-cord-compression")
    legs = signed_in.post(DIARY, {"worst": "3", "danger": ["legs"]})
    chest = signed_in.post(DIARY, {"worst": "3", "danger": ["chest"]})

    assert "Pressure on the spinal cord" in legs.text
    assert "First of all" not in legs.text
    assert "First of all" in chest.text
    assert not DiaryEntry.objects.exists()


def test_exercise_rests_only_when_the_entry_is_saved_and_wakes_when_somebody_checked(signed_in):
    make_activity(signed_in.person)
    said = {"worst": "3", "danger": ["legs"]}
    assert "your exercises rest until" in signed_in.post(DIARY, said).text
    assert not Activity.objects.get().is_resting(timezone.now())

    signed_in.post(DIARY, {**said, "seen": "emergency"})
    assert Activity.objects.get().is_resting(timezone.now())
    assert "Your exercises are resting" in signed_in.get(DIARY).text
    assert "Say who checked you" in signed_in.post("/diary/checked/", {"checked_with": ""}).text
    assert Activity.objects.get().is_resting(timezone.now())

    signed_in.post("/diary/checked/", {"checked_with": "the emergency doctor"})
    assert not Activity.objects.get().is_resting(timezone.now())
    assert "Your exercises are resting" not in signed_in.get(DIARY).text


def test_undo_lasts_an_hour_and_then_the_row_is_gone(signed_in):
    entry = make_entry(signed_in.person, worst=4)
    restore = reverse("selfcare:restore_entry", args=[entry.pk])
    signed_in.post(reverse("selfcare:delete_entry", args=[entry.pk]))
    assert forget_deleted() == 0
    DiaryEntry.objects.filter(pk=entry.pk).update(deleted_at=handrail_now() - timedelta(minutes=61))

    assert signed_in.post(restore).status_code == 404
    assert forget_deleted() == 1
    assert not DiaryEntry.objects.exists()


def test_nobody_else_brings_an_entry_back(signed_in, client):
    entry = make_entry(signed_in.person, worst=4)
    signed_in.post(reverse("selfcare:delete_entry", args=[entry.pk]))
    client.force_login(make_user())

    assert client.post(reverse("selfcare:restore_entry", args=[entry.pk])).status_code == 404
    assert client.get(DIARY, {"undo": "nonsense"}).status_code == 200
    assert DiaryEntry.objects.get().deleted_at is not None


API = "/api/v1/diary/"


def send(client, method, path, body):
    return getattr(client, method)(path, body, content_type="application/json")


def test_the_api_writes_changes_deletes_and_restores(signed_in):
    made = send(signed_in, "post", API, {"said": {"worst": 6, "pain": {"hip": 6}, "note": "From afar"}})
    entry = f"{API}{made.json()['id']}/"
    assert (made.status_code, made.json()["said"]["sites"]) == (201, ["hip"])

    changed = send(signed_in, "patch", entry, {"said": {"worst": 5, "note": ""}}).json()["said"]
    assert changed == {"worst": 5, "pain": {"hip": 6}, "sites": ["hip"]}
    assert [one["said"]["worst"] for one in signed_in.get(API).json()["results"]] == [5]
    assert signed_in.delete(entry).status_code == 204
    assert signed_in.get(entry).status_code == 404
    assert signed_in.post(f"{entry}restore/").json() == {"changed": True}
    assert signed_in.get(entry).status_code == 200


def test_the_api_asks_to_show_help_before_it_keeps_a_danger_sign(signed_in):
    body = {"said": {"worst": 3, "danger": ["legs"]}}
    refused = send(signed_in, "post", API, body)
    assert (refused.status_code, refused.json()["code"]) == (409, "see_help_first")
    assert not DiaryEntry.objects.exists()

    assert send(signed_in, "post", API, {**body, "seen": "emergency"}).status_code == 201
    checked = send(signed_in, "post", f"{API}checked/", {"checked_with": "my nurse"})
    assert checked.json() == {"changed": True}


@pytest.mark.parametrize(
    "said", [{"worst": 11}, {"pain": {"hip": 12}}, {"peg": {"pain": 3}}, {"temperature": 98.6}, {"mood": "x"}, "x"]
)
def test_the_api_names_what_is_wrong(signed_in, said):
    answer = send(signed_in, "post", API, {"said": said})

    assert (answer.status_code, answer.json()["code"]) == (400, "invalid")


def test_the_api_knows_nobody_elses_entries(signed_in):
    entry = make_entry(make_user(), worst=4)
    assert signed_in.get(API).json()["results"] == []
    for path in (f"{API}{entry.pk}/", f"{API}{uuid.uuid4()}/"):
        assert signed_in.get(path).status_code == 404
        assert send(signed_in, "patch", path, {"said": {"worst": 1}}).status_code == 404
        assert signed_in.delete(path).status_code == 404
    assert DiaryEntry.objects.get().payload == {"worst": 4}
