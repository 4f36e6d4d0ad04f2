"""Which staff role may see, add, change and delete what in the admin. A new model without a row fails."""

from pathlib import Path

import pytest
from django.contrib import admin
from django.test import RequestFactory
from django.urls import reverse

from portal.accounts import roles
from tests.factories.accounts import make_user

TABLE = Path(__file__).with_name("staff_rows.txt")
ORDER = [roles.EDITORS, roles.CLINICAL_REVIEWERS, roles.MODERATORS, roles.SAFEGUARDING_LEADS, roles.ADMINISTRATORS]


def rows() -> dict[str, list[str]]:
    lines = [line.split() for line in TABLE.read_text().splitlines() if line.strip() and not line.startswith("#")]
    return {name: cells for name, *cells in lines}


def may(role: str, model: type) -> str:
    """The letters of what a role may do: v(iew), a(dd), c(hange), d(elete); a dash for nothing."""
    request = RequestFactory().get("/admin/")
    request.user = make_user(role)
    site = admin.site._registry[model]
    letters = {
        "v": site.has_view_permission(request),
        "a": site.has_add_permission(request),
        "c": site.has_change_permission(request),
        "d": site.has_delete_permission(request),
    }
    return "".join(letter for letter, allowed in letters.items() if allowed) or "-"


def models() -> dict[str, type]:
    return {model._meta.label: model for model in admin.site._registry}


def test_every_model_of_the_staff_desk_has_a_row():
    assert sorted(rows()) == sorted(models())


@pytest.mark.django_db
@pytest.mark.parametrize("name", sorted(rows()))
def test_each_role_may_do_what_the_table_says(name):
    assert [may(role, models()[name]) for role in ORDER] == rows()[name]


@pytest.mark.django_db
@pytest.mark.parametrize("name", sorted(rows()))
def test_a_patient_and_a_visitor_open_nothing(client, name):
    meta = models()[name]._meta
    path = reverse(f"admin:{meta.app_label}_{meta.model_name}_changelist")
    assert client.get(path).status_code == 302
    client.force_login(make_user())
    assert client.get(path).status_code == 302


def test_no_diary_and_no_plan_of_a_person_is_on_the_desk():
    assert not {"selfcare.DiaryEntry", "selfcare.Activity", "selfcare.Occurrence", "selfcare.Plan"} & set(models())
