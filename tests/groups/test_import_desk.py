"""Bringing threads in at the staff desk, and by command."""

import json
from io import StringIO

import pytest
from django.contrib import admin
from django.core.files.uploadedfile import SimpleUploadedFile
from django.core.management import call_command
from django.core.management.base import CommandError
from django.test import RequestFactory
from django.urls import reverse
from django.utils import timezone

from groups.models import Thread, ThreadImport
from groups.operations.imports import ask_import, work_on_imports
from portal.accounts import roles
from tests.factories.accounts import make_user
from tests.factories.groups import make_group, make_member

pytestmark = pytest.mark.django_db
POSTS = [{"id": 1, "author": "mary", "created": "2019-05-01T08:00:00Z", "body": "Words that could leak :heart:"}]
GOOD = json.dumps({"threads": [{"id": 1, "title": "A title", "posts": POSTS}]}).encode()


@pytest.fixture
def group():
    found = make_group("hidden", name="A name that could leak")
    make_member(found, role="moderator")
    return found


@pytest.fixture
def boss(client, settings):
    settings.DEMO = True
    client.force_login(make_user(roles.ADMINISTRATORS))
    return client


def send(client, group, raw, **more):
    given = {"group": group.pk, "source": "old-forum", "markup": "discourse", "zone": "UTC"} | more
    return client.post(
        reverse("admin:groups_threadimport_add"), {**given, "file": SimpleUploadedFile("t.json", raw)}, follow=True
    )


def test_a_file_is_checked_shown_and_brought_in_only_when_somebody_says_so(boss, group):
    page = send(boss, group, GOOD).content.decode()
    row = ThreadImport.objects.get()
    assert "data-at-work" in page and '<meta http-equiv="refresh"' in page

    work_on_imports()
    address = reverse("admin:groups_threadimport_change", args=[row.pk])
    page = boss.get(address).content.decode()
    assert "Bring them in" in page and "emoji" in page and "Words that could leak" not in page
    assert "data-at-work" not in page and Thread.objects.count() == 0

    start = reverse("admin:groups_threadimport_start", args=[row.pk])
    assert boss.get(start).status_code == 403
    assert "<progress" in boss.post(start, follow=True).content.decode()
    work_on_imports()
    now = boss.get(reverse("admin:groups_threadimport_now", args=[row.pk])).content.decode()
    assert "What came in" in now and "<html" not in now
    assert Thread.objects.get().group == group


def test_what_is_wrong_stands_beside_its_field_and_what_was_chosen_stays(boss, group):
    page = send(boss, group, GOOD, zone="Mars").content.decode()
    assert "We do not know this time zone." in page and 'value="old-forum"' in page
    page = send(boss, make_group(), GOOD).content.decode()
    assert "Name a moderator first." in page
    assert ThreadImport.objects.count() == 0


def test_a_broken_file_says_its_line_on_the_page(boss, group):
    send(boss, group, GOOD[:40])
    work_on_imports()
    row = ThreadImport.objects.get()

    page = boss.get(reverse("admin:groups_threadimport_change", args=[row.pk])).content.decode()
    assert "Line 1: The file breaks off here." in page and "Bring them in" not in page


def test_another_role_neither_sees_nor_starts_an_import(client, settings, group):
    settings.DEMO = True
    row = ask_import(actor=None, group=group, source="x", raw=GOOD, markup="small")
    work_on_imports()
    client.force_login(make_user(roles.MODERATORS))

    assert client.post(reverse("admin:groups_threadimport_start", args=[row.pk])).status_code == 403
    assert client.get(reverse("admin:groups_threadimport_now", args=[row.pk])).status_code == 403
    assert client.get(reverse("admin:groups_threadimport_change", args=[row.pk])).status_code == 403
    row.refresh_from_db()
    assert row.state == "checked"


@pytest.mark.parametrize("count", [1, 3])
def test_the_list_of_imports_costs_the_same_at_any_length(group, count, django_assert_num_queries):
    for number in range(count):
        ThreadImport.objects.create(
            group=group, by=make_user(), source=f"s{number}", markup="small", digest=str(number), size=1,
            made_at=timezone.now(),
        )  # fmt: skip
    request = RequestFactory().get(reverse("admin:groups_threadimport_changelist"))
    request.user = make_user(roles.ADMINISTRATORS)
    room = admin.site._registry[ThreadImport]
    assert request.user.staff_roles.administers
    with django_assert_num_queries(3):  # the estimate, its check against the keys, the page
        rows = list(room.get_changelist_instance(request).result_list)
        assert all(str(row.by) and str(row.group) for row in rows)

    assert len(rows) == count


def command(path, group, *more):
    out, err = StringIO(), StringIO()
    try:
        call_command("import_threads", str(path), "--group", group.slug, *more, stdout=out, stderr=err)
        code = 0
    except SystemExit as end:
        code = end.code
    return code, out.getvalue(), err.getvalue()


def test_the_command_checks_then_brings_in_and_a_second_run_finds_nothing_new(tmp_path, group):
    path = tmp_path / "t.json"
    path.write_bytes(GOOD)
    code, out, _err = command(path, group, "--dry-run")
    assert (code, "Nothing was stored" in out, Thread.objects.count()) == (0, True, 0)

    assert command(path, group)[0] == 0
    told = json.loads(command(path, group, "--json")[1])
    assert (told["threads_new"], told["posts_new"], told["posts_known"], told["state"]) == (0, 0, 1, "done")


def test_the_command_says_what_is_wrong_by_line_and_ends_with_one(tmp_path, group):
    path = tmp_path / "t.csv"
    path.write_text("thread_id,title,post_id,author,created_at,body\n1,T,1,m,2021-01-01T10:00Z,x\n1,T,2,m,soon,y\n")
    code, _out, err = command(path, group)

    assert (code, err.strip()) == (1, "line 3: The time is not written like 2021-03-04T10:00:00+01:00.")
    assert Thread.objects.get().posts_count == 1
    with pytest.raises(CommandError):
        command(tmp_path / "none", group)
