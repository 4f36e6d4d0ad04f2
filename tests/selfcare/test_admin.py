"""Templates on the staff desk."""

import json

import pytest
from allauth.mfa.models import Authenticator

from selfcare.models import PlanTemplate
from tests.factories.accounts import make_user
from tests.factories.selfcare import GATE, make_template


@pytest.fixture
def desk(client, db):
    """A function that signs somebody of this role in, with a second step of sign-in set up."""

    def sign_in(role):
        person = make_user(role)
        Authenticator.objects.create(user=person, type=Authenticator.Type.TOTP, data={})
        client.force_login(person)
        return client

    return sign_in


def typed(template, **more):
    return {
        "kind": template.kind, "position": 10, "art": "", "gate": json.dumps(GATE),
        "activities": json.dumps(template.activities), "texts-TOTAL_FORMS": 0, "texts-INITIAL_FORMS": 0,
    } | more  # fmt: skip


@pytest.mark.parametrize(
    ("change", "version"),
    [
        ({}, 1),
        ({"position": 20}, 1),
        ({"gate": "[]"}, 2),
        ({"gate": json.dumps([*GATE, {"key": "b", "safe": "no"}])}, 2),
    ],
)
def test_only_a_change_of_questions_or_activities_is_a_new_version(desk, change, version):
    template = make_template().template
    answer = desk("Editors").post(f"/admin/selfcare/plantemplate/{template.pk}/change/", typed(template, **change))

    assert answer.status_code == 302
    assert PlanTemplate.objects.get().version == version


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"gate": json.dumps([{"key": "a", "safe": "unsure"}])}, "the safe answer is no or yes"),
        ({"gate": json.dumps([{"key": "a", "safe": "no"}] * 2)}, "the same key"),
        ({"gate": json.dumps([{"safe": "no"}])}, "needs a key"),
        ({"gate": json.dumps({"a": 1})}, "a list of questions"),
        ({"gate": json.dumps([{"key": "a", "safe": "no", "danger": "very"}])}, "danger is"),
        ({"gate": json.dumps([{"key": "a", "safe": "no", "x": 1}])}, "nobody knows"),
        ({"activities": "[]"}, "Write something here"),
        ({"activities": json.dumps([{"key": "a", "kind": "exercise", "times": ["9 am"]}])}, "written such as 09:00"),
        ({"activities": json.dumps([{"key": "a", "kind": "magic", "times": ["09:00"]}])}, "kind is not known"),
        ({"activities": json.dumps([{"key": "a", "kind": "diet", "times": ["09:00"], "weekdays": [7]}])}, "weekdays"),
        ({"activities": json.dumps([{"key": "a", "kind": "diet", "every_minutes": 1, "window": ["08:00"]}])}, "window"),
        ({"activities": json.dumps([{"key": "a", "kind": "diet", "times": ["09:00"], "x": 1}, 5])}, "needs a key"),
    ],
)
def test_a_structure_that_does_not_fit_is_told_and_not_saved(desk, change, said):
    template = make_template().template
    page = desk("Clinical reviewers").post(
        f"/admin/selfcare/plantemplate/{template.pk}/change/", typed(template, **change)
    )

    assert page.status_code == 200
    assert said in page.text
    assert PlanTemplate.objects.get().version == 1


def test_other_staff_read_or_do_not_get_in(desk):
    template = make_template().template
    address = f"/admin/selfcare/plantemplate/{template.pk}/change/"

    assert desk("Administrators").get(address).status_code == 200
    assert desk("Administrators").post(address, typed(template, gate="[]")).status_code == 403
    assert desk("Moderators").get(address).status_code == 403
