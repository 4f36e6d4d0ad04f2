"""Drinking in treatment week follows the treatment days: marked in the diary, named ahead, or by the cycle."""

from datetime import UTC, datetime, time, timedelta

import pytest
from django.urls import reverse

from portal.core.clock import handrail_now
from portal.core.errors import RuleViolation
from selfcare import operations
from selfcare.messages.drinking import needless_drinks
from selfcare.messages.reminders import COLUMNS
from selfcare.models import Activity, Aim, Occurrence, Plan, PlanTemplate, PlanTemplateText, WaterLog
from selfcare.operations.planning import plan_chunk
from selfcare.operations.templates import CONTENT, load_template, read_template
from selfcare.reads import water_today
from selfcare.rules import cups_on
from tests.factories.accounts import make_user
from tests.factories.notifications import move_clock
from tests.factories.selfcare import ACCRA, make_activity, make_occurrence, make_plan

KEY = "chemo-week-hydration"
SAFE = {"organs": "no", "amount": "yes", "down": "no"}


@pytest.fixture
def person(db, settings):
    load_template(read_template(CONTENT / "en" / f"{KEY}.yaml"), "en")
    return make_user(time_zone=ACCRA)


def today_there():
    return handrail_now().date()


def start(person, **more):
    text = PlanTemplateText.objects.select_related("template").get(template__key=KEY)
    choices = {spec["key"]: operations.Choice(**more) for spec in text.template.activities} if more else None
    return operations.start_plan(actor=person, template=text.template, words=text, answers=SAFE, choices=choices)


def days_of(plan, first, count):
    """On which of so many days from a date, counted from it, the plan prompts to drink."""
    cup = Activity.objects.get(plan=plan, template_activity="cup")
    return [(day - first).days for day in cup.days().between(first, first + timedelta(days=count - 1))]


def test_it_begins_with_this_treatment_and_wakes_again_each_time_chemotherapy_is_marked(person):
    plan, first = start(person), today_there()
    assert days_of(plan, first, 60) == [0, 1, 2, 3]

    move_clock(days=21)
    operations.log_pain(actor=person, payload={"treatment": ["chemo"]})
    assert days_of(plan, first, 60) == [0, 1, 2, 3, 21, 22, 23, 24]
    planned = Occurrence.objects.filter(activity__plan=plan, state="planned", activity__template_activity="cup")
    assert {(row.due_at.date() - first).days for row in planned if row.due_at.date() >= today_there()} <= {21, 22, 23}
    assert planned.filter(due_at__date=first + timedelta(days=22)).count() == 9


def test_other_treatments_and_other_peoples_marks_wake_nothing(person):
    plan, first = start(person), today_there()
    move_clock(days=10)
    operations.log_pain(actor=person, payload={"treatment": ["radiotherapy", "scan", "infusion"]})
    operations.log_pain(actor=make_user(), payload={"treatment": ["chemo"]})

    assert days_of(plan, first, 30) == [0, 1, 2, 3]


def test_a_mark_that_is_changed_deleted_and_brought_back_is_followed(person):
    plan, first = start(person), today_there()
    move_clock(days=10)
    entry = operations.log_pain(actor=person, payload={"treatment": ["chemo"], "worst": 3})
    other = operations.log_pain(actor=person, payload={"treatment": ["chemo"]})
    both = [0, 1, 2, 3, 10, 11, 12, 13]
    assert days_of(plan, first, 30) == both
    operations.delete_entry(actor=person, entry=other)
    assert days_of(plan, first, 30) == both, "another entry of the day still says so"
    operations.change_entry(actor=person, entry=entry, payload={"treatment": []})
    assert days_of(plan, first, 30) == [0, 1, 2, 3]
    assert not Occurrence.objects.filter(activity__plan=plan, state="planned", due_at__date__gt=today_there()).exists()
    operations.restore_entry(actor=person, entry=other)
    assert days_of(plan, first, 30) == both


def test_a_mark_of_the_last_days_counts_when_the_plan_begins_after_it(person):
    operations.log_pain(actor=person, payload={"treatment": ["chemo"]})
    marked = today_there()
    move_clock(days=2)
    plan = start(person, treatment_from=marked + timedelta(days=21))

    assert days_of(plan, marked, 60) == [2, 3, 21, 22, 23, 24]


def test_a_cycle_needs_no_mark_and_this_once_takes_none(person):
    first = today_there()
    plan = start(person, treatment="cycle", treatment_from=first, cycle_length=14)
    assert days_of(plan, first, 30) == [0, 1, 2, 3, 14, 15, 16, 17, 28, 29]
    operations.stop_plan(actor=person, plan=plan)

    plan = start(person, treatment="once", treatment_from=first + timedelta(days=5))
    move_clock(days=12)
    operations.log_pain(actor=person, payload={"treatment": ["chemo"]})
    assert days_of(plan, first, 60) == [5, 6, 7, 8]


def test_a_day_named_far_ahead_is_planned_when_it_comes_near(person):
    plan, first = start(person), today_there()
    move_clock(days=4)
    assert operations.expect_treatment(actor=person, plan=plan, day=first + timedelta(days=100))
    cup = Activity.objects.get(plan=plan, template_activity="cup")
    assert cup.planned_through.date() == first + timedelta(days=100)
    move_clock(days=95)
    plan_chunk(50)
    assert Occurrence.objects.filter(activity=cup, due_at__date=first + timedelta(days=100)).count() == 9
    assert operations.expect_treatment(actor=person, plan=plan, day=first + timedelta(days=100), wanted=False)
    assert not Occurrence.objects.filter(activity=cup, state="planned", due_at__gt=cup.planned_through).exists()


def test_the_page_asks_once_for_the_treatment_days_and_the_running_plan_takes_more(client, person):
    client.force_login(person)
    page = reverse("selfcare:start_plan", args=[KEY])
    form = client.get(page).context["form"]
    said = {name: form[name].value() for name in form.fields if form[name].value() not in (None, False)}
    said |= {f"gate_{key}": answer for key, answer in SAFE.items()}
    far = {"treatment_from": today_there() + timedelta(days=400)}
    assert "treatment_from" in client.post(page, said | far).context["form"].errors
    client.post(page, said | {"treatment": "diary"})
    plan, first = Plan.objects.get(), today_there()
    assert days_of(plan, first, 60) == [0, 1, 2, 3]

    add = reverse("selfcare:treatment_day", args=[plan.pk])
    client.post(add, {"day": first + timedelta(days=21)})
    assert days_of(plan, first, 60) == [0, 1, 2, 3, 21, 22, 23, 24]
    assert (
        "Each treatment day and the 3 days after it"
        in client.get(reverse("selfcare:running_plan", args=[plan.pk])).text
    )
    client.post(add, {"day": first, "off": "1"})
    assert days_of(plan, first, 60) == [21, 22, 23, 24]
    assert (
        "Choose a day" in client.post(add, {"day": "soon"}).text
        or "Enter a date, such as" in client.post(add, {"day": "soon"}).text
    )
    sent = client.post(f"/api/v1/plans/{plan.pk}/treatment-day/", {"day": str(first)}, content_type="application/json")
    assert (sent.json(), days_of(plan, first, 30)) == ({"changed": True}, [0, 1, 2, 3, 21, 22, 23, 24])
    client.force_login(make_user())
    assert client.post(add, {"day": first}).status_code == 404


def by_page(client, person, plan):
    page = reverse("selfcare:start_plan", args=[KEY])
    form = client.get(page, {"renew": "1"}).context["form"]
    said = {name: form[name].value() for name in form.fields if form[name].value() not in (None, False)}
    said |= {f"gate_{key}": answer for key, answer in SAFE.items()}
    assert client.post(page, said | {"renew": "1"}).status_code == 302


def by_program(client, person, plan):
    sent = client.post(f"/api/v1/plans/{plan.pk}/renew/", {"answers": SAFE}, content_type="application/json")
    assert sent.status_code == 201


def copied(client, person, plan):
    operations.stop_plan(actor=person, plan=plan)
    sent = {"template": KEY, "answers": SAFE, "copy": True}
    assert client.post("/api/v1/plans/", sent, content_type="application/json").status_code == 201


@pytest.mark.parametrize("take", [by_page, by_program, copied])
@pytest.mark.parametrize(
    ("had", "days"),
    [
        ({"treatment": "diary"}, [21, 22, 23, 24]),
        ({"treatment": "cycle", "cycle_length": 14}, [14, 15, 16, 17, 28, 29]),
        ({"treatment": "once", "treatment_from": 21}, [21, 22, 23, 24]),
    ],
)
def test_the_newer_version_and_a_copy_keep_the_days_that_are_known_and_add_none(client, person, take, had, days):
    first = today_there()
    if "treatment_from" in had:
        had = had | {"treatment_from": first + timedelta(days=had["treatment_from"])}
    plan = start(person, **had)
    if had["treatment"] == "diary":
        operations.expect_treatment(actor=person, plan=plan, day=first + timedelta(days=21))
    six_days_ago(plan)
    PlanTemplate.objects.update(version=2)
    client.force_login(person)
    take(client, person, plan)

    new = Plan.objects.get(stopped_at=None)
    assert new.pk != plan.pk
    assert [day for day in days_of(new, first - timedelta(days=6), 30) if day > 3] == days


def six_days_ago(plan):
    """As if the plan had begun six days before: the same dates, that much earlier."""
    ago = timedelta(days=6)
    for one in Activity.objects.filter(plan=plan):
        one.followed = [day - ago for day in one.followed]
        one.starts_on, one.cycle_from = one.starts_on - ago, one.cycle_from and one.cycle_from - ago
        one.ends_on = one.ends_on and one.ends_on - ago
        one.save()


def test_a_plan_that_follows_no_treatment_says_so(person):
    plan = make_plan(person)
    with pytest.raises(RuleViolation, match="does not follow"):
        operations.expect_treatment(actor=person, plan=plan, day=today_there())


def test_changing_its_times_keeps_what_it_follows(client, person):
    client.force_login(person)
    plan, first = start(person), today_there()
    cup = Activity.objects.get(plan=plan, template_activity="cup")
    page = reverse("selfcare:activity", args=[cup.pk])
    form = client.get(page).context["form"]
    said = {name: form[name].value() for name in form.fields if form[name].value() not in (None, False)}
    said = {name: value for name, value in said.items() if value not in ([], "")}
    sent = client.post(page, said | {"times": ["10:00"], "save": "1"})

    assert sent.status_code == 302
    cup.refresh_from_db()
    assert (cup.times, days_of(plan, first, 30)) == ([time(10)], [0, 1, 2, 3])


@pytest.mark.parametrize(
    ("cups", "treatment_cups", "limited", "treatment", "wanted"),
    [
        (8, 10, False, True, 10),
        (8, 10, False, False, 8),
        (8, 6, False, True, 6),
        (8, None, False, True, 8),
        (5, 10, True, True, 5),
        (5, 4, True, True, 4),
        (5, 10, True, False, 5),
    ],
)
def test_a_limit_always_wins(cups, treatment_cups, limited, treatment, wanted):
    aim = Aim(cups=cups, treatment_cups=treatment_cups)
    aim.limited = limited
    assert cups_on(aim, treatment=treatment) == wanted


@pytest.mark.parametrize(("limited", "days"), [(False, [10, 10, 10, 10, 5, 5]), (True, [5] * 6)])
def test_over_the_days_of_a_treatment_prompts_and_ring_go_up_to_the_teams_amount_and_never_over_a_limit(
    person, limited, days
):
    plan = start(person)
    aim = operations.set_aim(actor=person, cups=5, limited=False, treatment_cups=10)
    aim.limited = limited  # said afterwards: the amount for treatment days is still there, and the limit wins
    aim.save()
    cup = Activity.objects.get(plan=plan, template_activity="cup")
    everyday = make_activity(person, kind="hydration", times=[time(9)])

    told = []
    for offset in range(6):
        noon = datetime.combine(cup.starts_on + timedelta(days=offset), time(12), UTC)
        told.append(water_today(person, noon).aim)
        WaterLog.objects.filter(owner=person).delete()
        WaterLog.objects.bulk_create(WaterLog(owner=person, ml=250, at=noon - timedelta(hours=2)) for _n in range(5))
        slot = make_occurrence(everyday, due_at=noon + timedelta(hours=2))
        rows = Occurrence.objects.filter(pk=slot.pk).values(*COLUMNS)
        reason = needless_drinks(list(rows), noon + timedelta(hours=2)).get(slot.pk, "")
        assert (reason == "enough") == (told[-1] == 5), offset
    assert told == days


def test_an_amount_over_the_limit_is_refused_beside_its_field_and_said_in_words(client, person):
    client.force_login(person)
    page = reverse("selfcare:aim")
    answer = client.post(page, {"cups": 5, "limited": "on", "treatment_cups": 9})
    assert "Your limit goes for treatment days too" in answer.context["form"].errors["treatment_cups"][0]
    assert not Aim.objects.exists()
    client.post(page, {"cups": 5, "treatment_cups": 9})
    assert client.get(page).context["form"]["treatment_cups"].value() == 9
    client.post(page, {"cups": 5, "treatment_cups": ""})
    assert Aim.objects.get().treatment_cups is None
