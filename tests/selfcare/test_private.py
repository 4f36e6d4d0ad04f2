"""What the database can read, what a person takes along, and what erasing leaves: nothing."""

import json
from datetime import date, time

import pytest
from django.apps import apps
from django.contrib import admin
from django.contrib.postgres.fields import ArrayField
from django.db import connection
from django.db.models import CharField, FileField, JSONField, TextField

from portal.core.personal_data import holders
from portal.core.related import offer_sources
from portal.notifications.models import Delivery
from portal.vocabulary.models import HealthTopic
from selfcare import opening, operations, personal
from selfcare.models import Activity, DiaryEntry, Occurrence, Plan, WaterLog
from selfcare.operations import Choice
from selfcare.operations.planning import plan_chunk
from selfcare.reads import today, trend
from tests.factories.accounts import make_user
from tests.factories.selfcare import make_activity, make_entry, make_template

CANARY = "zaunkönig"


def dump() -> str:
    """Every column of every table of this house and of the engine, as the database shows it."""
    said = []
    with connection.cursor() as cursor:
        for model in apps.get_models():
            if model._meta.app_label in {"selfcare", "notifications"}:
                cursor.execute(f"SELECT row_to_json(t)::text FROM {model._meta.db_table} t")
                said += [row[0] for row in cursor.fetchall()]
    return "\n".join(said)


@pytest.fixture
def person(db):
    """Somebody whose every field of free words and health answers holds the same rare word."""
    person = make_user()
    text = make_template()
    plan = operations.start_plan(
        actor=person, template=text.template, words=text, answers={"bones": CANARY},
        choices={"walk": Choice(times=[time(9)])},
    )  # fmt: skip
    operations.clear_plan(actor=person, plan=plan, checked_with=f"my {CANARY}")
    activity = Activity.objects.get()
    operations.edit_activity(
        actor=person, activity=activity, changes={"title": f"The {CANARY} stretch", "text": f"Like a {CANARY}"}
    )
    make_entry(person, worst=7, sites=["hip"], helped=["heat"], danger=["legs"], note=f"A {CANARY} sang")
    operations.clear_exercise(actor=person, checked_with=f"a {CANARY}")
    operations.set_aim(actor=person, cups=6, limited=True)
    operations.log_water(actor=person, ml=250)
    operations.new_calendar(actor=person)
    operations.invite_carer(actor=person, name=f"My {CANARY}", scopes=["plan"])
    theirs = operations.invite_carer(actor=make_user(), name="x", scopes=["plan"])
    operations.accept_invitation(actor=person, token=theirs.token)
    operations.begin_hard_day(actor=person, day=today(person).day)
    operations.plan_rest(actor=person, begins_on=date(2040, 1, 1), ends_on=None, why=f"A {CANARY} rests")
    operations.skip(actor=person, occurrence=Occurrence.objects.first(), why="pain")
    operations.count_for_me(actor=person, wanted=False)
    return person


def test_no_health_word_can_be_read_in_the_tables(person):
    assert CANARY in Activity.objects.get().title, "the word is there for whoever has the key"
    said = dump()

    assert str(person.pk) in said
    for written in (CANARY, CANARY.encode().hex(), CANARY.encode("unicode_escape").decode(), 'limited":true'):
        assert written not in said


CLEAR = {
    "Plan": {"template_key"},
    "Activity": {"zone_policy", "home_zone", "schedule_kind", "times", "weekdays", "cycle_days", "followed", "without",
                 "template_activity", "kind", "channels", "rests"},
    "Occurrence": {"local_key", "state"},
    "Pause": {"kind", "awake", "variant"},
    "WaterLog": {"source"},
    "CarerLink": {"scopes", "tell_about"},
    "Comfort": {"units"},
    "CarerView": {"part"},
}  # fmt: skip


def test_in_clear_are_only_times_states_schedules_and_keys(person):
    """What a person's rows hold as text, as decided; whoever adds a column decides whether it is sealed."""
    owned = [model for model in apps.get_app_config("selfcare").get_models() if hasattr(model.objects, "owned_by")]
    kinds = (CharField, TextField, JSONField, ArrayField, FileField)
    found = {
        model.__name__: names
        for model in owned
        if (names := {field.name for field in model._meta.concrete_fields if isinstance(field, kinds)})
    }

    assert found == CLEAR


def test_a_person_takes_everything_along(person):
    said = personal.export(person)

    copy = json.dumps(said, ensure_ascii=False)
    assert copy.count(CANARY) >= 8
    of_staff = {"rules_signed", "plan_versions", "step_pictures", "foods_written"}
    assert {name for name, rows in said.items() if not rows} == of_staff
    aim = {"cups": 6, "cup_ml": 250, "bed_at": "22:00", "limited": True, "treatment_cups": None}
    assert said["aim"] == [aim]
    assert personal.export(make_user())["diary"] == []


def test_erasing_leaves_nothing_and_rings_no_more(person):
    other = make_activity()
    plan_chunk(10)
    make_entry(other.owner, worst=2)
    before = Delivery.objects.filter(recipient=other.owner, state="pending").count()
    for keep_words in (True, False):
        personal.erase(person, keep_words)

    assert all(rows == [] for rows in personal.export(person).values())
    assert not Delivery.objects.filter(recipient=person, state__in=["pending", "leased"]).exists()
    assert (Activity.objects.count(), DiaryEntry.objects.count()) == (1, 1)
    assert Delivery.objects.filter(recipient=other.owner, state="pending").count() == before > 0


def test_every_table_of_this_house_is_answered_for():
    held = {label for holder in holders for label in holder.models}
    own = {model._meta.label for model in apps.get_app_config("selfcare").get_models()}

    assert {label for label in own if "Template" not in label} <= held


def test_the_staff_desk_shows_templates_and_rules_and_nothing_of_people():
    shown = {model._meta.label for model in admin.site._registry if model._meta.app_label == "selfcare"}

    assert shown == {"selfcare.FoodIdeas", "selfcare.PlanTemplate", "selfcare.RuleSet"}


def test_articles_are_offered_the_plans_that_practise_their_topics(db, django_assert_num_queries):
    text = make_template()
    make_template("swim")
    topic, _ = HealthTopic.objects.get_or_create(slug="moving", defaults={"kind": "theme"})
    text.template.topics.add(topic)
    source = offer_sources.get("selfcare")
    with django_assert_num_queries(1):  # words with their template
        found = source.offers(None, ["moving", "sleep"], 3)

    assert [(offer.ref, offer.url) for offer in found] == [("walk", "/plan/start/walk/")]
    assert source.find(None, "swim").title == "Plan swim"
    assert source.find(None, "nothing") is None


def test_the_demo_patient_is_in_the_middle_of_it_and_loading_again_adds_nothing(db):
    patient = make_user(email=opening.PATIENT)
    opening.load(True)
    counts = [model.objects.count() for model in (Plan, Activity, Occurrence, DiaryEntry, WaterLog)]
    opening.load(True)

    assert [model.objects.count() for model in (Plan, Activity, Occurrence, DiaryEntry, WaterLog)] == counts
    assert counts[0] == 2
    assert counts[3] == 28
    assert Occurrence.objects.filter(state="done").exists()
    assert today(patient).day is not None
    assert trend(patient, 28).wide is not None


def test_outside_demo_mode_nobody_is_invented(db):
    make_user(email=opening.PATIENT)

    assert opening.load(False) == "Plans: 12 templates added."
    assert not Plan.objects.exists()
