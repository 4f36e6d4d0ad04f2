"""Help lines in the admin: saved there, read everywhere."""

import pytest
from django.urls import reverse

from portal.accounts import roles
from portal.safety.models import HelpLine
from portal.safety.published import NAME
from portal.safety.reads import help_lines
from tests.factories.accounts import make_user
from tests.factories.safety import make_help_line


@pytest.fixture
def desk(client, settings, tmp_path, db):
    settings.DEMO, settings.STATE_DIR = True, str(tmp_path)
    client.file = tmp_path / NAME
    return client


def typed(line, **fields):
    name = line.names.get()
    return {
        "country": "GB", "purpose": "emergency", "number": "999", "url": "", "position": "10",
        "source": "https://example.org/", "checked_on": "", "note": "", "names-TOTAL_FORMS": "1",
        "names-INITIAL_FORMS": "1", "names-0-id": str(name.pk), "names-0-line": str(line.pk),
        "names-0-language": "en", "names-0-name": "Ambulance", "names-0-summary": "", "names-0-hours": "", **fields,
    }  # fmt: skip


@pytest.mark.parametrize("role", [roles.EDITORS, roles.SAFEGUARDING_LEADS, roles.ADMINISTRATORS])
def test_what_staff_save_is_what_readers_get(desk, role, django_capture_on_commit_callbacks):
    line = make_help_line()
    desk.force_login(make_user(role))

    with django_capture_on_commit_callbacks(execute=True):
        answer = desk.post(
            reverse("admin:safety_helpline_change", args=[line.pk]), typed(line, checked_on="2026-11-20")
        )

    assert answer.status_code == 302
    assert help_lines("GB").emergency[0].checked_on == "2026-11-20"
    assert help_lines("GB").emergency[0].name == "Ambulance"


def test_letters_are_not_a_number(desk):
    line = make_help_line()
    desk.force_login(make_user(roles.EDITORS))

    answer = desk.post(reverse("admin:safety_helpline_change", args=[line.pk]), typed(line, number="ring me"))

    assert "digits and spaces" in answer.content.decode()
    assert not desk.file.exists()


def test_a_line_that_is_taken_away_is_gone_for_readers(desk, django_capture_on_commit_callbacks):
    make_help_line(number="999")
    second = make_help_line(number="112", position=5)
    desk.force_login(make_user(roles.SAFEGUARDING_LEADS))

    with django_capture_on_commit_callbacks(execute=True):
        desk.post(reverse("admin:safety_helpline_delete", args=[second.pk]), {"post": "yes"})

    assert [line.number for line in help_lines("GB").emergency] == ["999"]
    assert HelpLine.objects.count() == 1


def test_moderators_read_and_others_see_nothing(desk):
    line = make_help_line()
    page = reverse("admin:safety_helpline_change", args=[line.pk])

    desk.force_login(make_user(roles.MODERATORS))
    assert desk.get(page).status_code == 200
    assert desk.post(page, typed(line)).status_code == 403
    desk.force_login(make_user())
    assert desk.get(page).status_code == 302
