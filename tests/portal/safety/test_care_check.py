"""From findings to what a form shows."""

import pytest
from django.template.loader import render_to_string

from portal.safety.care_check import care_check, must_hold, support_card
from portal.safety.models import ScreenChoice
from portal.safety.operations import record_choice
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
    ("kind", "medical", "held"),
    [(Kind.CRISIS, False, False), (Kind.RED_FLAG, True, False), (Kind.METHOD, False, True)],
)
def test_the_support_card_knows_what_it_is_about(kind, medical, held):
    card = support_card([make_finding(kind)], "GB")

    assert (card.medical, card.held) == (medical, held)


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
