"""Moderation in the admin: to audit, never to act, and without a word that anybody wrote."""

import pytest
from django.urls import reverse

from portal.accounts import roles
from portal.moderation.models import AuditEntry, Case
from tests.factories.accounts import make_user
from tests.factories.moderation import make_case

READERS = [roles.SAFEGUARDING_LEADS, roles.ADMINISTRATORS]


@pytest.fixture
def row(house, settings):
    settings.DEMO = True
    leaflet = house.put_up("secret-id", author=make_user(display_name="Canary bird"), text="canary text")
    return make_case(house, leaflet, words="canary words")


def pages(case):
    entry = AuditEntry.objects.first()
    return [
        reverse("admin:moderation_case_changelist"),
        reverse("admin:moderation_case_change", args=[case.pk]),
        reverse("admin:moderation_auditentry_changelist"),
        reverse("admin:moderation_auditentry_change", args=[entry.pk]),
    ]


@pytest.mark.parametrize("role", READERS)
def test_auditors_read_numbers_and_no_words(client, row, role):
    client.force_login(make_user(role))

    for page in pages(row):
        html = client.get(page)
        assert html.status_code == 200
        assert "anary" not in html.content.decode()
        assert "secret-id" not in html.content.decode()


@pytest.mark.parametrize("role", [roles.MODERATORS, roles.EDITORS, roles.CLINICAL_REVIEWERS])
def test_other_staff_do_not(client, row, role):
    client.force_login(make_user(role))

    assert [client.get(page).status_code for page in pages(row)] == [403] * 4


@pytest.mark.parametrize("role", READERS)
def test_nobody_adds_changes_or_deletes(client, row, role):
    client.force_login(make_user(role))
    for model in (Case, AuditEntry):
        name, thing = model._meta.model_name, model.objects.first()
        assert client.get(reverse(f"admin:moderation_{name}_add")).status_code == 403
        assert client.post(reverse(f"admin:moderation_{name}_change", args=[thing.pk]), {}).status_code == 403
        assert client.get(reverse(f"admin:moderation_{name}_delete", args=[thing.pk])).status_code == 403
