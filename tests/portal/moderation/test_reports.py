"""Reports: who may, what they keep, and how they gather in one case."""

import pytest
from django.contrib.auth.models import AnonymousUser
from django.http import Http404

from portal.core.errors import RuleViolation
from portal.moderation.bands import CLOCKS, Band
from portal.moderation.models import Case, Evidence
from portal.moderation.operations import claim, decide, open_case_for_finding, report
from portal.notifications.models import Event
from portal.safety.screening.findings import Band as FindingBand
from portal.safety.screening.findings import Kind
from tests.factories.accounts import make_user
from tests.factories.moderation import KEY, make_case, make_moderator
from tests.factories.safety import make_finding


def tell(actor, leaflet, reason="selling", words=""):
    return report(actor=actor, reportable_key=KEY, public_id=leaflet.public_id, reason=reason, words=words)


def test_reports_about_one_thing_gather_in_one_case(house):
    leaflet = house.put_up()

    first, second = tell(make_user(), leaflet), tell(make_user(), leaflet)

    assert first.case == second.case
    assert Case.objects.count() == 1


def test_reporting_twice_changes_nothing(house):
    leaflet, person = house.put_up(), make_user()

    assert tell(person, leaflet, words="once") == tell(person, leaflet, reason="unkind", words="twice")


def test_a_report_after_the_case_is_done_opens_a_new_one(house):
    leaflet, moderator = house.put_up(), make_moderator()
    decide(actor=moderator, case=claim(actor=moderator, case=tell(make_user(), leaflet).case), act="no_action",
           reason="selling")  # fmt: skip

    again = tell(make_user(), leaflet).case

    assert again.is_open
    assert Case.objects.count() == 2


def test_one_may_report_signed_out_what_everybody_may_read(house):
    made = tell(AnonymousUser(), house.put_up())

    assert made.reporter is None


def test_what_one_may_not_know_cannot_be_reported(house):
    leaflet = house.put_up(readers=[make_user()])

    with pytest.raises(Http404):
        tell(make_user(), leaflet)
    with pytest.raises(Http404):
        report(actor=make_user(), reportable_key="nobody.knows", public_id="x", reason="other", words="")
    assert Case.objects.count() == 0


def test_a_graver_reason_makes_the_case_more_urgent_and_a_milder_one_does_not(house):
    leaflet = house.put_up()
    case = tell(make_user(), leaflet, reason="unkind").case
    late = case.due_at

    tell(make_user(), leaflet, reason="worried")
    case.refresh_from_db()
    assert (case.band, case.reason) == (Band.CRISIS, "worried")
    assert case.due_at < late

    tell(make_user(), leaflet, reason="selling")
    case.refresh_from_db()
    assert (case.band, case.reason) == (Band.CRISIS, "worried")


@pytest.mark.parametrize(("reason", "band"), [("worried", Band.CRISIS), ("advice", Band.AMBER), ("unkind", Band.GREEN)])
def test_each_band_has_its_own_clock(house, reason, band):
    case = tell(make_user(), house.put_up(), reason=reason).case

    assert case.band == band
    assert case.due_at - case.opened_at == CLOCKS[band]


def test_moderators_are_called_for_what_cannot_wait_and_only_then(house):
    make_moderator()
    tell(make_user(), house.put_up("calm"), reason="unkind")
    assert not Event.objects.filter(kind="moderation.case").exists()

    urgent = tell(make_user(), house.put_up("grave"), reason="worried").case
    assert list(Event.objects.filter(kind="moderation.case").values_list("subject", flat=True)) == [str(urgent.pk)]


def test_somebody_who_reports_very_much_is_asked_to_wait(house):
    person = make_user()
    for number in range(20):
        tell(person, house.put_up(f"leaf{number}"))

    with pytest.raises(RuleViolation) as refusal:
        tell(person, house.put_up("one-more"))

    assert refusal.value.code == "too_many_reports"


def test_the_kept_copy_is_sealed_and_whole(house):
    made = tell(make_user(), house.put_up(text="words of a leaflet"), words="look at this")

    held = Evidence.objects.get(pk=made.evidence_id)
    assert held.payload["text"] == "words of a leaflet"
    assert held.is_whole
    assert b"leaflet" not in bytes(held.payload_sealed)
    assert b"look at this" not in bytes(made.words_sealed)


def test_the_digest_lets_nobody_guess_a_short_text(house):
    first = tell(make_user(), house.put_up("one", text="yes")).evidence
    second = tell(make_user(), house.put_up("two", text="yes")).evidence

    assert first.sha256 != second.sha256


def test_the_same_words_are_kept_once_and_changed_words_again(house):
    leaflet = house.put_up()
    first = tell(make_user(), leaflet).evidence
    assert tell(make_user(), leaflet).evidence == first

    leaflet.text, leaflet.edit = "Something harmless", 2
    later = tell(make_user(), leaflet).evidence

    assert later != first
    assert Evidence.objects.get(pk=first.pk).payload["text"] == "My cousin sells mushroom tea"


def test_a_finding_opens_a_case_that_names_the_rule_and_hides_nothing(house):
    leaflet = house.put_up(text="I cannot go on")

    case = open_case_for_finding(
        reportable_key=KEY, public_id=leaflet.public_id, author=leaflet.author,
        findings=[make_finding(Kind.RED_FLAG, FindingBand.RED), make_finding(rule_id="crisis.intent")],
    )  # fmt: skip

    assert (case.origin, case.band, case.reason) == ("finding", Band.CRISIS, "worried")
    assert case.head["rules"] == ["crisis.intent@1"]
    assert not leaflet.hidden


def test_a_report_joins_the_case_that_a_finding_opened(house):
    leaflet = house.put_up()
    case = open_case_for_finding(
        reportable_key=KEY, public_id=leaflet.public_id, author=None, findings=[make_finding()]
    )

    assert tell(make_user(), leaflet).case == case


def test_case_numbers_tell_nothing(house):
    numbers = {make_case(house).number for _case in range(5)}

    assert len(numbers) == 5
    assert all(len(number) == 9 and number.startswith("C-") for number in numbers)
