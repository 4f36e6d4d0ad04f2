"""Versions of templates: kept, reviewed by somebody else, offered, and never changed under a running plan."""

import json
from datetime import timedelta

import pytest
from allauth.mfa.models import Authenticator
from django.urls import reverse

from portal.core.clock import handrail_now
from portal.core.errors import RuleViolation
from selfcare import operations
from selfcare.models import Activity, Plan, PlanTemplate, PlanTemplateVersion
from selfcare.operations.templates import keep_version, review_version
from tests.factories.accounts import make_user
from tests.factories.selfcare import GATE, make_template

SAFE = {"bones": "no"}


@pytest.fixture
def desk(client, db):
    """A function that signs somebody of this role in, with a second step of sign-in set up."""

    def sign_in(role):
        person = make_user(role)
        Authenticator.objects.create(user=person, type=Authenticator.Type.TOTP, data={})
        client.force_login(person)
        client.person = person
        return client

    return sign_in


@pytest.fixture
def text(db):
    return make_template(how="The old way")


@pytest.fixture
def plan(text):
    return operations.start_plan(actor=make_user(), template=text.template, words=text, answers=SAFE)


def change(text):
    """Version 2: other words, another question, another time."""
    text.how = "The new way"
    text.save()
    template = text.template
    template.gate = [*GATE, {"key": "falls", "safe": "no"}]
    template.activities = [{**template.activities[0], "times": ["11:00"]}]
    template.save()
    return keep_version(template, make_user())


def test_a_change_is_kept_once_and_the_same_words_are_no_version(text):
    assert keep_version(text.template, None) is None
    assert change(text).version == 2
    assert keep_version(text.template, None) is None
    assert list(PlanTemplateVersion.objects.values_list("version", flat=True)) == [2, 1]
    assert PlanTemplateVersion.objects.last().content["texts"]["en"]["how"] == "The old way"


def test_whoever_runs_version_1_keeps_its_times_and_its_words_and_is_offered_version_2(client, text, plan):
    before = list(Activity.objects.filter(plan=plan).values_list("pk", "times", "revision"))
    client.force_login(plan.owner)
    address = reverse("selfcare:running_plan", args=[plan.pk])
    assert "newer version" not in client.get(address).text

    change(text)
    page = client.get(address).text
    assert "The old way" in page and "The new way" not in page
    assert "There is a newer version of this plan" in page
    assert list(Activity.objects.filter(plan=plan).values_list("pk", "times", "revision")) == before
    plan.refresh_from_db()
    assert plan.template_version == 1


def start(client, **said):
    good = {"walk-weekdays": ["0"], "walk-times": ["11:00"], "channels": ["email"], "renew": "1"}
    return client.post(reverse("selfcare:start_plan", args=["walk"]), good | said)


def test_taking_the_newer_version_asks_its_questions_and_ends_the_old_one(client, text, plan):
    change(text)
    client.force_login(plan.owner)
    page = client.get(reverse("selfcare:start_plan", args=["walk"]), {"renew": "1", "again": "1"})
    assert "The new way" in page.text and 'name="renew"' in page.text

    refused = start(client, gate_bones="no")
    assert "Please answer this question" in refused.text
    plan.refresh_from_db()
    assert plan.stopped_at is None, "the old one runs on until the new one has started"

    start(client, gate_bones="no", gate_falls="no")
    plan.refresh_from_db()
    new = Plan.objects.get(owner=plan.owner, stopped_at=None)
    assert (plan.stopped_at is None, new.template_version) == (False, 2)
    assert "newer version" not in client.get(reverse("selfcare:running_plan", args=[new.pk])).text


@pytest.mark.parametrize("way", ["page", "program"])
def test_the_newer_version_keeps_the_days_that_the_person_chose(client, text, plan, way):
    """Every day instead of every third would ask more of a body than it wanted."""
    off = handrail_now().date() + timedelta(days=4)
    mine = Activity.objects.get(plan=plan)
    operations.edit_activity(actor=plan.owner, activity=mine, changes={"every_days": 3, "without": [off]})
    change(text)
    client.force_login(plan.owner)

    if way == "page":
        week = [str(day) for day in range(7)]
        start(client, gate_bones="no", gate_falls="no", **{"walk-weekdays": week})
    else:
        said = {"answers": {"bones": "no", "falls": "no"}}
        client.post(f"/api/v1/plans/{plan.pk}/renew/", json.dumps(said), content_type="application/json")

    new = Activity.objects.get(plan__owner=plan.owner, stopped_at=None)
    assert (new.plan.template_version, new.every_days, new.without) == (2, 3, [off])


def test_an_unsure_answer_holds_the_newer_version_too(client, text, plan):
    change(text)
    client.force_login(plan.owner)
    start(client, gate_bones="no", gate_falls="unsure")

    assert Plan.objects.get(owner=plan.owner, stopped_at=None).is_held


def test_the_staff_desk_keeps_who_wrote_it_and_only_another_clinical_reviewer_reviews_it(desk, text):
    template = text.template
    said = {
        "kind": template.kind, "position": 10, "art": "", "gate": json.dumps(GATE),
        "activities": json.dumps([{**template.activities[0], "times": ["12:00"]}]),
        "texts-TOTAL_FORMS": 0, "texts-INITIAL_FORMS": 0,
    }  # fmt: skip
    writer = desk("Clinical reviewers")
    writer.post(f"/admin/selfcare/plantemplate/{template.pk}/change/", said)
    assert PlanTemplate.objects.get().version == 2
    version = PlanTemplateVersion.objects.first()
    assert version.written_by == writer.person

    def review(client):
        chosen = {"action": "review", "_selected_action": [template.pk]}
        return client.post("/admin/selfcare/plantemplate/", chosen, follow=True).text

    assert "Somebody who did not write this version has to review it." in review(writer)
    assert "Only clinical reviewers review." in review(desk("Editors"))
    version.refresh_from_db()
    assert version.reviewed_at is None
    other = desk("Clinical reviewers")
    assert "Reviewed:" in review(other)
    version.refresh_from_db()
    assert version.reviewed_by == other.person

    page = other.get(reverse("selfcare:start_plan", args=["walk"])).text
    assert f"Written by {version.written_by.display_name}" in page
    assert f"Reviewed by {other.person.display_name}" in page
    assert "not clinically reviewed" not in page


def test_a_page_claims_no_review_before_there_is_one(client, text):
    assert "not clinically reviewed" in client.get(reverse("selfcare:start_plan", args=["walk"])).text
    version = change(text)
    with pytest.raises(RuleViolation):
        review_version(actor=version.written_by, template=text.template)
    assert "not clinically reviewed" in client.get(reverse("selfcare:start_plan", args=["walk"])).text


def test_a_new_version_is_not_covered_by_the_review_of_the_old_one(client, text):
    assert review_version(actor=make_user(), template=text.template)
    assert not review_version(actor=make_user(), template=text.template)
    assert "not clinically reviewed" not in client.get(reverse("selfcare:start_plan", args=["walk"])).text
    change(text)
    assert "not clinically reviewed" in client.get(reverse("selfcare:start_plan", args=["walk"])).text
