"""What moderation did, month by month: counts and medians, and no small numbers."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from portal.moderation.models import Case, Decision, Report
from portal.moderation.reads.transparency import first_of_months, in_words, transparency
from tests.factories.accounts import make_user
from tests.factories.groups import make_group
from tests.factories.moderation import make_decision, open_house
from tests.groups.normaliser import normal

pytestmark = pytest.mark.django_db


@pytest.fixture
def house():
    with open_house() as house:
        yield house


def last_month():
    day = first_of_months(timezone.now())[0]
    return timezone.make_aware(timezone.datetime(day.year, day.month, 10, 12))


def decided(house, count, *, hours=3, band=3, at=None):
    """So many cases, reported, decided and closed within some hours of last month."""
    at = at or last_month()
    for _ in range(count):
        made = make_decision(house)
        Case.objects.filter(pk=made.case_id).update(opened_at=at, closed_at=at + timedelta(hours=hours), band=band)
        Report.objects.filter(case=made.case_id).update(created_at=at)
        Decision.objects.filter(pk=made.pk).update(created_at=at)


def test_a_month_has_its_counts_and_medians(house):
    decided(house, 6, hours=3)
    decided(house, 5, hours=1, band=0)
    [month] = transparency()
    assert [str(one) for one in (month.reports, month.closed, month.out_of_sight, month.steps)] == [
        "11",
        "11",
        "11",
        "0",
    ]
    assert (month.median, month.serious_median) == ("3 hours", "60 minutes")


@pytest.mark.parametrize("count", [1, 4])
def test_small_numbers_and_their_medians_are_not_told(client, house, count):
    decided(house, count, hours=7)
    [month] = transparency()
    assert {str(one) for one in (month.reports, month.closed, month.out_of_sight)} == {"fewer than 5"}
    assert (month.median, month.serious_median) == ("–", "–")
    page = client.get(reverse("moderation:transparency")).content.decode()
    assert "fewer than 5" in page and "7 hours" not in page


def test_one_case_more_or_less_below_five_changes_not_one_byte(client, house):
    decided(house, 1)
    before = normal(client.get(reverse("moderation:transparency")))
    decided(house, 3, hours=20)
    assert normal(client.get(reverse("moderation:transparency"))) == before


def test_the_month_that_is_running_and_what_is_older_than_a_year_are_left_out(house):
    decided(house, 6, at=timezone.now())
    decided(house, 6, at=timezone.now() - timedelta(days=430))
    assert transparency() == []


def test_everybody_reads_the_same_whatever_their_time_zone(client, house):
    decided(house, 6)
    page = normal(client.get(reverse("moderation:transparency")))[1]
    table = page[page.index("<table") : page.index("</table>")]
    for zone in ("Pacific/Kiritimati", "America/Los_Angeles"):
        client.force_login(make_user(time_zone=zone))
        own = normal(client.get(reverse("moderation:transparency")))[1]
        assert own[own.index("<table") : own.index("</table>")] == table


def test_no_group_is_named_on_it(client, house):
    make_group("hidden", name="zqxwvk den")
    decided(house, 6)
    assert "zqxwvk" not in client.get(reverse("moderation:transparency")).content.decode()


@pytest.mark.parametrize("count", [1, 3])
def test_the_page_costs_three_queries(client, house, count, django_assert_num_queries):
    decided(house, count)
    with django_assert_num_queries(3):  # reports, cases, decisions
        client.get(reverse("moderation:transparency"))


def test_how_long_something_took_is_said_as_exactly_as_it_matters():
    assert [in_words(timedelta(minutes=minutes)) for minutes in (0, 1, 90, 150, 60 * 47, 60 * 72)] == [
        "1 minute", "1 minute", "90 minutes", "2 hours", "47 hours", "3 days",
    ]  # fmt: skip
