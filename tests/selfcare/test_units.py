"""Temperature and weight as people measure them; kept in °C and kg, so that nothing else needs to know."""

import pytest
from django.urls import reverse
from hypothesis import given
from hypothesis import strategies as st

from selfcare import operations
from selfcare.diary.units import MEASURES, METRIC, POUNDS, STONE, as_typed, in_words, read
from selfcare.forms.measures import MeasureField
from selfcare.models import DiaryEntry
from tests.factories.accounts import make_user
from tests.factories.selfcare import make_entry

DIARY = "/diary/"
MEASURED = st.sampled_from(list(MEASURES)).flatmap(
    lambda part: st.tuples(st.just(part), st.floats(*MEASURES[part], allow_nan=False))
)


@given(MEASURED, st.sampled_from([METRIC, POUNDS, STONE]))
def test_what_is_shown_reads_back_to_what_is_shown_and_sent_back_changes_nothing(measured, units):
    part, kept = measured
    shown = as_typed(part, kept, units)
    field = MeasureField(part)
    field.units = units

    assert not field.has_changed(kept, shown), "the number that is kept stays, to the last digit"
    low, high = MEASURES[part]
    if low + 0.1 < kept < high - 0.1:  # at the edge of the range rounding may step over it
        assert as_typed(part, read(part, shown, units), units) == shown


@pytest.mark.parametrize(
    ("part", "units", "typed", "kept"),
    [("temperature", METRIC, "37,5", 37.5), ("temperature", POUNDS, "99.5", 37.5), ("temperature", POUNDS, "100.4", 38),
     ("temperature", METRIC, "100.4", 38), ("temperature", POUNDS, "38", 38), ("temperature", METRIC, "38 °C", 38),
     ("temperature", METRIC, "101.3 F", 38.5), ("weight", METRIC, "64,5", 64.5), ("weight", METRIC, "142 lb", 64.4101),
     ("weight", POUNDS, "142", 64.4101), ("weight", POUNDS, "64 kg", 64), ("weight", STONE, "10 st 2", 64.4101),
     ("weight", STONE, "10 2", 64.4101), ("weight", METRIC, "10st 2lb", 64.4101), ("weight", STONE, "10", 63.5029),
     ("weight", STONE, "64 kg", 64)],
)  # fmt: skip
def test_what_is_typed_is_kept_in_one_unit(part, units, typed, kept):
    assert read(part, typed, units) == kept


@pytest.mark.parametrize(
    ("part", "units", "typed"),
    [("temperature", METRIC, "37 F"), ("temperature", METRIC, "60"), ("temperature", POUNDS, "nan"),
     ("temperature", METRIC, "-37"), ("weight", METRIC, "700"), ("weight", METRIC, "64 5"), ("weight", POUNDS, "30"),
     ("weight", STONE, "64"), ("weight", METRIC, "1,050"), ("weight", METRIC, "64 st kg"), ("weight", METRIC, "1e2")],
)  # fmt: skip
def test_what_is_no_measure_of_a_body_is_not_taken(part, units, typed):
    with pytest.raises(ValueError):
        read(part, typed, units)


def test_words_are_those_of_the_unit():
    assert in_words("temperature", 38.5, POUNDS) == "101.3 °F"
    assert in_words("weight", 64.4101, STONE) == "10 st 2 lb"
    assert in_words("weight", 63.4, STONE) == "9 st 13.8 lb"
    assert in_words("weight", 64.4101, METRIC) == "64.41 kg"


def test_somebody_types_and_reads_in_their_units_and_figures_limits_and_carers_are_as_before(client, person):
    page = client.get(reverse("selfcare:units"))
    assert page.context["form"]["units"].value() == METRIC
    assert client.post(reverse("selfcare:units"), {"units": POUNDS}).url == DIARY
    assert "Choose one of these" in client.post(reverse("selfcare:units"), {"units": "cubits"}).text
    shown = client.get(DIARY).text
    assert "Temperature, °F" in shown and "Weight, lb" in shown and "99.5 or more during cancer treatment" in shown

    assert "24-hour line" in client.post(DIARY, {"temperature": "99.5"}).text, "the limit is where it was"
    assert "Enter a weight in pounds" in client.post(DIARY, {"weight": "1000"}).text
    client.post(DIARY, {"temperature": "99.3", "weight": "142.2"})
    entry = DiaryEntry.objects.get()
    assert entry.payload == {"temperature": 37.3889, "weight": 64.5008}
    assert "Temperature 99.3 °F. Weight 142.2 lb." in client.get(DIARY).text

    change = reverse("selfcare:diary_entry", args=[entry.pk])
    form = client.get(change).context["form"]
    assert (form["temperature"].value(), form["weight"].value()) == ("99.3", "142.2")
    client.post(change, {"worst": "2", "temperature": "99.3", "weight": "142.2"})
    entry.refresh_from_db()
    assert entry.payload == {"worst": 2, "temperature": 37.3889, "weight": 64.5008}
    sheet = client.post("/api/v1/appointment/", {"sections": ["body"]}, content_type="application/json").json()
    told = [row["value"] for part in sheet["sections"] for row in part["rows"]]
    assert told[0].startswith("142.2 lb (64.5 kg) on ") and told[1].startswith("99.3 °F (37.39 °C) on ")


def test_a_carer_reads_in_units_of_their_own(client, person):
    operations.measure_in(actor=person, units=STONE)
    make_entry(person, weight=64.4101)
    carer = make_user()
    link = operations.invite_carer(actor=person, name="My son", scopes=["diary"])
    link = operations.accept_invitation(actor=carer, token=link.token)
    assert "Weight 10 st 2 lb." in client.get(DIARY).text
    assert "Weight, st and lb" in client.get(reverse("selfcare:week_check")).text

    client.force_login(carer)
    assert "Weight 64.41 kg." in client.get(reverse("selfcare:shared", args=[link.pk])).text


def test_a_value_of_a_program_that_is_finer_than_what_is_shown_survives_a_change(client, person):
    operations.measure_in(actor=person, units=POUNDS)
    entry = make_entry(person, worst=3, temperature=37.123456)
    page = reverse("selfcare:diary_entry", args=[entry.pk])
    client.post(page, {"worst": "4", "temperature": client.get(page).context["form"]["temperature"].value()})
    entry.refresh_from_db()

    assert entry.payload == {"worst": 4, "temperature": 37.123456}
