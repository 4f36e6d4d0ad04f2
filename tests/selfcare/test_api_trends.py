"""Trends and the sheet for an appointment through the API say what the pages of the same person say."""

import re
from datetime import timedelta

import pytest
from django.urls import reverse

from articles.operations.questions import add_question
from portal.core.clock import handrail_now
from selfcare import operations
from selfcare.models import Occurrence, WaterLog
from tests.factories.accounts import make_user
from tests.factories.selfcare import make_activity, make_entry, make_occurrence
from tests.pdf_text import pdf_text

TRENDS, SHEET = "/api/v1/trends/", "/api/v1/appointment/"


@pytest.fixture
def person(signed_in):
    """Two weeks with something in every part; and somebody else with other numbers."""
    person, now = signed_in.person, handrail_now()
    make_entry(person, worst=7, usual=4, pain={"lower-back": 6}, sites=["lower-back"], woke=1, weight=61.5)
    make_entry(person, worst=3, usual=2, at=now - timedelta(days=3), treatment=["chemo"], temperature=37.2)
    make_entry(person, peg={"pain": 5, "enjoyment": 6, "activity": 4}, at=now - timedelta(days=5))
    walk = make_activity(person, planned_through=None)
    make_occurrence(walk, due_at=now - timedelta(days=1), state=Occurrence.State.DONE, acted_at=now)
    make_occurrence(walk, due_at=now - timedelta(days=2))
    WaterLog.objects.create(owner=person, ml=1250, at=now - timedelta(days=1))
    operations.set_aim(actor=person, cups=6, limited=True)
    add_question(actor=person, words="May I swim again?")
    make_entry(make_user(), worst=10, note="Canary")
    return person


def cells(text, caption):
    """The rows of the table with this caption, as the page shows them."""
    table = text.split(caption)[1].split("</table>")[0]
    return [re.findall(r">([^<>]+)</t[hd]>", row) for row in table.split("<tr>")[2:]]


def test_the_lines_hold_the_numbers_of_the_tables_on_the_page(signed_in, person):
    page = signed_in.get(reverse("selfcare:trends"), {"d": "14"}).text
    said = signed_in.get(TRENDS, {"days": "14"}).json()
    lines = {one["key"]: [f"{point['value']:g}" for point in one["points"]] for one in said["series"]}
    units = {one["key"]: one["unit"] for one in said["series"]}

    shown = cells(page, "Days with an entry, oldest first")
    assert lines["worst"] == [row[1] for row in shown if row[1] != "–"] == ["3", "7"]
    assert lines["usual"] == [row[2] for row in shown if row[2] != "–"] == ["2", "4"]
    assert lines["pain:lower-back"] == [row[1] for row in cells(page, "Highest number of each day")] == ["6"]
    did = cells(page, "Days with a record, oldest first")
    assert (lines["done"], lines["planned"]) == ([row[1] for row in did], [row[2] for row in did])
    assert lines["water"] == [row[3] for row in did if row[3] != "–"] == ["5"]
    assert lines["water_ml"] == [row[4] for row in did if row[4] != "–"] == ["1250"]
    [asked] = cells(page, "PEG scale")
    assert [f"{said['peg'][0][part]:g}" for part in ("pain", "enjoyment", "activity")] == asked[1:4]
    assert units == units | {"worst": "0-10", "temperature": "°C", "weight": "kg", "water": "cups", "water_ml": "ml"}
    assert (said["worst_range"], said["done"], said["nights"]) == ([3, 7], 1, 1)
    assert (said["aim_cups"], said["limited"], said["entries"]) == (6, True, 3)
    assert [one["keys"] for one in said["treatments"]] == [["chemo"]]


def test_the_sheet_its_pdf_and_its_page_say_the_same(signed_in, person):
    sections = ["pain", "places", "week", "body", "treatment", "activity", "water", "questions"]
    said = signed_in.post(SHEET, {"sections": sections}, content_type="application/json").json()
    last = said["last"]
    page = signed_in.post(
        reverse("selfcare:for_appointment"), {"first": said["first"], "last": last, "sections": sections}
    ).text
    answer = signed_in.post(f"{SHEET}pdf/", {"sections": sections}, content_type="application/json")
    pages, words = pdf_text(b"".join(answer.streaming_content))

    assert [one["key"] for one in said["sections"]] == sections
    rows = [(row["name"], row["value"]) for one in said["sections"] for row in one["rows"]]
    assert len(rows) > 8
    for name, value in rows:
        assert f"<dt>{name}</dt><dd>{value}</dd>" in page
        assert f"{name}: {value}" in words
    assert said["sections"][-1]["lines"] == ["May I swim again?"] and "May I swim again?" in words
    assert (pages, answer["Content-Type"], answer["Cache-Control"]) == (1, "application/pdf", "private, no-store")


def test_notes_stay_off_the_sheet_unless_they_are_asked_for(signed_in, person):
    make_entry(person, worst=1, note="Stayword")
    told = {one["key"]: one["usual"] for one in signed_in.get(SHEET).json()}
    assert (told["notes"], told["pain"]) == (False, True)

    assert "Stayword" not in signed_in.post(SHEET, {}, content_type="application/json").text
    asked = {"sections": ["notes"]}
    assert "Stayword" in signed_in.post(SHEET, asked, content_type="application/json").text


def test_a_file_asked_for_twice_with_one_key_comes_twice(signed_in, person):
    for path, kind in ((f"{SHEET}pdf/", "application/pdf"), (f"{SHEET}csv/", "text/csv; charset=utf-8")):
        key = {"Idempotency-Key": path}
        answers = [signed_in.post(path, {}, content_type="application/json", headers=key) for _n in range(2)]
        assert [(one.status_code, one["Content-Type"]) for one in answers] == [(200, kind)] * 2
        assert len(b"".join(answers[1].streaming_content)) > 100


@pytest.mark.parametrize(
    ("asked", "field"),
    [
        ({"first": "2999-01-01"}, "first"),
        ({"first": "2026-01-10", "last": "2026-01-01"}, "last"),
        ({"first": "2020-01-01", "last": "2026-01-01"}, "first"),
        ({"sections": []}, "sections"),
        ({"sections": ["moon"]}, "sections.0"),
    ],
)
def test_what_is_wrong_is_said_with_its_field(signed_in, asked, field):
    answer = signed_in.post(SHEET, asked, content_type="application/json")

    assert (answer.status_code, answer.json()["code"]) == (400, "invalid")
    assert set(answer.json()["fields"]) == {field}


def test_only_the_spans_of_the_page_can_be_asked_for(signed_in):
    assert signed_in.get(TRENDS, {"days": "9999"}).status_code == 400
    assert signed_in.get(TRENDS, {"days": "90"}).json()["series"] == []


@pytest.mark.parametrize("count", [1, 3])
def test_trends_cost_the_same_whatever_is_in_them(signed_in, count, django_assert_num_queries):
    for n in range(count):
        make_entry(signed_in.person, worst=n, pain={"hip": n}, sites=["hip"])
    signed_in.get(TRENDS)
    with django_assert_num_queries(5):  # person, entries, slots, drinks, aim
        assert len(signed_in.get(TRENDS).json()["series"]) == 2
