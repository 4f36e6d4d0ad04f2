"""Trends and the sheet for an appointment: one set of figures, drawn, tabled, printed and exported."""

import csv
import html
import io
import json
import re
from datetime import date, timedelta

import pytest
from django.urls import reverse

from articles.operations.questions import add_question
from portal.core.clock import handrail_now
from selfcare.chart import Point, draw
from selfcare.models import Kind, WaterLog
from selfcare.reads.figures import figures
from tests.factories.accounts import make_user
from tests.factories.selfcare import make_activity, make_entry, make_occurrence
from tests.pdf_text import objects, pdf_text, stream

TRENDS, SHEET = "/diary/trends/", "/diary/appointment/"


def ago(days):
    return handrail_now() - timedelta(days=days)


def live(person, days):
    """So many days with something of everything on each."""
    activity = make_activity(person, planned_through=None)
    for n in range(days):
        make_entry(person, at=ago(n), worst=min(5 + n, 10), usual=2, sites=["hip"], pain={"lower-back": 4},
                   treatment=["chemo"], weight=60.5 + n,
                   temperature=36.5, quality=["burning"], helped=["heat"], kept_from=["walking"],
                   peg={"pain": 5, "enjoyment": 6, "activity": 7}, note=f"Secret note {n}")  # fmt: skip
        make_occurrence(activity, due_at=ago(n), state="done")
        WaterLog.objects.create(owner=person, ml=500, at=ago(n))


def test_what_the_line_shows_is_said_above_it_as_in_the_diary(signed_in):
    live(signed_in.person, 3)
    said = "Your worst pain was between 5 and 7."

    assert said in signed_in.get(TRENDS).text
    assert said in signed_in.get(reverse("selfcare:diary")).text


@pytest.mark.parametrize("lowest", [0, 1])
def test_the_name_of_a_line_never_lies_on_the_dates_below_the_drawing(lowest):
    drawn = draw([Point(day=date(2026, 6, n), worst=9, usual=lowest) for n in (1, 2)], width=360, height=300)

    assert drawn.usual_label.y < drawn.floor < min(day.y for day in drawn.days)


@pytest.mark.parametrize("count", [1, 3])
def test_trends_cost_the_same_whatever_is_in_them(signed_in, count, django_assert_num_queries):
    live(signed_in.person, count)
    signed_in.get(TRENDS)
    # person, entries, slots, drinks, aim, whether anything is counted; for the frame: groups looked after, unread
    with django_assert_num_queries(8):
        page = signed_in.get(TRENDS)
    assert page.context["shown"].entries == count
    assert ("chart--wide" in page.text) is True


def test_every_drawing_has_its_numbers_in_a_table(signed_in):
    live(signed_in.person, 3)
    page = signed_in.get(TRENDS).text

    assert page.count('<svg class="chart chart--wide"') == page.count('<svg class="chart chart--slim"') == 4
    assert page.count("<table") == 4
    cells = [re.sub("<[^>]+>", " ", row).split() for row in re.findall("<tr>(.*?)</tr>", page)]
    day = [str(ago(1).date().day), ago(1).strftime("%B")]
    assert [*day, "6", "2", "Chemotherapy"] in cells
    assert [*day, "–", "4"] in cells, "hip was named without a number"
    assert [*day, "1", "1", "2", "500"] in cells


def test_a_usual_number_with_no_day_beside_it_is_drawn_too(signed_in):
    for n in (0, 2, 4, 5):
        make_entry(signed_in.person, at=ago(n), worst=6, usual=3)
    page = signed_in.get(TRENDS).text

    assert page.count('class="ring-dot"') == 2 * 2, "the lone days of both sizes; the two together have a line"
    assert sum(row.endswith('<td class="num">6</td><td class="num">3</td><td>–</td>') for row in rows_of(page)) == 4


def rows_of(page):
    return re.findall("<tr>(.*?)</tr>", page)


def test_what_others_wrote_is_in_no_figure(signed_in):
    live(make_user(), 3)
    today = ago(0).date()
    shown = figures(signed_in.person, today - timedelta(days=5), today)

    assert (shown.entries, shown.planned, shown.cups_a_day, shown.sites) == (0, 0, None, [])
    assert "After two days with an entry" in signed_in.get(TRENDS).text


def test_a_fever_that_went_down_by_the_evening_is_still_the_temperature_of_the_day(signed_in):
    make_entry(signed_in.person, at=ago(0) - timedelta(seconds=2), temperature=38.6, weight=61)
    make_entry(signed_in.person, at=ago(0), temperature=36.9, weight=60)
    today = ago(0).date()
    (day,) = figures(signed_in.person, today, today).days

    assert (day.temperature, day.weight) == (38.6, 60)
    assert "38.6 °C on" in signed_in.post(SHEET, asked(sections=["body"])).text


def test_the_figures_of_a_day(signed_in):
    make_entry(signed_in.person, at=ago(0), worst=4, usual=2, pain={"hip": 6}, weight=60)
    make_entry(signed_in.person, at=ago(0) - timedelta(seconds=1), now=5, usual=4, pain={"hip": 3}, woke=1)
    one = figures(signed_in.person, ago(0).date(), ago(0).date()).days[0]

    assert (one.worst, one.usual, one.pain, one.weight, one.woke, one.entries) == (6, 3, {"hip": 6}, 60, 1, 2)


def asked(**more):
    return {
        "first": str(ago(20).date()), "last": str(ago(0).date()),
        "sections": ["pain", "places", "feel", "kept", "week", "body", "treatment", "activity", "water", "questions"],
    } | more  # fmt: skip


def test_the_pdf_is_one_page_and_shows_the_same_figures_as_the_page(signed_in):
    live(signed_in.person, 3)
    add_question(actor=signed_in.person, words="Is my <back> getting better & why?")
    page = signed_in.post(SHEET, asked())
    pdf = signed_in.post(SHEET, asked(**{"as": "pdf"}))

    assert pdf["Content-Type"] == "application/pdf"
    assert pdf["Cache-Control"] == "private, no-store"
    assert re.fullmatch(r'attachment; filename="handrail-\d{4}-\d\d-\d\d.pdf"', pdf["Content-Disposition"])
    pages, words = pdf_text(pdf.content)
    assert pages == 1
    parts = page.context["made"].sections
    assert [part.key for part in parts] == asked()["sections"]
    for part in parts:
        for said in [part.title, *part.lines, *part.after, *(f"{name}: {value}" for name, value in part.rows)]:
            assert said in words
            for piece in said.split(": "):
                assert html.escape(piece) in page.text
    assert "5 to 7" in words
    for name in ("Worst pain", "Usual pain", "My aim", "Solid line", "Dotted line", "Line across"):
        assert name in words
    assert "3 of 3" in words
    assert "Is my <back> getting better & why?" in words
    assert "Secret note" not in words + page.text


def test_much_to_say_still_fits_on_one_page(signed_in):
    live(signed_in.person, 14)
    for n in range(12):
        add_question(actor=signed_in.person, words=f"A long question number {n} " + "with many words " * 20)
    pages, words = pdf_text(
        signed_in.post(SHEET, asked(sections=[*asked()["sections"], "notes"], **{"as": "pdf"})).content
    )

    assert pages == 1
    assert "Secret note 0" in words
    assert "question number 9" in words
    for told in ("And 2 more.", "And 4 more.", "And 4 more before these.", "And 8 more before these."):
        assert told in words, "what has no room is told: questions, notes, treatment days, weeks"


def test_what_paper_cannot_show_is_told_and_long_notes_stay_readable(signed_in):
    texts = ["A good day 🙂👍🏽, 5 → 3", "كان الألم شديدا", "痛み in the back", "Ş, ğ, ½, ₂ ≥ “q”", "long words " * 180]
    for n, note in enumerate(texts):
        make_entry(signed_in.person, at=ago(n), worst=4, note=note)
    pdf = signed_in.post(SHEET, asked(sections=["notes"], **{"as": "pdf"})).content
    pages, words = pdf_text(pdf)

    for told in (
        "A good day (slightly smiling face)(thumbs up sign), 5 (rightwards arrow) 3",
        ": (…)",
        "(…) in the back",
        "Ş, ğ, ½, 2 ≥ “q”",
        "stands for letters that this paper does not have",
        "Long texts are shortened",
    ):
        assert told in words
    assert pages == 1 and "\x00" not in words
    drawn = b"".join(stream(body) for body in objects(pdf).values() if b"stream" in body and b"/Length1" not in body)
    scales = [float(one) for one in re.findall(rb"([.\d]+) 0 0 [.\d]+ [.\d]+ [.\d]+ cm", drawn)]
    assert min(scales) > 0.7, "letters of 9.5 points do not shrink below 6.6"
    page = signed_in.post(SHEET, asked(sections=["notes"])).text
    assert all(html.escape(text.strip()) in page for text in texts), "the page has all of it"


def test_a_person_picks_the_sections(signed_in):
    live(signed_in.person, 2)
    page = signed_in.post(SHEET, asked(sections=["water", "notes"]))

    assert [part.key for part in page.context["made"].sections] == ["water", "notes"]
    assert "Secret note" in page.text
    assert "Chemotherapy" not in page.text


@pytest.mark.parametrize(
    ("change", "told"),
    [({"first": ""}, "Choose a day"), ({"first": "x"}, "Choose a day"), ({"sections": []}, "Choose at least one part"),
     ({"last": "2020-01-01"}, "not before the first one"), ({"first": "2099-01-01"}, "not ahead"),
     ({"first": "2020-01-01"}, "at most a year"), ({"sections": ["everything"]}, "Choose from these")],
)  # fmt: skip
def test_what_is_wrong_is_told(signed_in, change, told):
    assert told in signed_in.post(SHEET, asked(**change)).text


def test_the_spreadsheet_has_the_same_figures_and_no_formula(signed_in):
    live(signed_in.person, 2)
    make_entry(signed_in.person, worst=3, at=ago(2))
    answer = signed_in.post(SHEET, asked(**{"as": "csv"}))
    unplanned, *rows = csv.DictReader(io.StringIO(answer.content.decode("utf-8-sig")))

    assert answer["Content-Type"].startswith("text/csv")
    assert [(row["day"], row["worst"], row["pain: lower-back"], row["done"], row["water ml"]) for row in rows] == [
        (str(ago(1).date()), "6", "4", "1", "500"), (str(ago(0).date()), "5", "4", "1", "500"),
    ]  # fmt: skip
    assert (unplanned["worst"], unplanned["done"], unplanned["planned"]) == ("3", "", ""), "nothing was planned"


def test_json_is_everything(signed_in):
    live(signed_in.person, 2)
    make_activity(signed_in.person, kind=Kind.HYDRATION, title="=1+1 Tea")
    said = json.loads(signed_in.post(SHEET, asked(**{"as": "json"})).content)

    assert [one["worst"] for one in said["diary"]] == [5, 6]
    assert "=1+1 Tea" in {one["title"] for one in said["activities"]}


def test_no_address_says_what_is_on_the_sheet(signed_in):
    page = signed_in.get(SHEET).text

    assert f'method="post" action="{reverse("selfcare:for_appointment")}"' in page
    assert signed_in.get(SHEET, {"as": "pdf"})["Content-Type"].startswith("text/html")


def test_the_pdf_says_its_title_its_language_and_what_each_part_is_in_the_order_of_reading(signed_in):
    live(signed_in.person, 3)
    chosen = ["pain", "feel", "water"]
    page = signed_in.post(SHEET, asked(sections=chosen))
    content = signed_in.post(SHEET, asked(sections=chosen, **{"as": "pdf"})).content
    parts = objects(content)

    [catalog] = [body for body in parts.values() if b"/Type /Catalog" in body]
    assert b"/Lang (en)" in catalog and b"/MarkInfo" in catalog and b"/StructTreeRoot" in catalog
    assert b"/DisplayDocTitle true" in b"".join(parts.values())
    assert any(b"/Title (For my appointment)" in body for body in parts.values())
    [whole] = [body for body in parts.values() if b"/S /Document" in body]
    kids = [int(n) for n in re.findall(rb"(\d+) 0 R", whole[whole.index(b"/K") : whole.index(b"]")])]
    tree = [(re.search(rb"/S /(\w+)", parts[n])[1].decode(), int(re.search(rb"/K (\d+)", parts[n])[1])) for n in kids]
    assert [mark for _tag, mark in tree] == list(range(len(tree)))
    drawn = max((stream(body) for body in parts.values() if b"stream" in body), key=lambda one: one.count(b"BDC"))
    marks = re.findall(rb"/(\w+) <</MCID (\d+)>> BDC", drawn)
    assert [(tag.decode(), int(mark)) for tag, mark in marks] == tree
    assert drawn.count(b"BDC") == drawn.count(b"EMC") == len(tree)

    sections = page.context["made"].sections
    tags = [tag for tag, _mark in tree]
    assert (tags[0], tags.count("H1"), tags.count("H2"), tags.count("Figure")) == ("H1", 1, len(sections), 2)
    said = sum(len(part.rows) + len(part.lines) + len(part.after) for part in sections)
    assert tags.count("P") == said + 2, "the span of days and the foot"
    assert re.search(rb"/Alt \(How bad the pain was\. .*5 to 7", b"".join(parts.values()))
