"""A person whose time zone nobody knows any more: pages work, nothing rings, and they are asked to choose again."""

import html
from datetime import time, timedelta

import pytest
from django.urls import reverse

from portal.core.clock import handrail_now
from selfcare.models import Activity, Occurrence, Pause, PutOff
from selfcare.operations.planning import plan_chunk
from selfcare.operations.rests import wake_rested
from tests.factories.accounts import make_user
from tests.factories.selfcare import make_activity, make_entry, make_occurrence, make_plan, make_template

pytestmark = pytest.mark.django_db
NOWHERE = "Nowhere/Land"
PAGES = [
    "home:today", "selfcare:plan", "selfcare:month", "selfcare:week_sheet", "selfcare:new_activity",
    "selfcare:time_zone", "selfcare:diary", "selfcare:trends", "selfcare:for_appointment",
    "selfcare:calendar", "selfcare:carers", "selfcare:letter", "selfcare:eating",
]  # fmt: skip
PROGRAMS = ["today", "water", "diary", "trends", "plans", "activities", "rests", "letter"]


@pytest.fixture
def lost(client):
    """With something of each in the plan and the diary, from before the name was forgotten."""
    person = make_user(time_zone=NOWHERE)
    make_template()
    plan = make_plan(person)
    walk = make_activity(person, plan=plan, template_activity="walk", planned_through=None)
    for policy in ("home", "spaced"):
        make_activity(person, title=policy, zone_policy=policy, planned_through=None)
    make_occurrence(walk)
    make_entry(person)
    Pause.objects.create(owner=person, kind="diet", begins_on=handrail_now().date(), made_at=handrail_now())
    client.force_login(person)
    return person


def walk_of(person):
    return Activity.objects.owned_by(person).get(plan__isnull=False)


def test_every_page_opens_and_says_by_which_clock(client, lost):
    walk = walk_of(lost)
    more = [("selfcare:activity", walk.pk), ("selfcare:running_plan", walk.plan_id), ("selfcare:start_plan", "walk")]
    for name, *args in [*[(name,) for name in PAGES], *more]:
        assert client.get(reverse(name, args=args)).status_code == 200, name
    for name in PROGRAMS:
        assert client.get(f"/api/v1/{name}/").status_code == 200, name
    assert "Times are for UTC." in client.get(reverse("selfcare:plan")).content.decode()


def test_they_are_asked_to_choose_again_where_they_look_and_where_they_choose(client, lost):
    for name in ("home:today", "selfcare:plan"):
        assert "Which time zone are you in?" in client.get(reverse(name)).content.decode()
    settings = reverse("home:settings")
    assert "We do not know “Nowhere/Land” any more." in html.unescape(client.get(settings).content.decode())
    typed = {"display_name": lost.display_name, "country": "GB", "language": "en", "keep_name": "on"}

    refused = client.post(settings, typed | {"time_zone": NOWHERE})
    assert "Choose a time zone from the list" in refused.content.decode()
    assert client.post(settings, typed | {"time_zone": "Asia/Kathmandu"}).status_code == 302

    assert "Which time zone are you in?" not in client.get(reverse("home:today")).content.decode()


def test_what_they_change_is_kept_and_planned_as_soon_as_they_chose(client, lost):
    walk = walk_of(lost)
    typed = {
        "title": "Walk", "way": "wall", "times": ["08:00", "20:00"], "which": "week", "weekdays": list("0123456"),
        "starts_on": "2026-01-01", "zone_policy": "follow", "channels": ["in_app"],
    }  # fmt: skip
    ahead = Occurrence.objects.filter(activity=walk, state="planned", due_at__gt=handrail_now() + timedelta(hours=1))

    assert client.post(reverse("selfcare:activity", args=[walk.pk]), typed).url == reverse("selfcare:plan")
    plan_chunk(100)

    assert not ahead.exists(), "at the clock of another place it would ring at night"
    assert PutOff.objects.get().activity_id == walk.pk

    client.post(reverse("selfcare:time_zone"), {"zone": "Asia/Kathmandu", "answer": "move"})
    assert {(at.hour, at.minute) for at in ahead.values_list("due_at", flat=True)} == {(2, 15), (14, 15)}


def test_they_keep_nobody_else_from_waking(lost):
    """Rests that are over are worked out for many people at once."""
    began, over = handrail_now() - timedelta(days=3), handrail_now() - timedelta(minutes=1)
    rows = [make_activity(one, times=[time(9)], planned_through=None, rests=[began, over]) for one in (lost, None)]

    assert wake_rested() == 2

    assert [Activity.objects.get(pk=row.pk).rests for row in rows] == [[], []]


def test_a_place_that_nobody_knows_any_more_is_mended_by_saving(client):
    person = make_user(time_zone="Asia/Kathmandu")
    client.force_login(person)
    one = make_activity(person, zone_policy="home")
    Activity.objects.filter(pk=one.pk).update(home_zone=NOWHERE)
    page = reverse("selfcare:activity", args=[one.pk])
    typed = {"title": "Walk", "kind": "other", "way": "wall", "times": ["08:00"], "which": "week", "weekdays": ["0"],
             "starts_on": "2026-01-01", "zone_policy": "home"}  # fmt: skip

    assert "Kathmandu" in client.get(page).content.decode()
    assert client.post(page, typed).url == reverse("selfcare:plan")

    assert Activity.objects.get(pk=one.pk).home_zone == "Asia/Kathmandu"
