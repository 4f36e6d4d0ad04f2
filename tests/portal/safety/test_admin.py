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


@pytest.fixture
def last_resort(desk):
    desk.force_login(make_user(roles.SAFEGUARDING_LEADS))
    return make_help_line(country="ZZ", number="112")


def test_the_last_emergency_line_for_everywhere_is_not_taken_away(desk, last_resort):
    desk.post(reverse("admin:safety_helpline_delete", args=[last_resort.pk]), {"post": "yes"})
    several = {"action": "delete_selected", "_selected_action": [str(last_resort.pk)], "post": "yes"}
    answer = desk.post(reverse("admin:safety_helpline_changelist"), several)

    assert "The last emergency line of" in answer.content.decode()
    assert HelpLine.objects.count() == 1

    make_help_line(country="ZZ", number="911")
    desk.post(reverse("admin:safety_helpline_delete", args=[last_resort.pk]), {"post": "yes"})
    assert HelpLine.objects.get().number == "911"


def test_nor_is_it_moved_elsewhere(desk, last_resort):
    page = reverse("admin:safety_helpline_change", args=[last_resort.pk])

    answer = desk.post(page, typed(last_resort, country="GB"))

    assert "This is the last emergency line" in answer.content.decode()
    assert desk.post(page, typed(last_resort, country="ZZ", number="113")).status_code == 302
    assert HelpLine.objects.get().number == "113"


def test_a_line_has_a_name_and_leads_somewhere(desk):
    line = make_help_line()
    desk.force_login(make_user(roles.EDITORS))
    page = reverse("admin:safety_helpline_change", args=[line.pk])

    nameless = desk.post(page, typed(line) | {"names-0-DELETE": "on"})
    nowhere = desk.post(page, typed(line, number=""))

    assert "Give the line a name in at least one language." in nameless.content.decode()
    assert "Give a number or, where there is none, a web address." in nowhere.content.decode()
    assert line.names.count() == 1
