"""A year that nobody means, such as 0026, is asked about beside its question; nothing breaks on it or is kept."""

import pytest
from django.urls import reverse

from selfcare.models import Activity, Pause
from tests.factories.selfcare import make_activity

ODD = ["0001-01-01", "0026-12-01", "9999-12-31"]
NEW = {
    "title": "Call my sister", "kind": "other", "way": "wall", "times": ["10:15"], "which": "week",
    "weekdays": [str(n) for n in range(7)], "starts_on": "2026-01-01", "channels": ["email"], "zone_policy": "follow",
}  # fmt: skip
CYCLE = {"which": "cycle", "cycle_length": "21", "cycle_days": "1-3"}


@pytest.fixture
def east(signed_in):
    """Midnight of the year 1 lies before all time where clocks run ahead."""
    signed_in.person.time_zone = "Europe/Istanbul"
    signed_in.person.save(update_fields=["time_zone"])
    return signed_in


@pytest.mark.parametrize(
    ("field", "day"), [("starts_on", day) for day in ODD] + [("ends_on", ODD[2]), ("cycle_from", ODD[0])]
)
def test_a_slip_of_the_year_in_a_thing_of_ones_own_is_told_beside_it(east, field, day):
    page = east.post("/plan/activity/new/", NEW | (CYCLE if field == "cycle_from" else {}) | {field: day})

    assert (page.status_code, list(page.context["form"].errors)) == (200, [field])
    assert "Check the year of this day" in page.text
    assert not Activity.objects.exists()


@pytest.mark.parametrize("day", ODD)
def test_a_slip_of_the_year_in_a_rest_is_told_beside_it(east, day):
    activity = make_activity(owner=east.person)

    one = east.post(reverse("selfcare:rest_activity", args=[activity.pk]), {"rest-until": day})
    first = east.post(reverse("selfcare:rest_plan"), {"variant": "rest", "begins_on": day, "ends_on": "2031-01-01"})
    last = east.post(reverse("selfcare:rest_plan"), {"variant": "rest", "begins_on": "2026-01-01", "ends_on": day})
    quiet = east.post(reverse("notifications:pause"), {"day": day})

    assert ["Check the year of this day" in page.text for page in (one, first, last)] == [True] * 3
    assert "Choose a day from tomorrow on" in quiet.text or "A pause can last 90 days" in quiet.text
    assert not Pause.objects.exists()


@pytest.mark.parametrize("day", ODD)
def test_the_api_refuses_such_a_year_with_its_field(east, day):
    def post(path, body):
        return east.post(path, body, content_type="application/json", headers={"Idempotency-Key": f"{path}{day}"})

    rhythm = {"every_minutes": 360, "first_time": "00:30", "starts_on": day}
    timed = post("/api/v1/activities/", {"title": "Call my sister", "kind": "other", "rhythm": rhythm})
    rest = post("/api/v1/rests/", {"begins_on": day})

    assert (timed.status_code, rest.status_code) == (409, 409)
    assert (timed.json()["code"], rest.json()["code"]) == ("no_rhythm", "far")
    assert (Activity.objects.count(), Pause.objects.count()) == (0, 0)
