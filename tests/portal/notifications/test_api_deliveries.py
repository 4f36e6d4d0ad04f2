"""The log of messages through the API says what its page says, and no more."""

from datetime import timedelta

import pytest
from django.urls import reverse

from portal.core.clock import handrail_now
from tests.factories.notifications import House, make_delivery

pytestmark = pytest.mark.django_db
LOG = "/api/v1/deliveries/"


def fill(person, count):
    """So many that a person may know of, and one of each that they may not."""
    for n in range(count):
        made = handrail_now() - timedelta(minutes=n)
        make_delivery(recipient=person, channel="email", state="sent", sent_at=made, due_at=made)
    make_delivery(recipient=person, channel="email", state="cancelled", last_code="blocked")
    make_delivery(recipient=person, channel="email", due_at=handrail_now() + timedelta(hours=2))
    make_delivery(channel="email", state="sent", sent_at=handrail_now())


def test_it_tells_what_the_page_tells_and_comes_page_by_page(house: House, signed_in):
    fill(signed_in.person, 3)
    shown = signed_in.get(reverse("notifications:sent")).context["entries"]
    first = signed_in.get(LOG, {"page_size": 2}).json()
    rest = signed_in.get(first["next"]).json()

    told = [*first["results"], *rest["results"]]
    assert [(one["id"], one["what"], one["channel"], one["state"], one["arrived"]) for one in told] == [
        (str(one.pk), str(one.what), str(one.channel), str(one.state), one.good) for one in shown
    ]
    assert (len(first["results"]), len(rest["results"]), rest["next"]) == (2, 1, None)


@pytest.mark.parametrize("count", [1, 3])
def test_it_costs_the_same_for_one_and_three(house: House, signed_in, count, django_assert_num_queries):
    fill(signed_in.person, count)
    signed_in.get(LOG)
    with django_assert_num_queries(2):  # person, messages
        assert len(signed_in.get(LOG).json()["results"]) == count
