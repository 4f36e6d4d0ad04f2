"""Agreements: given per purpose and version, taken back as easily, asked again only when the text changed."""

import pytest

from portal.accounts.models import Consent, ConsentText
from portal.accounts.operations import give_consent, withdraw_consent
from portal.accounts.reads import current_texts, held_consents, outdated_purposes
from tests.factories.accounts import make_user
from tests.portal.accounts.agreements import newer_text

pytestmark = pytest.mark.django_db


def given(person) -> list[tuple[str, int, bool]]:
    rows = Consent.objects.filter(user=person).order_by("purpose", "version", "given_at")
    return [(row.purpose, row.version, row.withdrawn_at is None) for row in rows]


def test_agreeing_is_recorded_with_the_newest_version():
    person = make_user()
    newer_text("terms")

    give_consent(actor=person, purposes=["terms"])

    assert given(person) == [("health", 1, True), ("terms", 1, True), ("terms", 2, True)]


def test_agreeing_twice_changes_nothing():
    person = make_user()
    give_consent(actor=person, purposes=["terms", "health"])
    assert given(person) == [("health", 1, True), ("terms", 1, True)]


def test_a_purpose_without_a_text_cannot_be_agreed_to():
    person = make_user()
    ConsentText.objects.filter(purpose="research").delete()

    assert give_consent(actor=person, purposes=["research", "nonsense"]) == []
    assert given(person) == [("health", 1, True), ("terms", 1, True)]


def test_taking_back_ends_every_version_and_keeps_the_record():
    person, other = make_user(), make_user()
    newer_text("health")
    give_consent(actor=person, purposes=["health"])

    assert withdraw_consent(actor=person, purpose="health") is True
    assert withdraw_consent(actor=person, purpose="health") is False
    assert given(person) == [("health", 1, False), ("health", 2, False), ("terms", 1, True)]
    assert given(other) == [("health", 1, True), ("terms", 1, True)]


def test_after_taking_back_one_may_agree_again():
    person = make_user()
    withdraw_consent(actor=person, purpose="terms")

    give_consent(actor=person, purposes=["terms"])

    assert given(person) == [("health", 1, True), ("terms", 1, False), ("terms", 1, True)]
    assert held_consents(person)["terms"].version == 1


def test_a_text_is_read_in_the_persons_language_unless_english_is_newer():
    newer_text("terms", 2)
    newer_text("terms", 2, "de")
    newer_text("health", 2, "de")
    newer_text("health", 3)

    texts = current_texts("de")

    assert (texts["terms"].version, texts["terms"].language) == (2, "de")
    assert (texts["health"].version, texts["health"].language) == (3, "en")
    assert current_texts("fr")["terms"].language == "en"


def test_only_what_was_agreed_to_before_and_has_a_newer_text_is_outdated(django_assert_num_queries):
    person, refused = make_user(), make_user()
    assert outdated_purposes(person) == []

    newer_text("terms")
    newer_text("research")
    withdraw_consent(actor=refused, purpose="terms")

    with django_assert_num_queries(2):  # the texts, what the person holds
        assert outdated_purposes(person) == ["terms"]
    assert outdated_purposes(refused) == []

    give_consent(actor=person, purposes=["terms"])
    assert outdated_purposes(person) == []


def test_the_page_of_agreements_says_which_has_a_newer_version(signed_in):
    assert "There is a newer version" not in signed_in.get("/settings/agreements/").content.decode()
    newer_text("health")

    text = signed_in.get("/settings/agreements/").content.decode()
    assert text.count("There is a newer version") == 1

    signed_in.post("/settings/agreements/health/", {"agree": "1"})
    assert "There is a newer version" not in signed_in.get("/settings/agreements/").content.decode()
