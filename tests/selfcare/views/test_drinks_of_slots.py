"""A drink of the plan is one drink: whichever way and in whichever order it is answered, and undo takes it back."""

import re
from datetime import timedelta
from zoneinfo import ZoneInfo

import pytest
from django.urls import reverse

from portal.core.clock import handrail_now
from selfcare import operations
from selfcare.messages.reminders import act_url, words
from selfcare.models import Aim, Occurrence, WaterLog
from selfcare.reads import water_today
from tests.factories.accounts import make_user
from tests.factories.selfcare import make_activity, make_occurrence

TODAY = "/today/"


def slot_of(person, *, due_at=None, **fields):
    drink = make_activity(person, kind="hydration", planned_through=None, **({"ml": 250} | fields))
    return make_occurrence(drink, due_at=due_at or handrail_now())


def drunk(person):
    return list(WaterLog.objects.filter(owner=person).order_by("at").values_list("ml", flat=True))


def by_page(client, slot):
    client.post(reverse("selfcare:done", args=[slot.pk]))


def by_api(client, slot):
    client.post(f"/api/v1/today/{slot.pk}/done/", content_type="application/json")


def by_mail(client, slot):
    client.post(act_url("water", slot, slot.activity.owner_id).removeprefix("http://localhost:8000"))


WAYS = [by_page, by_api, by_mail]


@pytest.mark.parametrize("second", WAYS)
@pytest.mark.parametrize("first", WAYS)
def test_a_drink_marked_as_done_twice_is_one_drink_and_undo_takes_it_back(client, person, first, second):
    operations.set_aim(actor=person, cups=6, limited=False, cup_ml=180)
    slot = slot_of(person)
    first(client, slot)
    second(client, slot)
    assert drunk(person) == [180], "a cup of the plan is as large as the person's own"

    client.post(reverse("selfcare:undo", args=[slot.pk]), {"what": "answer"})
    assert drunk(person) == []
    second(client, slot)
    assert drunk(person) == [180]


def test_a_ring_that_counts_what_was_marked_stops_the_prompts(client, person):
    operations.set_aim(actor=person, cups=4, limited=True)
    for minutes in range(4):
        by_page(client, slot_of(person, due_at=handrail_now() - timedelta(seconds=minutes)))
    fifth = slot_of(person)

    assert (water_today(person).ml, water_today(person).is_full) == (1000, True)
    page = client.get(TODAY).text
    assert "so nothing rings" in page.split(f'id="item-{fifth.pk}"')[1].split("</li>")[0]
    [told] = [one for one in client.get("/api/v1/today/").json()["items"] if one["id"] == str(fifth.pk)]
    assert told["ml"] == 0


def test_the_last_prompt_under_a_limit_is_about_what_is_left(client, person):
    operations.set_aim(actor=person, cups=4, limited=True)
    operations.log_water(actor=person, ml=900)
    slot = slot_of(person)

    assert "<span>100 ml</span>" in client.get(TODAY).text
    mail = words(Occurrence.objects.get(pk=slot.pk))
    assert (mail.actions[0].label, mail.card[1]) == ("Log 100 ml", "100 ml")
    by_mail(client, slot)
    assert drunk(person) == [900, 100]


def test_what_was_drunk_past_a_limit_is_written_down_as_it_was(client, person):
    operations.set_aim(actor=person, cups=4, limited=True)
    operations.log_water(actor=person, ml=1000)
    slot = slot_of(person)

    page = client.get(act_url("water", slot, person.pk).removeprefix("http://localhost:8000")).text
    assert "as much as your team set" in page
    by_page(client, slot)
    assert drunk(person) == [1000, 250]


def test_a_drink_of_another_day_never_counts_today(client, person):
    slot = slot_of(person, due_at=handrail_now() - timedelta(days=3))
    old = client.post(act_url("water", slot, person.pk).removeprefix("http://localhost:8000")).text
    assert "This was for another day" in old
    assert drunk(person) == []

    by_api(client, slot)  # as a device does that was offline until now
    assert water_today(person).ml == 0
    assert water_today(person, slot.due_at).ml == 250


def test_two_mails_of_one_slot_are_one_drink(client, person):
    slot = slot_of(person)
    first = act_url("water", slot, person.pk).removeprefix("http://localhost:8000")
    client.post(reverse("selfcare:later", args=[slot.pk]))
    slot.refresh_from_db()
    second = act_url("water", slot, person.pk).removeprefix("http://localhost:8000")
    assert first != second

    for address in (first, second):
        assert "250 ml written down" in client.post(address).text
    assert drunk(person) == [250]


def test_later_is_not_offered_where_it_would_not_ask(client, person):
    now = handrail_now()
    local = now.astimezone(ZoneInfo(person.time_zone))
    Aim.objects.create(owner=person, bed_at=(local + timedelta(hours=2, minutes=10)).time())
    walk, slot = make_occurrence(make_activity(person, planned_through=None), due_at=now), slot_of(person, due_at=now)
    page = client.get(TODAY).text
    assert reverse("selfcare:later", args=[walk.pk]) in page
    assert reverse("selfcare:later", args=[slot.pk]) not in page
    assert [one.label for one in words(Occurrence.objects.get(pk=slot.pk)).actions] == ["Log 250 ml", "Skip this time"]

    for answer in (
        client.post(f"/api/v1/today/{slot.pk}/later/", {}, content_type="application/json"),
        client.post(act_url("later", slot, person.pk).removeprefix("http://localhost:8000")),
    ):
        assert "two hours before bed" in answer.content.decode()
    slot.refresh_from_db()
    assert (slot.snooze_no, slot.state) == (0, "planned")


def test_a_cup_sent_twice_is_one_cup_and_undo_sent_twice_takes_one(client, person):
    address = reverse("selfcare:water_log")

    def keys():
        page = client.get(TODAY).text.split('id="water-h"')[1]
        undo = re.search('name="undo" value="([^"]+)"', page)
        return re.search('name="form_key" value="([^"]+)"', page)[1], undo and undo[1]

    key, _none = keys()
    for _press in range(2):
        client.post(address, {"ml": "250", "form_key": key})
    client.post(address, {"ml": "100", "form_key": key})
    assert sorted(drunk(person)) == [100, 250], "a cup and a few sips from one page are two"
    another, last = keys()
    assert another != key
    client.post(address, {"ml": "250", "form_key": another})
    assert sorted(drunk(person)) == [100, 250, 250]

    for _press in range(2):
        client.post(address, {"undo": last})
    assert sorted(drunk(person)) in ([100, 250], [250, 250])


def test_undo_of_the_last_drink_opens_its_slot_again(client, person):
    slot = slot_of(person)
    by_page(client, slot)
    last = re.search('name="undo" value="([^"]+)"', client.get(TODAY).text)[1]
    client.post(reverse("selfcare:water_log"), {"undo": last})

    slot.refresh_from_db()
    assert (slot.state, drunk(person)) == ("planned", [])


def test_nobody_takes_back_the_drink_of_another(client, person):
    other = make_user()
    operations.log_water(actor=other, ml=250)
    client.post(reverse("selfcare:water_log"), {"undo": str(WaterLog.objects.get().pk)})
    assert drunk(other) == [250]
