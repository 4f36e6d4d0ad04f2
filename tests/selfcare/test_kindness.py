"""Looking back kindly: four weeks instead of streaks, illness neutral, no zero, and an off switch."""

import re
from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse

from portal.core.clock import handrail_now
from portal.notifications.models import Delivery
from selfcare import operations
from selfcare.messages import letter
from selfcare.models import HardDay, Occurrence, WeeklyLetter
from selfcare.models.letter import LETTER
from selfcare.operations.letters import post_letters
from selfcare.reads import four_weeks
from tests.factories.accounts import make_user
from tests.factories.selfcare import ACCRA, make_activity, make_occurrence


@pytest.fixture
def person(client, db):
    person = make_user(time_zone=ACCRA)
    client.force_login(person)
    return person


@pytest.fixture
def lived(person):
    """A function that adds a slot of so many days ago, with what became of it."""
    activity = make_activity(owner=person, planned_through=None)

    def add(ago, state, why=""):
        due = handrail_now().replace(hour=0, minute=1) - timedelta(days=ago)
        slot = make_occurrence(activity, due_at=due, state=state, local_key=f"{ago}-{state}-{why}")
        if why:
            Occurrence.objects.filter(pk=slot.pk).update(state="planned")
            operations.skip(actor=person, occurrence=slot, why=why)
        return slot

    return add


def counted(person):
    found = four_weeks(person)
    return found.done, found.days


def test_days_with_something_done_are_counted_of_those_that_had_something(person, lived):
    for ago, state in [(1, "done"), (2, "skipped"), (3, "done"), (3, "skipped"), (9, "no_record"), (27, "done")]:
        lived(ago, state)
    lived(28, "done")

    assert counted(person) == (3, 5)


@pytest.mark.parametrize("why", ["ill", "pain", "tired", "treatment"])
def test_illness_pain_tiredness_and_treatment_never_count_against_anyone(person, lived, why):
    lived(1, "done")
    lived(2, "skipped", why)
    lived(2, "no_record")

    assert counted(person) == (1, 1)


def test_no_time_is_a_day_like_any_other_and_a_hard_day_is_left_out(person, lived):
    lived(1, "done")
    lived(2, "skipped", "time")
    lived(3, "skipped")
    HardDay.objects.create(owner=person, day=handrail_now().date() - timedelta(days=3))

    assert counted(person) == (1, 2)


def test_a_day_on_which_one_did_something_though_ill_still_counts(person, lived):
    lived(1, "skipped", "ill")
    lived(1, "done")

    assert counted(person) == (1, 1)


def test_nothing_done_is_not_shown_as_a_number(client, person, lived):
    lived(1, "skipped")
    page = client.get(reverse("selfcare:plan"))

    assert page.context["four_weeks"].is_shown is False
    assert "in the last four weeks" not in page.text
    assert "0 of" not in page.text


def test_counting_can_be_turned_off_and_on(client, person, lived):
    lived(1, "done")
    lived(2, "done")
    assert "On 2 of 2 days in the last four weeks" in client.get(reverse("selfcare:plan")).text

    client.post(reverse("selfcare:count_for_me"), {"wanted": "0"})
    page = client.get(reverse("selfcare:plan"))
    assert "last four weeks you did" not in page.text
    assert four_weeks(person) is None
    client.post(reverse("selfcare:count_for_me"), {"wanted": "1"})
    assert "On 2 of 2 days" in client.get(reverse("selfcare:plan")).text


def test_who_wants_nothing_counted_is_counted_nowhere(client, person, lived):
    lived(0, "done")
    lived(1, "done")
    Occurrence.objects.update(acted_at=handrail_now())
    WeeklyLetter.objects.create(owner=person, next_at=handrail_now() - timedelta(minutes=1))
    link = operations.invite_carer(actor=person, name="My daughter", scopes=["summary"])
    link = operations.accept_invitation(actor=make_user(), token=link.token)
    carer = Client()
    carer.force_login(link.carer)
    post_letters()
    sent = Delivery.objects.get(recipient=person, kind=LETTER)

    today = handrail_now().date()
    asked = {"first": str(today - timedelta(days=6)), "last": str(today), "sections": ["activity"]}

    def places():
        return {
            "letter": "things from your plan" in " ".join(letter.render(sent).lines),
            "today": "thing done" in client.get(reverse("home:today")).text,
            "week": any(">1 done<" in client.get(reverse("selfcare:plan"), {"w": w}).text for w in ("0", "-1")),
            "month": 'class="month__done"' in client.get(reverse("selfcare:month")).text,
            "trends": "2 things done" in client.get(reverse("selfcare:trends")).text,
            "sheet": "in my plan" in client.post(reverse("selfcare:for_appointment"), asked).text,
            "carer": "Done from the plan" in carer.get(reverse("selfcare:shared", args=[link.pk])).text,
        }

    numbered = re.compile(r'class="month__done">(?:(?!</span>).)*</svg>\d')
    assert numbered.search(client.get(reverse("selfcare:month")).text)
    assert all(places().values())
    operations.count_for_me(actor=person, wanted=False)
    told = places()
    assert told.pop("month"), "what was done is still marked in the month, without a number"
    assert not any(told.values())
    assert not numbered.search(client.get(reverse("selfcare:month")).text)


def test_a_reason_may_be_given_with_the_skip_or_later_and_goes_with_the_undo(client, person, lived):
    slot = lived(0, "planned")
    page = reverse("selfcare:skip", args=[slot.pk])
    client.post(page)
    client.post(page, {"why": "tired"})
    slot.refresh_from_db()
    assert (slot.state, slot.why) == ("skipped", "tired")
    assert b"tired" not in bytes(Occurrence.objects.values_list("why_sealed", flat=True).get(pk=slot.pk))
    assert "Too tired" in client.get("/today/").text

    assert client.post(page, {"why": "because"}, follow=True).status_code == 200
    sent = client.post(f"/api/v1/today/{slot.pk}/skip/", {"why": "pain"}, content_type="application/json")
    again = client.post(f"/api/v1/today/{slot.pk}/skip/", {"why": "pain"}, content_type="application/json")
    assert (sent.json(), again.json()) == ({"changed": True}, {"changed": False})
    odd = client.post(f"/api/v1/today/{slot.pk}/skip/", {"why": "because"}, content_type="application/json")
    assert odd.status_code == 400
    client.post(reverse("selfcare:undo", args=[slot.pk]), {"what": "answer"})
    slot.refresh_from_db()
    assert (slot.state, slot.why) == ("planned", None)
