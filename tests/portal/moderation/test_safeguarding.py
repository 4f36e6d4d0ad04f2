"""Safeguarding files: for leads alone, apart from moderation, every reading written down, reviewed in three months."""

from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.db import connection
from django.urls import reverse
from django.utils import timezone

from portal.accounts import roles
from portal.core.personal_data import holders
from portal.moderation.models import AuditEntry, Case, SafeguardingEntry, SafeguardingFile
from portal.moderation.operations import (
    add_entry,
    close_file,
    keep_file,
    open_file,
    remind_of_files,
    report,
    set_contact,
)
from portal.notifications.engine.plan import expand_events
from portal.notifications.models import Delivery
from tests.factories.accounts import make_user
from tests.factories.groups import make_group, make_member, make_post, make_thread
from tests.groups.normaliser import normal

pytestmark = pytest.mark.django_db
WORDS = "zqxwvk says goodbye to everybody"


@pytest.fixture
def person():
    return make_user(display_name="Quiet heron")


@pytest.fixture
def case(person):
    """About what somebody wrote in a private group, with a moderator of that group."""
    group = make_group("private")
    make_member(group, person)
    moderator = make_member(group, role="moderator").user
    post = make_post(make_thread(group), person)
    made = report(
        actor=make_member(group).user, reportable_key="groups.post", public_id=post.public_id, reason="worried"
    ).case
    made.moderator = moderator
    return made


@pytest.fixture
def lead():
    return make_user(roles.SAFEGUARDING_LEADS)


@pytest.fixture
def file(case):
    return open_file(actor=case.moderator, case=case, words=WORDS)


def test_a_moderator_hands_it_on_and_cannot_read_it_any_more(client, case, lead):
    client.force_login(case.moderator)
    answer = client.post(reverse("moderation:hand_on", args=[case.pk]), {"words": WORDS})
    assert answer.status_code == 302

    file = SafeguardingFile.objects.get(case=case)
    assert client.get(file.get_absolute_url()).status_code == 404
    client.force_login(lead)
    assert WORDS in client.get(file.get_absolute_url()).content.decode()


def test_nobody_but_the_role_itself_opens_a_file(client, file, person):
    there = file.get_absolute_url()
    nowhere = reverse("moderation:file", args=["0" * 8 + "-0000-4000-8000-" + "0" * 12])
    others = [make_user(*(set(roles.ALL) - {roles.SAFEGUARDING_LEADS})), make_user(), file.case.reports.get().reporter]
    boss = make_user(roles.ADMINISTRATORS)
    type(boss).objects.filter(pk=boss.pk).update(is_superuser=True)
    for other in (*others, boss):
        client.force_login(other)
        assert normal(client.get(there), there) == normal(client.get(nowhere), nowhere)
        assert client.get(there).status_code == 404
        assert client.get(reverse("moderation:file_list")).status_code == 403
    assert not AuditEntry.objects.filter(act="file.read").exists()


def test_a_lead_never_opens_the_file_about_themselves(client, lead):
    group = make_group("private")
    make_member(group, lead)
    moderator = make_member(group, role="moderator").user
    post = make_post(make_thread(group), lead)
    told = report(
        actor=make_member(group).user, reportable_key="groups.post", public_id=post.public_id, reason="worried"
    )
    file = open_file(actor=moderator, case=told.case, words=WORDS)
    client.force_login(lead)
    assert client.get(file.get_absolute_url()).status_code == 404
    assert WORDS not in client.get(reverse("moderation:file_list")).content.decode()
    expand_events()
    assert not Delivery.objects.filter(kind="moderation.file_opened", recipient=lead).exists()


def test_every_reading_is_written_down_each_time(client, file, lead):
    client.force_login(lead)
    for _look in range(3):
        client.get(file.get_absolute_url())
    read = AuditEntry.objects.filter(subject=f"file:{file.pk}", act="file.read", actor=lead)
    assert read.count() == 3
    page = client.get(file.get_absolute_url()).content.decode()
    assert lead.display_name in page and "Opened it" in page and "file.read" not in page


def test_the_words_lie_sealed_with_the_safety_key(file, lead):
    set_contact(actor=lead, file=file, contact="Sister, zqxwvk 555")
    with connection.cursor() as cursor:
        for table in ("moderation_safeguardingfile", "moderation_safeguardingentry", "moderation_auditentry"):
            cursor.execute(f"SELECT count(*) FROM {table} t WHERE t::text ILIKE '%zqxwvk%'")
            assert cursor.fetchone()[0] == 0
    assert SafeguardingEntry.objects.get().words == WORDS
    file.refresh_from_db()
    assert file.contact.endswith("555")


def test_steps_are_ticked_by_what_is_written_down(client, file, lead):
    client.force_login(lead)
    client.post(file.get_absolute_url(), {"step": "lines", "words": "Gave her the number"})
    page = client.get(file.get_absolute_url()).context["page"]
    assert [step.key for step in page.steps if step.done] == ["lines"]
    assert page.entries[-1].words == "Gave her the number"


def test_what_was_typed_stays_when_something_is_to_mend(client, file, lead):
    client.force_login(lead)
    page = client.post(file.get_absolute_url(), {"step": "lines", "words": " "}).content.decode()
    assert "Write down what you know, or what you did." in page
    page = client.post(file.get_absolute_url(), {"step": "no-such", "words": "Kept words"}).content.decode()
    assert "Kept words</textarea>" in page
    assert SafeguardingEntry.objects.count() == 1


def test_the_leads_are_told_without_a_word_of_it(file, lead):
    expand_events()
    told = Delivery.objects.filter(kind="moderation.file_opened", recipient=lead)
    assert {one.channel for one in told} == {"email", "in_app"}
    from portal.core.kinds import kinds

    message = kinds.get("moderation.file_opened").render(told[0])
    assert "zqxwvk" not in str(message) and "heron" not in str(message)


def test_after_three_months_the_leads_are_asked_once_and_keep_or_close_it(client, file, lead):
    assert timedelta(days=89) < file.review_on - timezone.localdate() < timedelta(days=93)
    SafeguardingFile.objects.update(review_on=timezone.localdate())
    assert [remind_of_files(), remind_of_files()] == [1, 0]
    client.force_login(lead)
    assert "Three months are over" in client.get(file.get_absolute_url()).content.decode()

    client.post(reverse("moderation:review_file", args=[file.pk]), {"still-words": "She still writes at night"})
    file.refresh_from_db()
    assert file.review_on > timezone.localdate() and file.reminded_at is None

    client.post(reverse("moderation:review_file", args=[file.pk]), {"close": "1"})
    file.refresh_from_db()
    assert file.closed_at is not None and file.contact is None
    assert not SafeguardingEntry.objects.exists()
    assert AuditEntry.objects.filter(subject=f"file:{file.pk}", act="file.close").count() == 1


def test_what_only_leads_may_do_is_refused_to_others(file, case):
    for act, given in (
        (add_entry, {"words": "x"}),
        (set_contact, {"contact": "x"}),
        (keep_file, {"words": "x"}),
        (close_file, {}),
    ):
        with pytest.raises(PermissionDenied):
            act(actor=case.moderator, file=file, **given)
    with pytest.raises(PermissionDenied):
        open_file(actor=make_user(roles.MODERATORS), case=case, words="x")


def test_handing_on_again_adds_to_the_same_file(file, case):
    assert open_file(actor=case.moderator, case=case, words="More").pk == file.pk
    assert SafeguardingEntry.objects.count() == 2


def test_erasing_the_account_keeps_the_file_without_the_person_and_the_page_says_so(file, person):
    holder = holders.get("moderation")
    holder.erase(person, False)
    file.refresh_from_db()
    assert file.person is None
    assert SafeguardingEntry.objects.get().words == WORDS
    assert any("Safeguarding leads keep a file" in str(sentence) for sentence in holder.retained)


@pytest.mark.parametrize("count", [1, 3])
def test_the_list_costs_the_same(client, lead, count, django_assert_num_queries):
    for _ in range(count):
        group = make_group("private")
        moderator = make_member(group, role="moderator").user
        post = make_post(make_thread(group))
        told = report(
            actor=make_member(group).user, reportable_key="groups.post", public_id=post.public_id, reason="worried"
        )
        open_file(actor=moderator, case=Case.objects.get(pk=told.case.pk), words=WORDS)
    client.force_login(lead)
    client.get(reverse("moderation:file_list"))
    with django_assert_num_queries(4):  # user, roles, files, unread messages
        assert len(client.get(reverse("moderation:file_list")).context["files"]) == count
