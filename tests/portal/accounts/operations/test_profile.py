"""Changing how one is known, and how the site looks."""

import pytest

from portal.accounts.forms import AppearanceForm, ProfileForm
from portal.accounts.models import User
from portal.accounts.operations import change_appearance, change_profile
from portal.core.errors import RuleViolation
from tests.factories.accounts import make_user

pytestmark = pytest.mark.django_db

SAID = {"display_name": "Grebe", "country": "DE", "time_zone": "Europe/Berlin", "language": "en", "is_carer": True}


def test_a_person_changes_how_they_are_known_and_where_they_are():
    person = make_user(display_name="Heron")

    change_profile(actor=person, **SAID)

    row = User.objects.get(pk=person.pk)
    assert {name: getattr(row, name) for name in SAID} == SAID
    assert row.display_name_key == "grebe"


def test_a_name_that_somebody_took_in_the_same_moment_is_refused_and_nothing_changes():
    make_user(display_name="GREBE")
    person = make_user(display_name="Heron", country="GB")

    with pytest.raises(RuleViolation) as refusal:
        change_profile(actor=person, **SAID)

    assert (refusal.value.code, refusal.value.field) == ("name_taken", "display_name")
    for one in (person, User.objects.get(pk=person.pk)):
        assert (one.display_name, one.country) == ("Heron", "GB")


def test_the_look_is_kept_for_every_device():
    person = make_user()

    change_appearance(actor=person, theme="dark", contrast="more", text_size="larger")

    row = User.objects.get(pk=person.pk)
    assert (row.theme, row.contrast, row.text_size) == ("dark", "more", "larger")


def form(person: User, **changed: object) -> ProfileForm:
    said = {name: getattr(person, name) for name in SAID} | {"is_carer": ""} | changed
    return ProfileForm(said, person=person)


def test_the_same_name_again_is_neither_taken_nor_questioned():
    person = make_user(display_name="Ruth Miller", email="ruthmiller@there.example", country="GB")

    same = form(person, time_zone="Europe/Berlin")

    assert same.is_valid(), same.errors
    assert "keep_name" not in same.fields


def test_a_new_name_that_gives_them_away_is_questioned():
    person = make_user(display_name="Heron", email="ruthm@there.example", country="GB")

    assert "full name" in form(person, display_name="Ruth Miller").errors["display_name"][0]
    assert "your email address" in form(person, display_name="Ruth M").errors["display_name"][0]
    assert form(person, display_name="Ruth Miller", keep_name="on").is_valid()


@pytest.mark.parametrize(
    ("field", "value"), [("country", "XX"), ("time_zone", "Mars/Olympus"), ("language", "tlh"), ("display_name", "")]
)
def test_what_does_not_exist_is_refused(field, value):
    assert list(form(make_user(country="GB"), **{field: value}).errors) == [field]


def test_a_look_that_does_not_exist_is_refused():
    assert not AppearanceForm({"theme": "neon", "contrast": "", "text_size": ""}, instance=make_user()).is_valid()
