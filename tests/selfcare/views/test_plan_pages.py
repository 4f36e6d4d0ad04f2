"""The plan's pages: who sees them, what wrong input does, what they cost."""

import re
from datetime import timedelta

import pytest
from django.urls import resolve, reverse
from django.utils import timezone

from portal.core.clock import handrail_now
from selfcare.models import Activity, Occurrence, Plan
from selfcare.operations.planning import plan_chunk
from selfcare.reads import today
from tests.factories.accounts import make_user
from tests.factories.selfcare import make_activity, make_occurrence, make_plan, make_template


@pytest.fixture
def person(signed_in):
    return signed_in.person


def owned_pages(person):
    """Every page that shows or changes one person's own row."""
    make_template()
    plan = make_plan(person)
    activity = make_activity(owner=person, plan=plan)
    item = make_occurrence(activity)
    names = ["activity", "rest_activity", "resume_activity", "stop_activity"]
    return (
        [reverse(f"selfcare:{name}", args=[plan.pk]) for name in ("running_plan", "stop_plan")]
        + [reverse(f"selfcare:{name}", args=[activity.pk]) for name in names]
        + [reverse(f"selfcare:{name}", args=[item.pk]) for name in ("done", "later", "skip", "undo")]
    )


def snapshot():
    return (
        list(Plan.objects.values_list("pk", "stopped_at", "held_at")),
        list(Activity.objects.values_list("pk", "stopped_at", "rests", "revision")),
        list(Occurrence.objects.values_list("pk", "state", "snooze_no")),
    )


def test_a_stranger_meets_nothing_and_changes_nothing(client, db):
    addresses = owned_pages(make_user())
    before = snapshot()
    client.force_login(make_user())

    for address in addresses:
        assert client.get(address, follow=True).status_code == 404 or "/item/" in address, address
        assert client.post(address, {"title": "x", "checked_with": "me"}).status_code == 404, address
    assert snapshot() == before


def test_staff_have_no_way_in_either(client, db):
    addresses = owned_pages(make_user())
    client.force_login(make_user("Administrators", "Moderators", "Editors", is_superuser=True))

    assert {client.post(address).status_code for address in addresses} == {404}


def test_nobody_signed_out_gets_further_than_the_sign_in(client, db):
    addresses = owned_pages(make_user())
    before = snapshot()

    own = ["rest_plan", "resume_plan", "hard_day", "diary", "pain_log", "water_log", "aim"]
    for address in addresses + [reverse(f"selfcare:{name}") for name in own]:
        for answer in (client.get(address), client.post(address)):
            if answer.status_code == 401 and resolve(address).view_name in {"selfcare:diary", "selfcare:activity"}:
                assert "Save" not in answer.text  # what was typed is given back, and nothing else is shown
                continue
            assert answer.status_code == 302, address
            assert answer.url.startswith(reverse("account_login")), address
    assert snapshot() == before


def test_looking_at_a_page_changes_nothing(signed_in, person):
    addresses = owned_pages(person)
    before = snapshot()

    for address in addresses:
        assert signed_in.get(address, follow=True).status_code == 200, address
    assert snapshot() == before


@pytest.mark.parametrize(
    ("name", "page"),
    [
        ("water_log", "home:today"),
        ("hard_day", "home:today"),
        ("pain_log", "selfcare:diary"),
        ("rest_plan", "selfcare:plan"),
        ("resume_plan", "selfcare:plan"),
    ],
)
def test_signing_in_on_the_way_to_a_button_leads_to_its_page(signed_in, name, page):
    assert signed_in.get(reverse(f"selfcare:{name}")).url == reverse(page)


def test_signed_out_the_plans_can_be_read_and_the_week_leads_there(client, db):
    make_template()

    assert client.get(reverse("selfcare:plan")).url == reverse("selfcare:template_list")
    assert "Plan walk" in client.get(reverse("selfcare:template_list")).text
    page = client.get(reverse("selfcare:start_plan", args=["walk"]))
    assert "Sign in to start" in page.text
    assert client.post(reverse("selfcare:start_plan", args=["walk"])).status_code == 302
    assert not Plan.objects.exists()


def test_a_plan_that_is_withdrawn_or_unknown_is_not_there(signed_in):
    make_template(withdrawn_at=timezone.now())

    assert "Plan walk" not in signed_in.get(reverse("selfcare:template_list")).text
    for key in ("walk", "nothing"):
        assert signed_in.get(reverse("selfcare:start_plan", args=[key])).status_code == 404


@pytest.mark.parametrize("count", [1, 3])
def test_the_week_costs_the_same_whatever_is_in_it(signed_in, person, django_assert_num_queries, count):
    for n in range(count):
        make_activity(owner=person, title=f"Walk number {n}", starts_on=timezone.now().date() - timedelta(days=9))
    plan_chunk(10)

    signed_in.get(reverse("selfcare:plan"))
    # person, slots, activities, agreement, rests, hold, counting wanted, hard days, four weeks; for the frame: groups
    # looked after, unread
    with django_assert_num_queries(11):
        page = signed_in.get(reverse("selfcare:plan"))
    assert all(f"Walk number {n}" in page.text for n in range(count))


@pytest.mark.parametrize("count", [1, 3])
def test_the_list_of_plans_costs_the_same(signed_in, django_assert_num_queries, count):
    for n in range(count):
        make_template(f"plan-{n}")
    signed_in.get(reverse("selfcare:template_list"))
    with django_assert_num_queries(5):  # person, running, plans; for the frame: groups looked after, unread
        assert signed_in.get(reverse("selfcare:template_list")).text.count("rows__go") == count


@pytest.mark.parametrize("count", [1, 3])
def test_today_costs_the_same_whatever_is_in_it(signed_in, person, django_assert_num_queries, count):
    for n in range(count):
        make_occurrence(make_activity(owner=person, planned_through=None, title=f"Thing {n}"), due_at=handrail_now())
    with django_assert_num_queries(5):  # slots, hard day, aim, drinks, agreement
        plan = today(person)
    assert [item.mark for item in plan.items] == ["now", "todo", "todo"][:count]


@pytest.mark.parametrize("shift", ["1", "-1", "99", "-999999", "x", "1e3", "²", "--5", "-", "-²"])
def test_any_week_and_month_can_be_asked_for(signed_in, person, shift):
    make_activity(owner=person)
    assert signed_in.get(reverse("selfcare:plan"), {"w": shift}).status_code == 200
    assert signed_in.get(reverse("selfcare:month"), {"m": shift}).status_code == 200
    assert signed_in.get(reverse("selfcare:week_sheet"), {"w": shift}).status_code == 200


def good(**more):
    return {
        "gate_bones": "no",
        "walk-weekdays": ["0", "3"],
        "walk-times": ["9.30", "", "4 pm"],
        "channels": ["email"],
        "travel": "home",
    } | more


def test_starting_takes_what_was_typed(signed_in, person):
    make_template()
    answer = signed_in.post(reverse("selfcare:start_plan", args=["walk"]), good())

    plan = Plan.objects.get(owner=person)
    assert answer.url == reverse("selfcare:running_plan", args=[plan.pk])
    activity = Activity.objects.get()
    assert [f"{at:%H:%M}" for at in activity.times] == ["09:30", "16:00"]
    assert (activity.weekdays, activity.channels, activity.zone_policy) == ([0, 3], ["email"], "home")


def test_wrong_input_is_kept_and_told_beside_its_field(signed_in):
    make_template()
    page = signed_in.post(
        reverse("selfcare:start_plan", args=["walk"]), {"walk-times": ["half ten"], "channels": ["email"]}
    )

    assert page.status_code == 200
    assert 'value="half ten"' in page.text
    for sentence in ("Please answer this question", "Choose at least one day", "Enter a time, such as 10:30"):
        assert page.text.count(sentence) == 2, "once in the summary, once beside the field"
    assert not Plan.objects.exists()


@pytest.mark.parametrize("button", [{"show": "1"}, {"add_time": "walk-times"}])
def test_looking_at_the_next_times_starts_nothing(signed_in, button):
    make_template()
    page = signed_in.post(reverse("selfcare:start_plan", args=["walk"]), good(**{"walk-times": ["9.30"]}, **button))

    assert not Plan.objects.exists()
    assert "A reminder from Handrail, 9:30 a.m." in page.text
    assert page.text.count('name="walk-times"') == (2 if "add_time" in button else 1)


def first_button(page, action):
    """What Enter in a field presses: the first submit button of the form, shown or not."""
    form = re.search(rf'<form[^>]*action="{re.escape(action)}".*?</form>', page.text, re.DOTALL)[0]
    return re.search(r"<button[^>]*>", form)[0]


def test_enter_in_a_field_looks_at_the_plan_and_neither_starts_it_nor_adds_a_time(signed_in):
    make_template()
    url = reverse("selfcare:start_plan", args=["walk"])

    button = first_button(signed_in.get(url), url)

    assert button == '<button name="show" value="1" formaction="#preview" hidden>'


def test_enter_in_a_field_of_an_activity_saves_it(signed_in, person):
    url = reverse("selfcare:activity", args=[make_activity(owner=person).pk])

    button = first_button(signed_in.get(url), url)

    assert button == '<button name="save" value="1" hidden>'


def test_the_preview_shows_what_the_alert_will_say_and_when(signed_in):
    make_template()
    page = signed_in.get(reverse("selfcare:start_plan", args=["walk"]))

    assert "A reminder from Handrail, 9 a.m." in page.text
    assert len(page.context["previews"][0].times) == 3


def test_a_held_plan_shows_the_note_and_waits_for_the_team(signed_in, person):
    make_template()
    answer = signed_in.post(reverse("selfcare:start_plan", args=["walk"]), good(gate_bones="unsure"))
    page = signed_in.get(answer.url)
    assert "Waiting for your team" in page.text
    assert "Are your bones weak? I answered: not sure." in page.text
    assert "Waiting for your team" in signed_in.get(reverse("selfcare:plan")).text

    assert "Say who you checked with" in signed_in.post(answer.url, {"checked_with": ""}).text
    assert Plan.objects.get().is_held
    signed_in.post(answer.url, {"checked_with": "my nurse", "checked_on": str(timezone.localdate())})
    assert not Plan.objects.get().is_held
    assert "I checked with my nurse on" in signed_in.get(answer.url).text


def test_a_dangerous_answer_shows_who_to_call_first(signed_in):
    make_template(gate=[{"key": "bones", "safe": "no", "danger": True}])
    answer = signed_in.post(reverse("selfcare:start_plan", args=["walk"]), good(gate_bones="yes"))
    text = signed_in.get(answer.url).text

    assert text.index("Call for help now") < text.index("Waiting for your team")


def test_starting_twice_is_told(signed_in):
    make_template()
    signed_in.post(reverse("selfcare:start_plan", args=["walk"]), good())

    assert (
        "You have started this plan already."
        in signed_in.post(reverse("selfcare:start_plan", args=["walk"]), good()).text
    )


def test_a_dangerous_answer_shows_who_to_call_also_when_the_plan_runs_already(signed_in):
    make_template(gate=[{"key": "bones", "safe": "no", "danger": True}])
    address = reverse("selfcare:start_plan", args=["walk"])
    signed_in.post(address, good())

    page = signed_in.post(address, good(gate_bones="yes")).text

    assert page.index("Call for help now") < page.index("You have started this plan already.")
    assert "tel:999" in page
    assert Plan.objects.count() == 1


@pytest.mark.parametrize("more", [{"walk-times": ["half ten"]}, {"show": "1"}])
def test_a_dangerous_answer_shows_who_to_call_whatever_else_was_typed_or_pressed(signed_in, more):
    make_template(gate=[{"key": "bones", "safe": "no", "danger": True}])
    address = reverse("selfcare:start_plan", args=["walk"])

    assert "Call for help now" in signed_in.post(address, good(gate_bones="yes", **more)).text
    assert "Call for help now" not in signed_in.get(address).text


def test_a_plan_that_runs_already_is_shown_instead_of_its_form(signed_in, person):
    make_template()
    plan = make_plan(person)

    page = signed_in.get(reverse("selfcare:start_plan", args=["walk"])).text

    assert "This plan is in your week" in page
    assert reverse("selfcare:running_plan", args=[plan.pk]) in page
    assert "Start this plan" not in page and "gate_bones" not in page


def changed(**more):
    return {
        "title": "A walk", "kind": "exercise", "way": "wall", "times": ["10:15"], "which": "week", "weekdays": ["1"],
        "starts_on": "2026-06-01", "channels": ["in_app"], "zone_policy": "follow",
    } | more  # fmt: skip


def test_an_activity_is_changed(signed_in, person):
    activity = make_activity(owner=person)
    answer = signed_in.post(reverse("selfcare:activity", args=[activity.pk]), changed(minutes="10", ends_on=""))

    assert answer.url == reverse("selfcare:plan")
    activity = Activity.objects.get()
    assert (activity.title, activity.weekdays, activity.channels, activity.minutes) == ("A walk", [1], ["in_app"], 10)


def test_wrong_changes_are_kept_and_told(signed_in, person):
    activity = make_activity(owner=person)
    page = signed_in.post(
        reverse("selfcare:activity", args=[activity.pk]), changed(times=["25:00"], weekdays=[], ends_on="2020-01-01")
    )

    assert 'value="25:00"' in page.text
    for sentence in ("Enter a time", "Choose at least one day", "not before the first one"):
        assert sentence in page.text
    assert Activity.objects.get().revision == activity.revision


def test_an_activity_that_keeps_spacing_is_asked_for_its_spacing(signed_in, person):
    activity = make_activity(
        owner=person, times=[], schedule_kind="elapsed", every_minutes=120, window_from="08:00", window_to="20:00"
    )
    page = signed_in.get(reverse("selfcare:activity", args=[activity.pk]))
    assert re.search(r'name="way" value="elapsed"[^>]*checked', page.text)
    assert re.search(r'name="every" value="2"', page.text)

    signed_in.post(
        reverse("selfcare:activity", args=[activity.pk]),
        changed(way="elapsed", every="90", unit="minutes", window_from="08:00", window_to="18:00"),
    )
    assert Activity.objects.get().every_minutes == 90
    assert "every 90 minutes" in signed_in.get(reverse("selfcare:plan")).text


def test_resting_and_taking_up_again_from_the_page(signed_in, person):
    activity = make_activity(owner=person)
    page = reverse("selfcare:activity", args=[activity.pk])
    tomorrow = (timezone.localdate() + timedelta(days=2)).isoformat()

    assert "after today" in signed_in.post(f"{page}rest/", {"rest-until": "2020-01-01"}).text
    signed_in.post(f"{page}rest/", {"rest-until": tomorrow})
    assert "This rests until" in signed_in.get(page).text
    signed_in.post(f"{page}resume/")
    assert Activity.objects.get().rests == []


def test_removing_is_asked_once_more(signed_in, person):
    plan = make_plan(person)
    activity = make_activity(owner=person, plan=plan)
    other = make_activity(owner=person, plan=plan)
    address = reverse("selfcare:stop_activity", args=[activity.pk])

    assert "Remove" in signed_in.get(address).text
    signed_in.post(address)
    assert Activity.objects.get(pk=activity.pk).stopped_at is not None
    signed_in.post(reverse("selfcare:stop_plan", args=[plan.pk]))
    assert Activity.objects.get(pk=other.pk).stopped_at is not None


def test_done_later_skip_and_undo_lead_back_to_the_day(signed_in, person):
    item = make_occurrence(make_activity(owner=person, planned_through=None))

    def press(name, **data):
        answer = signed_in.post(reverse(f"selfcare:{name}", args=[item.pk]), data)
        item.refresh_from_db()
        return answer.url, item.state, item.snooze_no

    assert press("done") == (f"/today/#item-{item.pk}", "done", 0)
    assert press("undo", what="answer", next="/plan/") == (f"/plan/#item-{item.pk}", "planned", 0)
    assert press("later", turn="0", next="//evil.example/") == (f"/today/#item-{item.pk}", "planned", 1)
    assert press("later", turn="0", next="https://evil.example/")[2] == 1
    assert press("skip")[1] == "skipped"


def test_a_hard_day_shows_only_the_essentials(signed_in, person):
    for essential, title in ((True, "Tablets"), (False, "Stretching")):
        activity = make_activity(owner=person, planned_through=None, essential=essential, title=title)
        make_occurrence(activity, due_at=timezone.now())
    signed_in.post(reverse("selfcare:hard_day"))
    page = signed_in.get(reverse("home:today")).text
    assert ("Tablets" in page, "Stretching" in page) == (True, False)

    signed_in.post(reverse("selfcare:hard_day"), {"end": "1", "day": "2026-01-01"})
    assert "Stretching" not in signed_in.get(reverse("home:today")).text, "that page was opened on another day"
    signed_in.post(reverse("selfcare:hard_day"), {"end": "1"})
    assert "Stretching" in signed_in.get(reverse("home:today")).text
