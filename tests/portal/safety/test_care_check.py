"""From findings to what a form shows."""

import pytest
from django.template.loader import render_to_string

from portal.safety.care_check import care_check, must_hold, support_card
from portal.safety.models import ScreenChoice
from portal.safety.operations import record_choice
from portal.safety.screening import screen
from portal.safety.screening.findings import Band, Kind
from tests.factories.safety import make_finding

TEXT = "Ring me on 07700 900123, and stop the tablets"


def phone():
    return make_finding(Kind.PERSONAL_DETAILS, Band.AMBER, start=11, end=23, subkind="phone", rule_id="details.phone")


def advice():
    return make_finding(Kind.DIRECTIVE_ADVICE, Band.AMBER, start=29, end=45, rule_id="advice.stop")


def test_words_without_findings_are_simply_posted():
    assert care_check(TEXT, [], read_by_everyone=True) is None
    assert support_card([], "GB") is None


def test_it_names_what_it_found_and_why_in_the_writers_own_words():
    check = care_check(TEXT, [advice(), phone()], read_by_everyone=False)

    assert [concern.pieces for concern in check.concerns] == [("07700 900123",), ("stop the tablets",)]
    assert check.may_post_anyway


def test_one_click_takes_personal_details_out_and_leaves_the_rest():
    check = care_check(TEXT, [advice(), phone()], read_by_everyone=False)

    assert "07700" not in check.redacted
    assert "stop the tablets" in check.redacted


def test_contact_details_are_never_posted_where_everybody_reads():
    assert not care_check(TEXT, [phone()], read_by_everyone=True).may_post_anyway
    name = make_finding(Kind.PERSONAL_DETAILS, Band.AMBER, subkind="clinician")
    assert care_check(TEXT, [name], read_by_everyone=True).may_post_anyway


def test_advice_alone_can_be_posted_anyway_and_is_not_redacted():
    check = care_check(TEXT, [advice()], read_by_everyone=True)

    assert (check.redacted, check.may_post_anyway) == ("", True)


def test_only_method_waits_for_a_person():
    assert must_hold([make_finding(Kind.METHOD)])
    assert not must_hold([make_finding(Kind.CRISIS), make_finding(Kind.RED_FLAG, Band.RED)])


@pytest.mark.parametrize(
    ("found", "level", "held"),
    [
        ([(Kind.CRISIS, Band.CRISIS, "")], "crisis", False),
        ([(Kind.METHOD, Band.CRISIS, "")], "crisis", True),
        ([(Kind.RED_FLAG, Band.RED, "cord")], "emergency", False),
        ([(Kind.RED_FLAG, Band.RED, "fever")], "urgent", False),
        ([(Kind.RED_FLAG, Band.AMBER, "cord")], "urgent", False),
        ([(Kind.RED_FLAG, Band.AMBER, "cord"), (Kind.RED_FLAG, Band.RED, "cord")], "emergency", False),
        ([(Kind.RED_FLAG, Band.RED, "cord"), (Kind.CRISIS, Band.CRISIS, "")], "crisis", False),
    ],
)
def test_the_support_card_knows_what_it_asks_for(found, level, held):
    card = support_card([make_finding(kind, band, subkind=subkind) for kind, band, subkind in found], "GB")

    assert (card.level, card.held) == (level, held)


def test_legs_that_are_numb_and_no_water_are_the_emergency_that_the_urgent_page_says():
    words = "My back hurts since this morning, my legs are numb and I cannot wee"
    card = support_card(screen(words, "en"), "GB")
    html = render_to_string("safety/_support_card.html", {"card": card})

    assert "care--emergency" in html and "#i-emergency" in html
    assert html.index("Please call for help now") < html.index('href="tel:999"') < html.index("You could say:")
    assert "care team" not in html


def test_a_fever_on_treatment_is_for_the_teams_own_line():
    card = support_card(screen("I am on chemo and my temperature is 38.6", "en"), "GB")
    html = render_to_string("safety/_support_card.html", {"card": card})

    assert "care--urgent" in html and "24-hour line" in html
    assert html.index('href="tel:111"') < html.index('href="tel:999"')


def test_a_card_names_the_source_and_leaves_the_date_to_the_page_of_numbers(client):
    html = render_to_string("safety/_support_card.html", {"card": support_card([make_finding(Kind.CRISIS)], "GB")})

    assert "Source" in html and "Not yet checked" not in html
    assert "Not yet checked for this site." in client.get("/urgent-help/").content.decode()


def test_the_card_offers_the_line_first_that_fits_and_every_way_out():
    card = support_card([make_finding(Kind.CRISIS)], "GB")
    html = render_to_string("safety/_support_card.html", {"card": card, "action": "/x/", "edit_url": "/x/edit/"})

    assert html.index('href="tel:116123"') < html.index('href="tel:999"')
    for choice in ["tell", "keep", "moderators"]:
        assert f'value="{choice}"' in html
    assert "/x/edit/" in html


def test_a_danger_sign_of_the_body_offers_the_emergency_number_first():
    card = support_card([make_finding(Kind.RED_FLAG, Band.RED)], "US")
    html = render_to_string("safety/_support_card.html", {"card": card})

    assert 'href="tel:911"' in html
    assert "tel:988" not in html
    assert "<form" not in html


def test_the_check_offers_only_what_is_allowed():
    closed = care_check(TEXT, [phone()], read_by_everyone=True)
    html = render_to_string("safety/_care_check.html", {"check": closed})

    assert 'value="redact"' in html
    assert 'value="anyway"' not in html


def test_only_rule_and_choice_are_counted(db):
    record_choice(findings=[phone(), phone(), advice()], choice="redact")
    record_choice(findings=[phone()], choice="redact")

    rows = ScreenChoice.objects.order_by("rule_id").values_list("rule_id", "choice", "times")
    assert list(rows) == [("advice.stop", "redact", 1), ("details.phone", "redact", 2)]
    assert {field.name for field in ScreenChoice._meta.fields} == {
        "id", "day", "rule_id", "rule_version", "choice", "times",
    }  # fmt: skip
