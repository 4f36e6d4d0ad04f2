"""Where people may say they are: one name for each place, by part of the world."""

import pytest

from portal.accounts.countries import zone_choices, zone_names
from portal.accounts.forms import ProfileForm
from portal.accounts.models import User
from tests.factories.accounts import make_user


@pytest.mark.parametrize(
    "old", ["Asia/Calcutta", "Europe/Kiev", "US/Eastern", "Asia/Saigon", "Etc/GMT+3", "GB", "Turkey"]
)
def test_older_names_of_a_place_are_not_offered(old):
    assert old not in zone_names()


@pytest.mark.parametrize("zone", ["Asia/Kolkata", "Europe/Kyiv", "Europe/Oslo", "America/New_York", "Asia/Kathmandu"])
def test_places_people_know_are_offered(zone):
    assert zone in zone_names()


def test_zones_stand_under_their_part_of_the_world():
    groups = [str(name) for name, zones in zone_choices() if isinstance(zones, list)]
    assert groups == sorted(set(groups))
    assert {"Africa", "America", "Asia", "Europe", "Indian Ocean", "Pacific"} <= set(groups)


@pytest.mark.django_db
def test_an_older_name_somebody_has_is_kept_until_they_choose_another():
    person = make_user()
    User.objects.filter(pk=person.pk).update(time_zone="Asia/Calcutta")
    person.refresh_from_db()
    shown = ProfileForm(person=person)
    assert '<option value="Asia/Calcutta" selected>' in str(shown["time_zone"])
