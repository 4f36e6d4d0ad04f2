"""What was drunk, and the worst of a day, are one figure wherever they are told."""

import csv
import io
import re
from datetime import timedelta

import pytest
from django.urls import reverse

from portal.accounts import roles
from portal.core.clock import handrail_now
from selfcare import operations
from selfcare.models import RuleSet, WaterLog
from selfcare.operations.rule_sets import sign_rules
from selfcare.reads.charts import charts
from selfcare.reads.figures import figures
from tests.factories.accounts import make_user
from tests.factories.selfcare import make_activity, make_entry
from tests.pdf_text import pdf_text

SHEET = "/api/v1/appointment/"


def sheet(client, kind=""):
    asked = {"sections": ["pain", "water"]}
    return client.post(f"{SHEET}{kind}", asked, content_type="application/json")


@pytest.mark.parametrize(
    ("cup", "aim", "ml", "words", "aim_words"),
    [
        (500, 3, 1500, "3 cups of 500 ml, 1500 ml in all", "3 cups of 500 ml, 1500 ml in all"),
        (150, 8, 700, "4.6 cups of 150 ml, 700 ml in all", "8 cups of 150 ml, 1200 ml in all"),
        (250, 1, 250, "1 cup of 250 ml, 250 ml in all", "1 cup of 250 ml, 250 ml in all"),
    ],
)
def test_what_was_drunk_is_told_alike_on_each_page_on_paper_and_to_programs(
    client, person, cup, aim, ml, words, aim_words
):
    operations.set_aim(actor=person, cups=aim, limited=True, cup_ml=cup)
    WaterLog.objects.create(owner=person, ml=ml, at=handrail_now())
    cups = words.split()[0]

    today = client.get("/today/").text
    assert f'aria-label="{cups} of {aim} cups today"' in today
    assert f"{ml} of {aim * cup} ml" in today
    water = client.get("/api/v1/water/").json()
    assert water == {
        "ml": ml, "cups": float(cups), "cup_ml": cup, "aim_cups": aim, "aim_ml": aim * cup, "limited": True,
    }  # fmt: skip

    trends = client.get("/diary/trends/").text
    assert f"On a usual day: {words}." in trends and f"Your limit: {aim_words}." in trends
    assert f'<td class="num">{cups}</td><td class="num">{ml}</td>' in trends
    said = client.get("/api/v1/trends/").json()
    assert (said["cups_a_day"], said["ml_a_day"], said["cup_ml"]) == (float(cups), ml, cup)
    assert (said["aim_cups"], said["aim_ml"], said["treatment_aim_cups"]) == (aim, aim * cup, None)
    lines = {one["key"]: one["points"][0]["value"] for one in said["series"]}
    assert (lines["water"], lines["water_ml"]) == (float(cups), ml)

    rows = {row["name"]: row["value"] for one in sheet(client).json()["sections"] for row in one["rows"]}
    assert rows == {"On a usual day": words, "My limit": aim_words}
    page = client.post(
        "/diary/appointment/", {"first": said["first"], "last": said["last"], "sections": ["water"]}
    ).text
    paper = pdf_text(b"".join(sheet(client, "pdf/").streaming_content))[1]
    for name, value in rows.items():
        assert f"<dt>{name}</dt><dd>{value}</dd>" in page
        assert f"{name}: {value}" in paper
    text = b"".join(sheet(client, "csv/").streaming_content).decode("utf-8-sig")
    [row] = csv.DictReader(io.StringIO(text))
    assert (row["water ml"], row["water cups"], row["cup ml"]) == (str(ml), str(float(cups)), str(cup))

    carer = make_user()
    link = operations.invite_carer(actor=person, name="My daughter", scopes=["summary"])
    link = operations.accept_invitation(actor=carer, token=link.token)
    client.force_login(carer)
    assert f"<dd>{words}</dd>" in client.get(reverse("selfcare:shared", args=[link.pk])).text


def test_the_line_of_the_aim_steps_up_over_treatment_days(client, person):
    today = figures(person, handrail_now().date(), handrail_now().date()).first
    make_activity(
        person,
        kind="hydration",
        follow_days=2,
        followed=[today - timedelta(days=3)],
        starts_on=today - timedelta(days=9),
    )
    operations.set_aim(actor=person, cups=6, limited=False, cup_ml=200, treatment_cups=9)
    WaterLog.objects.create(owner=person, ml=1000, at=handrail_now())

    shown = figures(person, today - timedelta(days=5), today)
    assert [one.aim_cups for one in shown.days] == [6, 6, 9, 9, 6, 6]
    steps = charts(shown).water_wide.aims
    assert [one.y for one in steps] == [steps[0].y, steps[1].y, steps[0].y] and steps[1].y < steps[0].y
    assert [one.until for one in steps[:2]] == [one.x for one in steps[1:]], "no gap and no overlap"
    rows = {row["name"]: row["value"] for one in sheet(client).json()["sections"] for row in one["rows"]}
    assert rows["On treatment days"] == "9 cups of 200 ml, 1800 ml in all"
    assert client.get("/api/v1/trends/").json()["treatment_aim_cups"] == 9


def test_the_worst_of_a_day_is_one_number_in_the_diary_the_trends_the_sheet_and_the_signed_rules(client, person):
    now = handrail_now()
    make_entry(person, worst=4, pain={"lower-back": 9}, woke=1)
    make_entry(person, now=3, woke=2)
    make_entry(person, worst=3, at=now - timedelta(days=1), woke=1)
    sign_rules(
        actor=make_user(roles.CLINICAL_REVIEWERS), rule_set=RuleSet.objects.create(source="A guideline", nights=3)
    )

    diary = client.get("/diary/").text
    assert "Your worst pain was between 3 and 9." in diary
    assert "Your worst pain today is high." in diary
    assert "several nights" not in diary, "two nights, told three times"
    said = client.get("/api/v1/trends/").json()
    assert (said["worst_range"], said["nights"]) == ([3, 9], 2)
    rows = {row["name"]: row["value"] for one in sheet(client).json()["sections"] for row in one["rows"]}
    assert rows["Worst pain each day, from 0 to 10"] == "3 to 9"
    assert rows["Nights in which pain woke me"] == "2"
    shown = re.search(r"<tr><th scope=\"row\">[^<]+</th><td class=\"num\">9</td>", client.get("/diary/trends/").text)
    assert shown is not None
