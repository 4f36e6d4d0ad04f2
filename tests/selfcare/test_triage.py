"""Rules over numbers: silent until signed, and each only where its words are true."""

from datetime import date, timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.urls import reverse
from django.utils import timezone

from portal.accounts import roles
from portal.core.clock import handrail_now
from selfcare.diary.triage import Drunk, Said, findings, is_now
from selfcare.models import RuleSet, WaterLog
from selfcare.operations.rule_sets import sign_rules, withdraw_rules
from tests.factories.accounts import make_user
from tests.factories.selfcare import afternoon, make_entry

TODAY = date(2026, 6, 11)
LIMITS = RuleSet()


def said(*days):
    """(days ago, payload) in the order of time."""
    return [Said(TODAY - timedelta(days=ago), payload) for ago, payload in days]


@pytest.mark.parametrize(
    ("days", "found"),
    [
        ([(0, {"worst": 6})], []),
        ([(0, {"worst": 7})], ["pain"]),
        ([(0, {"now": 8})], ["pain"]),
        ([(1, {"worst": 9})], []),
        ([(4, {"worst": 3}), (3, {"worst": 3}), (2, {"worst": 3}), (1, {"worst": 5}), (0, {"worst": 5})], ["rise"]),
        ([(4, {"worst": 3}), (3, {"worst": 3}), (2, {"worst": 3}), (1, {"worst": 4}), (0, {"worst": 5})], []),
        ([(3, {"worst": 3}), (2, {"worst": 3}), (1, {"worst": 5}), (0, {"worst": 5})], []),
        ([(3, {"woke": 1}), (0, {"woke": 2})], ["nights"]),
        ([(9, {"woke": 1}), (0, {"woke": 2})], []),
        ([(0, {"woke": 1}), (0, {"woke": 2})], []),  # one night, told twice
        ([(0, {"worst": 4, "pain": {"lower-back": 9}})], ["pain"]),
        ([(20, {"weight": 60.0}), (0, {"weight": 57.0})], ["weight"]),
        ([(20, {"weight": 60.0}), (0, {"weight": 57.1})], []),
        ([(20, {"weight": 46.0}), (0, {"weight": 43.7})], ["weight"]),  # five percent, in binary a little more
        ([(2, {"bowel": "none"}), (1, {"bowel": "none"}), (0, {"bowel": "none"})], ["stool"]),
        ([(2, {"bowel": "none"}), (1, {"bowel": "usual"}), (0, {"bowel": "none"})], []),
        ([(2, {"bowel": "none"}), (0, {"bowel": "none"})], []),
        ([(3, {"sites": ["hip"]}), (2, {"sites": ["hip"]}), (1, {}), (0, {"sites": ["neck"]})], ["new_place"]),
        ([(3, {"sites": ["neck"]}), (2, {"sites": ["hip"]}), (1, {}), (0, {"sites": ["neck"]})], []),
        ([(3, {"sites": ["hip"]}), (2, {"sites": ["hip"]}), (1, {}), (0, {"sites": ["leg"]})], []),
    ],
)
def test_each_rule_is_met_only_where_its_words_are_true(days, found):
    assert findings(said(*days), TODAY, LIMITS) == found


SICK = {"eating": ["nausea"]}


@pytest.mark.parametrize(
    ("payload", "ml", "percent", "found"),
    [
        (SICK, 999, 50, ["fluid"]), (SICK, 1000, 50, []), ({"eating": ["diarrhoea"]}, 500, 50, ["fluid"]),
        ({"bowel": "loose"}, 500, 50, ["fluid"]), ({"bowel": "none"}, 500, 50, []), ({"worst": 2}, 500, 50, []),
        (SICK, 500, None, []), (SICK, 700, 30, []),
    ],
)  # fmt: skip
def test_drinking_little_is_found_on_a_day_with_sickness_alone(payload, ml, percent, found):
    limits = RuleSet(fluid_percent=percent)
    yesterday = TODAY - timedelta(days=1)
    drunk = [Drunk(yesterday, ml, 2000), Drunk(TODAY, 0, 2000)]
    assert findings(said((1, payload)), TODAY, limits, drunk) == found


def test_a_sick_day_with_little_to_drink_is_told_once_it_is_over_and_the_rule_is_signed(client, db):
    person = make_user(time_zone=afternoon())
    client.force_login(person)
    now = handrail_now()
    make_entry(person, eating=["nausea"], at=now - timedelta(days=1))
    make_entry(person, eating=["nausea"])
    told = "You drank little on a day"
    assert told not in client.get(reverse("selfcare:diary")).text

    rules = RuleSet.objects.create(source="A guideline", fluid_percent=None)
    sign_rules(actor=make_user(roles.CLINICAL_REVIEWERS), rule_set=rules)
    assert told not in client.get(reverse("selfcare:diary")).text, "signed without this rule"
    withdraw_rules(actor=make_user(roles.CLINICAL_REVIEWERS), rule_set=rules)
    sign_rules(actor=make_user(roles.CLINICAL_REVIEWERS), rule_set=RuleSet.objects.create(source="A guideline"))
    assert told not in client.get(reverse("selfcare:diary")).text, "nothing is known of what they drink"

    WaterLog.objects.create(owner=person, ml=250, at=now - timedelta(days=1))
    assert told in client.get(reverse("selfcare:diary")).text
    WaterLog.objects.create(owner=person, ml=750, at=now - timedelta(days=1))
    assert told not in client.get(reverse("selfcare:diary")).text, "half is not little, and today is not over"


def test_two_at_once_ask_for_a_call_now():
    assert is_now(["pain", "nights"])
    assert not is_now(["pain"])


def test_no_rule_runs_until_a_clinician_signed_and_none_after_withdrawing(signed_in):
    make_entry(signed_in.person, worst=9)
    clinician, editor = make_user(roles.CLINICAL_REVIEWERS), make_user(roles.EDITORS)
    rules = RuleSet.objects.create(source="A guideline")

    def page():
        return signed_in.get(reverse("selfcare:diary")).text

    assert "Your worst pain today is high." not in page()
    for other in (editor, signed_in.person, make_user(roles.ADMINISTRATORS)):
        with pytest.raises(PermissionDenied):
            sign_rules(actor=other, rule_set=rules)
    assert "Your worst pain today is high." not in page()

    assert sign_rules(actor=clinician, rule_set=rules) is True
    assert sign_rules(actor=clinician, rule_set=rules) is False
    shown = page()
    assert "Your worst pain today is high." in shown
    assert "Call your team within a day" in shown
    assert "Nobody here reads your diary" in shown

    assert withdraw_rules(actor=clinician, rule_set=rules) is True
    assert "Your worst pain today is high." not in page()


def test_what_others_wrote_is_not_read(signed_in):
    make_entry(make_user(), worst=10, at=timezone.now())
    sign_rules(actor=make_user(roles.CLINICAL_REVIEWERS), rule_set=RuleSet.objects.create(source="x"))

    assert "Your worst pain today is high." not in signed_in.get(reverse("selfcare:diary")).text
