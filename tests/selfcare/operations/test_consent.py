"""Without the agreement to keep health information, nothing about health is written down."""

import pytest
from django.urls import reverse

from portal.accounts.operations import give_consent, withdraw_consent
from portal.accounts.reads import holds_consent
from portal.core.clock import handrail_now
from portal.core.errors import RuleViolation
from portal.home.agreements import take_back
from portal.notifications.models import Delivery
from selfcare import operations
from selfcare.models import Activity, Aim, DiaryEntry, HardDay, Occurrence, Plan, WaterLog
from tests.factories.accounts import make_user
from tests.factories.selfcare import make_activity, make_entry, make_occurrence, make_plan, make_template


@pytest.fixture
def person(db):
    return make_user(time_zone="Africa/Accra")


def writes(person):
    """Every operation that keeps something about health."""
    text, held = make_template(), make_plan(person, held=True, template_key="other")
    activity, entry = make_activity(person, planned_through=None), make_entry(person, worst=4)
    item = make_occurrence(activity)
    return {
        "start": lambda: operations.start_plan(
            actor=person, template=text.template, words=text, answers={"bones": "no"}
        ),
        "clear": lambda: operations.clear_plan(actor=person, plan=held, checked_with="my nurse"),
        "edit": lambda: operations.edit_activity(actor=person, activity=activity, changes={"title": "New"}),
        "take up": lambda: operations.resume_activity(actor=person, activity=activity),
        "wake": lambda: operations.resume_everything(actor=person),
        "diary": lambda: operations.log_pain(actor=person, payload={"worst": 3}),
        "change": lambda: operations.change_entry(actor=person, entry=entry, payload={"worst": 3}),
        "drink": lambda: operations.log_water(actor=person, ml=250),
        "aim": lambda: operations.set_aim(actor=person, cups=6, limited=False),
        "done": lambda: operations.mark_done(actor=person, occurrence=item),
        "skip": lambda: operations.skip(actor=person, occurrence=item),
        "later": lambda: operations.snooze(actor=person, occurrence=item),
        "hard day": lambda: operations.begin_hard_day(actor=person, day=handrail_now().date()),
    }


def kept():
    models = (Plan, Activity, Occurrence, DiaryEntry, WaterLog, Aim, HardDay)
    return [list(model.objects.order_by("pk").values()) for model in models]


def test_every_write_about_health_asks_for_the_agreement(person):
    verbs = writes(person)
    withdraw_consent(actor=person, purpose="health")
    before = kept()

    for name, verb in verbs.items():
        with pytest.raises(RuleViolation) as refusal:
            verb()
        assert (refusal.value.code, "Agree again" in refusal.value.message) == ("consent", True), name
    assert kept() == before


def test_what_was_written_can_be_deleted_without_the_agreement(person):
    entry = make_entry(person, worst=4)
    operations.log_water(actor=person, ml=250)
    withdraw_consent(actor=person, purpose="health")

    assert operations.delete_entry(actor=person, entry=entry) is True
    assert operations.undo_water(actor=person) is True


def test_whether_an_agreement_holds_is_one_query(person, django_assert_num_queries):
    with django_assert_num_queries(1):
        assert holds_consent(person, "health")
    take_back(actor=person, purpose="health")
    assert not holds_consent(person, "health")
    assert holds_consent(person, "terms")


def test_taking_it_back_rests_the_whole_plan_and_its_reminders_and_nobody_elses(person):
    text, other = make_template(), make_user(time_zone="Africa/Accra")
    for one in (person, other):
        operations.start_plan(actor=one, template=text.template, words=text, answers={"bones": "no"})
    theirs = Delivery.objects.filter(recipient_id=other.pk, state="pending").count()

    assert take_back(actor=person, purpose="health") is True
    assert take_back(actor=person, purpose="health") is False

    assert not Delivery.objects.filter(recipient_id=person.pk, state="pending").exists()
    assert Delivery.objects.filter(recipient_id=other.pk, state="pending").count() == theirs > 0
    assert not Occurrence.objects.filter(activity__owner=person, state="planned").exists()
    assert Activity.objects.get(owner=person).planned_through is None

    give_consent(actor=person, purposes=["health"])
    assert not Delivery.objects.filter(recipient_id=person.pk, state="pending").exists()
    operations.resume_everything(actor=person)
    assert Delivery.objects.filter(recipient_id=person.pk, state="pending").count() == theirs


def test_taking_back_another_agreement_leaves_the_plan_awake(person):
    text = make_template()
    operations.start_plan(actor=person, template=text.template, words=text, answers={"bones": "no"})

    take_back(actor=person, purpose="terms")

    assert Delivery.objects.filter(recipient_id=person.pk, state="pending").exists()


@pytest.mark.parametrize("page", ["home:today", "selfcare:plan", "selfcare:diary"])
def test_the_pages_say_it_and_lead_to_the_agreements(signed_in, page):
    note = "You took this agreement back. Agree again to use it."
    assert note not in signed_in.get(reverse(page)).text
    withdraw_consent(actor=signed_in.person, purpose="health")

    text = signed_in.get(reverse(page)).text

    assert note in text
    assert f'href="{reverse("home:agreements")}"' in text
    assert "Save entry" not in text and "Add a cup" not in text and "Pain right now" not in text


@pytest.mark.parametrize(
    ("page", "data"),
    [
        ("diary", {"worst": "3"}),
        ("pain_log", {"now": "3"}),
        ("water_log", {"ml": "250"}),
        ("aim", {"cups": "6"}),
        ("hard_day", {}),
        ("resume_plan", {}),
    ],
)
def test_a_form_that_was_still_open_is_refused_with_a_sentence(signed_in, page, data):
    withdraw_consent(actor=signed_in.person, purpose="health")

    answer = signed_in.post(reverse(f"selfcare:{page}"), data, follow=True)

    assert answer.status_code == 200
    assert "You took back your agreement to keep health information." in answer.text
    assert not (DiaryEntry.objects.exists() or WaterLog.objects.exists() or Aim.objects.exists())
