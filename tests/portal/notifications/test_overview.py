"""How deliveries are doing: the page for Administrators, and the figures for the monitoring."""

from datetime import timedelta

import pytest
from django.urls import reverse

from portal.accounts import roles
from portal.core.clock import handrail_now
from portal.notifications.channels.outcome import Sent
from portal.notifications.engine.claim import claim
from portal.notifications.engine.fence import fence
from portal.notifications.engine.settle import settle
from portal.notifications.engine.watch import beat
from portal.notifications.overview import by_kind
from tests.factories.accounts import make_user
from tests.factories.notifications import CODE, WALK, House, make_delivery

pytestmark = pytest.mark.django_db
PAGE = reverse("admin:notifications_overview")


@pytest.fixture
def boss(client, settings):
    settings.DEMO = True
    client.force_login(make_user(roles.ADMINISTRATORS))
    return client


def sent_late(seconds):
    make_delivery(due_at=handrail_now() - timedelta(seconds=seconds), not_after=handrail_now() + timedelta(hours=1))
    [held] = claim(limit=1)
    fence(held)
    settle(held, Sent("ok"))


def test_the_figures_are_counted_by_kind(house: House):
    sent_late(10)
    sent_late(70)
    now = handrail_now()
    make_delivery(due_at=now - timedelta(minutes=5), not_after=now + timedelta(hours=1))
    make_delivery(state="uncertain")
    make_delivery(kind=CODE, channel="email", state="suppressed")

    found = {one.key: one for one in by_kind()}

    walk, code = found[WALK], found[CODE]
    assert (walk.overdue, walk.uncertain, walk.suppressed, walk.sent, walk.failed) == (1, 1, 0, 2, 0)
    assert 300 <= walk.oldest_seconds < 310
    assert 10 <= walk.late_half < 15 and 70 <= walk.late_p99 < 75
    assert (code.suppressed, code.sent) == (1, 0)


def test_administrators_see_them_and_nobody_is_named(house: House, boss):
    person = make_user(display_name="Somebody who could leak")
    make_delivery(recipient=person, state="uncertain")
    beat("plan")

    html = boss.get(PAGE).content.decode()

    assert "Walks" in html and "Last heard: plan" in html
    assert "could leak" not in html and person.email not in html
    rows = boss.get(reverse("admin:notifications_delivery_changelist"), {"state__exact": "uncertain", "kind": WALK})
    assert rows.status_code == 200 and rows.context["cl"].result_count == 1
    assert PAGE in boss.get(reverse("admin:notifications_delivery_changelist")).content.decode()


@pytest.mark.parametrize("role", [roles.EDITORS, roles.CLINICAL_REVIEWERS, roles.MODERATORS, roles.SAFEGUARDING_LEADS])
def test_other_staff_are_refused(client, settings, role):
    settings.DEMO = True
    client.force_login(make_user(role))
    assert client.get(PAGE).status_code == 403


def test_patients_and_visitors_are_asked_to_sign_in(client):
    assert client.get(PAGE).status_code == 302
    client.force_login(make_user())
    assert client.get(PAGE).status_code == 302


@pytest.mark.parametrize("count", [1, 3])
def test_the_page_costs_the_same_for_one_and_for_three(house: House, boss, count, django_assert_num_queries):
    for number in range(count):
        make_delivery(state="uncertain", kind=f"house.kind{number}")
        make_delivery(
            kind=f"house.kind{number}",
            due_at=handrail_now() - timedelta(minutes=1),
            not_after=handrail_now() + timedelta(hours=1),
        )
    boss.get(PAGE)
    with django_assert_num_queries(8):  # the person, roles, figures, rules put off, signs of life, three by kind
        boss.get(PAGE)
