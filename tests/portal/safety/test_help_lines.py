"""Help lines: by country, with fallbacks, from a copy that needs no database."""

import json

import pytest
from django.core.management import call_command
from django.db import IntegrityError, transaction
from django.test import RequestFactory
from django.utils import translation

from portal.accounts.countries import COUNTRIES
from portal.safety import published
from portal.safety.models import HelpLine, HelpLineName
from portal.safety.operations import load_help_lines, publish_help_lines
from portal.safety.places import ONE_EUROPEAN_NUMBER
from portal.safety.reads import COUNTRY_COOKIE, country_of, help_lines
from tests.factories.accounts import make_user
from tests.factories.safety import make_help_line


@pytest.fixture
def state(settings, tmp_path):
    settings.STATE_DIR = str(tmp_path)
    return tmp_path / published.NAME


@pytest.mark.parametrize(
    ("country", "emergency", "urgent", "crisis"),
    [
        ("GB", "999", "111", "116 123"),
        ("US", "911", None, "988"),
        ("TR", "112", None, None),
        ("DE", "112", "116 117", "0800 111 0 111"),
        ("FR", "112", None, "3114"),
        ("NO", "113", None, None),
        ("AT", "112", None, None),
        ("JP", "119", None, None),
    ],
)
def test_each_country_has_its_own_numbers(country, emergency, urgent, crisis):
    lines = help_lines(country)

    assert lines.known
    assert lines.emergency[0].number == emergency
    assert (lines.urgent[0].number if lines.urgent else None) == urgent
    assert (lines.crisis[0].number or None if lines.crisis else None) == crisis


@pytest.mark.parametrize("country", [*COUNTRIES, "ZZ", "XX"])
def test_every_country_people_can_choose_leads_somewhere(country):
    lines = help_lines(country)

    assert lines.emergency
    assert lines.crisis
    assert all(line.href and line.source.startswith("https://") for line in [*lines.emergency, *lines.crisis])


def test_an_unknown_country_says_that_its_number_is_a_guess():
    assert not help_lines("ZZ").known
    assert help_lines("ZZ").emergency[0].number == "112"


def test_the_european_number_is_for_countries_that_have_it():
    assert {"NO", "IS", "TR", "GB", "CH"} & ONE_EUROPEAN_NUMBER == {"IS"}


def test_asking_costs_no_query(django_assert_num_queries, db):
    with django_assert_num_queries(0):
        help_lines("GB")


def test_nothing_that_ships_claims_to_have_been_checked():
    assert all(row["checked_on"] is None for row in published.shipped_rows())
    assert all(row["note"] and row["source"] for row in published.shipped_rows())


def test_readers_get_what_was_published_last(db, state):
    make_help_line(country="GB", number="999", name="First", checked_on="2026-11-01")
    assert publish_help_lines() == 1
    assert help_lines("GB").emergency[0].checked_on == "2026-11-01"

    line = HelpLine.objects.get()
    line.number = "998"
    line.save()
    publish_help_lines()

    assert help_lines("GB").emergency[0].number == "998"


def test_a_name_is_read_in_the_readers_language_or_in_english(db, state):
    line = make_help_line(country="TR", number="112", name="Emergency")
    HelpLineName.objects.create(line=line, language="tr", name="Acil yardım")
    publish_help_lines()

    with translation.override("tr"):
        assert help_lines("TR").emergency[0].name == "Acil yardım"
    with translation.override("fr"):
        assert help_lines("TR").emergency[0].name == "Emergency"


@pytest.mark.parametrize("damage", ["", "{", json.dumps({"lines": []}), json.dumps({})])
def test_a_damaged_copy_is_as_good_as_none(state, damage):
    state.write_text(damage)

    assert help_lines("GB").emergency[0].number == "999"


def test_without_a_last_resort_of_its_own_the_copy_leans_on_what_shipped(db, state):
    make_help_line(country="GB", number="999")
    publish_help_lines()

    assert help_lines("JP").emergency[0].number == "119"
    assert help_lines("ZZ").emergency
    assert not help_lines("ZZ").known


def test_a_folder_that_cannot_be_written_does_not_undo_what_staff_saved(db, settings, tmp_path):
    blocked = tmp_path / "file"
    blocked.write_text("")
    settings.STATE_DIR = str(blocked)
    make_help_line()

    assert publish_help_lines() == 0
    assert help_lines("GB").emergency[0].number == "999"


def test_the_opening_adds_what_is_missing_and_leaves_what_staff_changed(db, state, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        assert load_help_lines() == len(published.shipped_rows())
    HelpLine.objects.filter(country="GB", purpose="urgent").update(number="112233")

    assert load_help_lines() == 0
    assert HelpLine.objects.get(country="GB", purpose="urgent").number == "112233"
    assert len(json.loads(state.read_text())["lines"]) == len(published.shipped_rows())


def test_a_further_machine_gets_its_copy_by_command(db, state, capsys):
    make_help_line()
    call_command("publish_help_lines")

    assert "1 published" in capsys.readouterr().out
    assert state.exists()


def test_a_line_leads_somewhere_and_names_its_source(db):
    for wrong in [{"number": "", "url": ""}, {"source": ""}]:
        with pytest.raises(IntegrityError), transaction.atomic():
            make_help_line(**wrong)


class TestCountry:
    def request(self, user=None, cookie=""):
        request = RequestFactory().get("/")
        if cookie:
            request.COOKIES[COUNTRY_COOKIE] = cookie
        if user is not None:
            request.user = user
        return request

    def test_the_persons_own_comes_first(self, db):
        assert country_of(self.request(make_user(country="TR"), cookie="US")) == "TR"

    def test_then_the_one_chosen_on_this_device(self, db):
        assert country_of(self.request(make_user(country=""), cookie="us")) == "US"

    def test_then_the_sites(self):
        assert country_of(self.request()) == "GB"
        assert country_of(self.request(cookie="<script>")) == "GB"
