"""Every template and every answer, by the operation, the page, the API and for a plan started again: one gate."""

from datetime import date, timedelta

import pytest
from django.urls import reverse

from portal.core.clock import handrail_now
from portal.core.errors import RuleViolation
from portal.notifications.models import Delivery
from selfcare import operations
from selfcare.models import Activity, Occurrence, Plan, PlanTemplate, PlanTemplateText
from selfcare.operations.gates import ask_again
from selfcare.operations.templates import CONTENT, load_template, read_template
from tests.factories.accounts import make_user
from tests.factories.notifications import move_clock
from tests.factories.selfcare import ACCRA, make_activity, make_plan

DATA = {path.stem: read_template(path) for path in sorted(CONTENT.glob("en/*.yaml"))}
ANSWERS = ("no", "yes", "unsure")
PAIRS = [(key, one["key"], answer) for key, data in DATA.items() for one in data["gate"] for answer in ANSWERS]
API = "/api/v1/plans/"


def told(key, question, answer):
    """All answers safe but one; and what the template says of that one."""
    gate = DATA[key]["gate"]
    one = next(one for one in gate if one["key"] == question)
    wanted = "running" if answer == one["safe"] else "waiting"
    if answer not in (one["safe"], "unsure") and one.get("then") == "lighter":
        wanted = "lighter"
    return {other["key"]: other["safe"] for other in gate} | {question: answer}, wanted


def state_of(plan):
    """Read from what would ring, not only from the plan's own word."""
    rows = Activity.objects.filter(plan=plan)
    rings = Delivery.objects.filter(state="pending", recipient_id=plan.owner_id).exists() or any(
        row.planned_through for row in rows
    )
    assert rings != plan.is_held
    whole = {one["key"]: one.get("minutes") for one in DATA[plan.template_key]["activities"]}
    smaller = any((row.minutes or 0) < (whole[row.template_activity] or 0) for row in rows)
    assert smaller == bool(plan.lightened_at and any(whole.values()))
    return "waiting" if plan.is_held else "lighter" if plan.lightened_at else "running"


@pytest.fixture
def words(db):
    for data in DATA.values():
        load_template(data, "en")
    return {text.template.key: text for text in PlanTemplateText.objects.select_related("template")}


def test_the_gate_asks_for_what_makes_moving_unsafe():
    asked = {key: {one["key"] for one in data["gate"]} for key, data in DATA.items()}

    for key in ("walking-starter", "back-mobility", "strength", "bone-metastases-movement"):
        assert {"surgery", "platelets", "organs", "swelling", "falls", "pregnant"} <= asked[key], key
        assert asked[key] & {"spine", "cleared"}, key
    for key in ("everyday-hydration", "chemo-week-hydration", "bowel-care-on-opioids"):
        assert "organs" in asked[key], key
    assert {"tumour", "platelets", "swelling", "pregnant"} <= asked["heat-or-cold"]


@pytest.mark.parametrize("key", DATA)
def test_every_answer_leads_where_the_template_says_by_the_operation_the_page_the_api_and_again(client, words, key):
    text = words[key]
    for question, answer in [pair[1:] for pair in PAIRS if pair[0] == key]:
        answers, wanted = told(key, question, answer)
        person = make_user()
        client.force_login(person)
        first = operations.start_plan(actor=person, template=text.template, words=text, answers=answers)
        assert state_of(first) == wanted, (key, question, answer)
        operations.stop_plan(actor=person, plan=first)

        sent = client.post(API, {"template": key, "answers": answers}, content_type="application/json")
        assert (sent.status_code, sent.json()["state"]) == (201, wanted), (key, question, answer)
        operations.stop_plan(actor=person, plan=Plan.objects.get(pk=sent.json()["id"]))

        copy = client.post(API, {"template": key, "answers": answers, "copy": True}, content_type="application/json")
        assert (copy.status_code, copy.json()["state"]) == (201, wanted), (key, question, answer)
        assert state_of(Plan.objects.get(pk=copy.json()["id"])) == wanted


@pytest.mark.parametrize(("key", "question", "answer"), PAIRS)
def test_the_page_starts_lightens_and_holds_alike(client, words, key, question, answer):
    person = make_user()
    client.force_login(person)
    answers, wanted = told(key, question, answer)
    form = client.get(reverse("selfcare:start_plan", args=[key])).context["form"]
    said = {name: form[name].value() for name in form.fields if not name.startswith("gate_")}
    said = {name: value for name, value in said.items() if value not in (None, False)}
    said |= {f"gate_{name}": value for name, value in answers.items()}
    client.post(reverse("selfcare:start_plan", args=[key]), said)

    assert state_of(Plan.objects.get(owner=person)) == wanted


def test_no_answer_is_no_start(client, words):
    client.force_login(make_user())
    answers, _wanted = told("strength", "spine", "no")
    for missing in answers:
        some = {name: value for name, value in answers.items() if name != missing}
        for more in ({}, {"copy": True}):
            sent = client.post(API, {"template": "strength", "answers": some, **more}, content_type="application/json")
            assert (sent.status_code, sent.json()["code"]) == (409, "no_answer")
    odd = client.post(
        API, {"template": "strength", "answers": answers | {"spine": "maybe"}}, content_type="application/json"
    )
    assert odd.status_code == 400
    assert not Plan.objects.exists()


def test_safe_answers_of_the_first_time_do_not_open_the_gate_again(client, words):
    """A copy takes days and times; the questions are asked afresh, and its form has none of them answered."""
    person = make_user()
    client.force_login(person)
    answers, _wanted = told("walking-starter", "spine", "no")
    text = words["walking-starter"]
    first = operations.start_plan(actor=person, template=text.template, words=text, answers=answers)
    activity = Activity.objects.filter(plan=first).first()
    operations.edit_activity(actor=person, activity=activity, changes={"weekdays": [6]})
    operations.stop_plan(actor=person, plan=first)

    form = client.get(reverse("selfcare:start_plan", args=["walking-starter"]), {"again": "1"}).context["form"]
    assert [form[name].value() for name in form.fields if name.startswith("gate_")] == [None] * len(answers)
    assert form[f"{activity.template_activity}-weekdays"].value() == [6]


@pytest.fixture
def held(words):
    text = words["strength"]
    answers, _wanted = told("strength", "platelets", "unsure")
    return operations.start_plan(actor=make_user(), template=text.template, words=text, answers=answers)


def test_i_checked_with_whom_on_which_day_is_kept_sealed_and_asked_again_after_twelve_weeks(held, client):
    person = held.owner
    day = handrail_now().date() - timedelta(days=3)
    operations.clear_plan(actor=person, plan=held, checked_with="Nurse Ada", checked_on=day)
    held.refresh_from_db()
    assert held.gate["checks"] == [{"with": "Nurse Ada", "on": day.isoformat()}]
    assert held.recheck_at.date() - day == timedelta(weeks=12)
    assert state_of(held) == "running"
    client.force_login(person)
    assert "I checked with Nurse Ada on" in client.get(reverse("selfcare:running_plan", args=[held.pk])).text

    assert ask_again() == 0
    move_clock(days=80)
    assert ask_again() == 0
    move_clock(days=2)
    assert (ask_again(), ask_again()) == (1, 0)
    held.refresh_from_db()
    assert held.is_held
    assert not Occurrence.objects.filter(activity__plan=held, state="planned", due_at__gt=handrail_now()).exists()
    assert Delivery.objects.filter(kind="selfcare.recheck", recipient=person).count() == 2

    operations.clear_plan(actor=person, plan=held, checked_with="Dr Okoro")
    held.refresh_from_db()
    assert [check["with"] for check in held.gate["checks"]] == ["Nurse Ada", "Dr Okoro"]


@pytest.fixture
def six_weeks(db):
    """A plan of 12 weeks that waits from its first day on, and a walk of two weeks in it that begins in ten days."""
    person = make_user(time_zone=ACCRA)
    plan = make_plan(person, held=True)
    today = handrail_now().date()
    whole = make_activity(person, plan=plan, starts_on=today, ends_on=today + timedelta(days=83), planned_through=None)
    later = today + timedelta(days=10)
    ahead = make_activity(
        person, plan=plan, starts_on=later, ends_on=later + timedelta(days=13), planned_through=None, title="Later"
    )
    return plan, today, whole, ahead


def days_from(today, *activities):
    rows = [Activity.objects.get(pk=one.pk) for one in activities]
    return [((row.starts_on - today).days, (row.ends_on - today).days) for row in rows]


def test_a_plan_keeps_its_weeks_and_a_start_ahead_stays_ahead_however_often_it_is_cleared(six_weeks):
    plan, today, whole, ahead = six_weeks
    move_clock(days=3)
    operations.clear_plan(actor=plan.owner, plan=plan, checked_with="Nurse Ada")
    assert days_from(today, whole, ahead) == [(3, 86), (10, 23)]

    move_clock(days=39)  # in its sixth week a danger sign; five days until somebody said yes
    operations.hold_exercise(actor=plan.owner, signs=["legs"])
    move_clock(days=5)
    operations.clear_exercise(actor=plan.owner, checked_with="my nurse")
    operations.clear_plan(actor=plan.owner, plan=plan, checked_with="Nurse Ada")
    assert days_from(today, whole, ahead) == [(3, 91), (10, 23)], (
        "its end moves by the five days, and what is over stays"
    )


def test_nobody_is_asked_again_about_a_plan_that_is_over(six_weeks):
    plan, _today, whole, _ahead = six_weeks
    operations.clear_plan(actor=plan.owner, plan=plan, checked_with="Nurse Ada")
    operations.stop_activity(actor=plan.owner, activity=whole)
    move_clock(days=90)

    assert ask_again() == 0
    plan.refresh_from_db()
    assert (plan.is_held, plan.recheck_at) == (False, None)
    assert not Delivery.objects.filter(kind="selfcare.recheck").exists()


@pytest.mark.parametrize(("days_ago", "code"), [(-1, "not_yet"), (85, "old"), (400, "old")])
def test_a_day_that_is_not_in_the_last_twelve_weeks_clears_nothing(held, days_ago, code):
    day = handrail_now().date() - timedelta(days=days_ago)
    with pytest.raises(RuleViolation) as no:
        operations.clear_plan(actor=held.owner, plan=held, checked_with="Nurse Ada", checked_on=day)
    held.refresh_from_db()
    assert (no.value.code, no.value.field, held.is_held) == (code, "checked_on", True)


def test_a_danger_sign_asks_again_for_what_the_team_had_allowed(held):
    person = held.owner
    operations.clear_plan(actor=person, plan=held, checked_with="Nurse Ada", checked_on=date.today())
    operations.hold_exercise(actor=person, signs=["legs"])
    held.refresh_from_db()
    assert held.is_held

    with pytest.raises(RuleViolation, match="until you have been checked"):
        operations.clear_plan(actor=person, plan=held, checked_with="Nurse Ada")
    operations.clear_exercise(actor=person, checked_with="the emergency doctor")
    held.refresh_from_db()
    assert held.is_held, "being checked for the sign is not yet the team's word on this plan"
    assert operations.clear_plan(actor=person, plan=held, checked_with="Nurse Ada")


def test_the_lighter_start_is_half_and_can_grow_back(words):
    text = words["walking-starter"]
    answers, wanted = told("walking-starter", "pregnant", "yes")
    plan = operations.start_plan(actor=make_user(), template=text.template, words=text, answers=answers)
    activity = Activity.objects.filter(plan=plan).first()

    assert (wanted, activity.minutes, activity.usual_minutes) == ("lighter", 3, 30)
    assert operations.step_up(actor=plan.owner, activity=activity)
    activity.refresh_from_db()
    assert activity.minutes == 5
    while operations.step_up(actor=plan.owner, activity=activity):
        pass
    activity.refresh_from_db()
    assert activity.minutes == 30


def test_templates_told_to_programs_do_not_say_which_answer_opens(client, words):
    client.force_login(make_user())
    said = client.get("/api/v1/plan-templates/strength/").json()

    assert {one["key"] for one in said["questions"]} == {one["key"] for one in DATA["strength"]["gate"]}
    assert not any({"safe", "then", "danger"} & set(one) for one in said["questions"])
    assert client.get("/api/v1/plan-templates/nothing/").status_code == 404
    PlanTemplate.objects.filter(key="strength").update(withdrawn_at=handrail_now())
    assert client.get("/api/v1/plan-templates/strength/").status_code == 404
