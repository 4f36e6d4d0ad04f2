"""A thing of one's own: asked, looked at, saved; and the same form for changing it."""

from datetime import date, time

import pytest
from django.urls import reverse
from django.utils import timezone

from portal.accounts.models import Consent
from portal.notifications.models import Delivery
from selfcare.models import Activity, Occurrence
from tests.factories.accounts import make_user
from tests.factories.selfcare import make_activity, make_plan

NEW = "/plan/activity/new/"


def said(**more):
    return {
        "title": "Call my sister", "kind": "other", "text": "", "minutes": "", "way": "wall", "times": ["10:15"],
        "which": "week", "weekdays": [str(n) for n in range(7)], "starts_on": "2026-01-01", "channels": ["email"],
        "zone_policy": "follow",
    } | more  # fmt: skip


def test_nobody_signed_out_gets_further_than_the_sign_in(client, db):
    seen, sent = client.get(NEW), client.post(NEW, said())
    assert seen.status_code == 302
    assert seen.url.startswith(reverse("account_login"))
    assert sent.status_code == 401
    assert "Call my sister" in sent.text, "the words come back"
    assert not Activity.objects.exists()


def test_a_thing_of_ones_own_is_in_the_plan_and_reminded_of(signed_in):
    assert signed_in.post(NEW, said(text="She waits for it")).url == reverse("selfcare:plan")

    activity = Activity.objects.owned_by(signed_in.person).get()
    assert (activity.title, activity.text, activity.plan, activity.times) == (
        "Call my sister", "She waits for it", None, [time(10, 15)],
    )  # fmt: skip
    assert Occurrence.objects.filter(activity=activity).count() == Delivery.objects.count() == 2
    assert "Call my sister" in signed_in.get(reverse("selfcare:plan")).text


@pytest.mark.parametrize(
    ("answers", "stored"),
    [
        (
            {"way": "spread", "spread": "5", "window_from": "08:00", "window_to": "20:00", "times": ["nonsense"]},
            {"schedule_kind": "spread", "spread": 5, "window_from": time(8), "times": []},
        ),
        (
            {"way": "elapsed", "every": "2", "unit": "hours", "window_from": "08:00", "window_to": "20:00"},
            {"schedule_kind": "elapsed", "every_minutes": 120, "window_to": time(20)},
        ),
        (
            {"way": "after", "every": "45", "unit": "minutes", "window_from": "08:00", "window_to": "20:00"},
            {"schedule_kind": "after", "every_minutes": 45},
        ),
        ({"which": "every", "every_days": "3"}, {"every_days": 3, "weekdays": list(range(7))}),
        (
            {"which": "cycle", "cycle_length": "21", "cycle_days": "1-3, 8", "cycle_from": "2026-06-08"},
            {"cycle_length": 21, "cycle_days": [1, 2, 3, 8], "cycle_from": date(2026, 6, 8)},
        ),
        (
            {"without": ["25 December 2026", "", "2026-12-24"], "ends_on": "2027-01-31", "zone_policy": "spaced"},
            {
                "without": [date(2026, 12, 24), date(2026, 12, 25)],
                "ends_on": date(2027, 1, 31),
                "zone_policy": "spaced",
            },
        ),
        ({"zone_policy": ""}, {"zone_policy": "follow"}),
    ],
)
def test_every_way_of_saying_when_is_kept_and_can_be_changed_as_it_stands(signed_in, answers, stored):
    signed_in.post(NEW, said(**answers))
    activity = Activity.objects.get()
    assert {name: getattr(activity, name) for name in stored} == stored

    form = signed_in.get(reverse("selfcare:activity", args=[activity.pk])).context["form"]
    again = {name: form[name].value() for name in form.fields}
    again = {name: value for name, value in again.items() if value is not None}
    signed_in.post(reverse("selfcare:activity", args=[activity.pk]), again)
    fresh = Activity.objects.get()
    assert fresh.revision == activity.revision
    assert {name: getattr(fresh, name) for name in stored} == stored


@pytest.mark.parametrize(
    ("answers", "sentence"),
    [
        ({"title": ""}, "Write what it is, such as “Stretch my shoulders”"),
        ({"way": ""}, "Choose one of these"),
        ({"way": "spread", "spread": ""}, "Enter a number"),
        ({"way": "spread", "spread": "0"}, "Enter 1 or more"),
        ({"starts_on": ""}, "Choose a day"),
        ({"times": ["half ten"]}, "Enter a time, such as 10:30"),
        ({"weekdays": []}, "Choose at least one day"),
        ({"way": "spread", "spread": "3"}, "Enter when your day begins and ends"),
        ({"way": "elapsed", "every": "1", "unit": "minutes"}, "Choose from 15 minutes to 7 days"),
        ({"which": "cycle", "cycle_length": "21", "cycle_days": "first", "cycle_from": "2026-06-08"}, "such as 1-3"),
        (
            {"which": "cycle", "cycle_length": "21", "cycle_days": "30", "cycle_from": "2026-06-08"},
            "Write the days of the cycle, such as 1-3",
        ),
        ({"without": ["Christmas"]}, "Enter a date, such as 24 December 2026"),
        ({"ends_on": "2025-01-01"}, "Choose a day that is not before the first one"),
    ],
)
def test_what_is_wrong_is_told_beside_its_question_and_kept(signed_in, answers, sentence):
    page = signed_in.post(NEW, said(**answers))

    assert page.status_code == 200
    assert page.text.count(sentence) == 2, "once in the summary, once beside the question"
    assert 'name="text"' in page.text
    assert not Activity.objects.exists()


def test_looking_saves_nothing_and_shows_the_next_three_times_of_what_was_typed(signed_in):
    page = signed_in.post(NEW, said(which="cycle", cycle_length="21", cycle_days="1", cycle_from="2031-06-02",
                                    starts_on="2031-01-01", show="1"))  # fmt: skip

    assert "Monday 6 January at 10:15 a.m." in page.text, "21 days are counted backwards too"
    assert not Activity.objects.exists()


def test_a_plan_has_room_for_sixty_things(signed_in):
    for _n in range(60):
        make_activity(owner=signed_in.person, planned_through=None)
    page = signed_in.post(NEW, said())

    assert "60 things at most" in page.text
    assert Activity.objects.count() == 60


def test_what_a_plan_brought_keeps_its_kind_and_words(signed_in):
    activity = make_activity(owner=signed_in.person, plan=make_plan(signed_in.person))
    page = signed_in.get(reverse("selfcare:activity", args=[activity.pk]))
    assert 'name="kind"' not in page.text

    signed_in.post(reverse("selfcare:activity", args=[activity.pk]), said(kind="diet", text="Other words"))
    activity.refresh_from_db()
    assert (activity.kind, activity.text, activity.title) == ("exercise", "Slowly", "Call my sister")


def test_another_persons_zone_or_plan_is_never_touched(signed_in):
    other = make_activity(owner=make_user())
    signed_in.post(NEW, said())

    assert Activity.objects.owned_by(other.owner).get() == other


def test_a_little_more_without_the_agreement_is_told_in_a_sentence(signed_in):
    activity = make_activity(owner=signed_in.person, minutes=5, usual_minutes=10)
    Consent.objects.filter(user=signed_in.person, purpose="health").update(withdrawn_at=timezone.now())
    url = reverse("selfcare:step_up", args=[activity.pk])

    assert "agree" in signed_in.post(url, follow=True).text
    assert Activity.objects.get(pk=activity.pk).minutes == 5
