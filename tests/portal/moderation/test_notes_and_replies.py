"""Notes hang on a case, a person or a thread and go when their time is over; messages to start from are in the
language of whoever is written to."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from portal.moderation.models import Case, CaseNote, Decision, Reply
from portal.moderation.operations import add_note, claim, decide, report, retire_evidence
from portal.moderation.personal_data import erase
from portal.moderation.reads import case_file
from tests.factories.accounts import make_user
from tests.factories.groups import make_group, make_member, make_post, make_thread


class Scene:
    def __init__(self):
        self.group = make_group("private")
        self.writer, self.reader = (make_member(self.group).user for _one in range(2))
        self.lead = make_member(self.group, role="moderator").user
        self.thread = make_thread(self.group)

    def case(self, thread=None, veiled=False):
        post = make_post(thread or self.thread, self.writer)
        if veiled:
            post.voice.is_alias, post.voice.shown_name = True, "Quiet Fern"
            post.voice.save()
        made = report(actor=self.reader, reportable_key="groups.post", public_id=post.public_id, reason="unkind")
        return Case.objects.select_related("author").get(pk=made.case_id)

    def read(self, case):
        return [note.text for note in case_file(case, self.lead).notes]


@pytest.fixture
def scene(db):
    return Scene()


def test_a_note_on_the_person_stands_beside_their_next_case_in_this_group_only(scene):
    add_note(actor=scene.lead, case=scene.case(), text="We talked on Monday", about="person")
    add_note(actor=scene.lead, case=scene.case(make_thread(scene.group)), text="Only here")
    elsewhere = Scene()
    elsewhere.writer = scene.writer
    make_member(elsewhere.group, scene.writer)

    assert scene.read(scene.case(make_thread(scene.group))) == ["We talked on Monday"]
    assert elsewhere.read(elsewhere.case()) == []


def test_under_another_name_no_note_about_the_person_is_shown_or_made(scene):
    add_note(actor=scene.lead, case=scene.case(), text="We talked on Monday", about="person")
    veiled = scene.case(make_thread(scene.group), veiled=True)
    assert scene.read(veiled) == []

    note = add_note(actor=scene.lead, case=veiled, text="This voice is new", about="person")
    assert (note.about, note.person_id) == ("case", None)
    assert scene.read(scene.case(make_thread(scene.group))) == ["We talked on Monday"]


def test_a_note_on_the_thread_stands_beside_every_case_in_it(scene):
    add_note(actor=scene.lead, case=scene.case(), text="A heated one", about="thread")
    assert scene.read(scene.case()) == ["A heated one"]
    assert scene.read(scene.case(make_thread(scene.group))) == []


@pytest.mark.parametrize(("about", "days"), [("thread", 90), ("person", 180), ("case", 365)])
def test_each_kind_of_note_goes_when_its_time_is_over(scene, about, days):
    case = claim(actor=scene.lead, case=scene.case())
    note = add_note(actor=scene.lead, case=case, text="Gone one day", about=about)
    assert timedelta(days=days - 1) < note.keep_until - timezone.now() <= timedelta(days=days)
    decide(actor=scene.lead, case=case, act="no_action", reason="unkind")

    CaseNote.objects.update(keep_until=timezone.now() - timedelta(seconds=1))
    assert scene.read(case) == []
    retire_evidence()
    assert not CaseNote.objects.exists()


def test_notes_about_somebody_go_with_their_account(scene):
    add_note(actor=scene.lead, case=scene.case(), text="We talked on Monday", about="person")
    erase(scene.writer, keep_words=True)
    assert not CaseNote.objects.exists()


def test_a_saved_message_is_in_the_language_of_the_person_and_for_the_reason_first(scene, client):
    Reply.objects.create(label="Kind words", reason="unkind", language="tr", body="Nazik olalım.")
    Reply.objects.create(label="Selling", reason="selling", language="tr", body="Satış yok.")
    Reply.objects.create(label="Old", reason="unkind", language="tr", body="Eski.", retired_at=timezone.now())
    Reply.objects.create(label="In English", reason="unkind", language="en", body="Be kind.")
    scene.writer.language = "tr"
    scene.writer.save(update_fields=["language"])
    case = claim(actor=scene.lead, case=scene.case())
    labels = [str(one.label) for one in case_file(Case.objects.get(pk=case.pk), scene.lead).saved.values()]

    assert labels[0] == "Kind words" and "Selling" in labels
    assert "Old" not in labels and "In English" not in labels
    client.force_login(scene.lead)
    key = str(Reply.objects.get(label="Kind words").pk)
    typed = {"act": "hide", "reason": "unkind", "version": case.version, "saved": key, "use_saved": "1"}
    answer = client.post(case.get_absolute_url(), {**typed, "message": "Merhaba"})
    assert answer.context["form"].initial["message"] == "Merhaba\n\nNazik olalım."
    assert not Decision.objects.exists()


def test_a_note_says_what_it_is_about_on_the_page(scene, client):
    client.force_login(scene.lead)
    case = scene.case()
    client.post(reverse("moderation:add_note", args=[case.pk]), {"text": "We talked", "about": "person"})
    page = client.get(case.get_absolute_url()).content.decode()
    assert '<span class="tag tag--line">The person, in this part of the site</span>' in page
    wrong = client.post(reverse("moderation:add_note", args=[case.pk]), {"text": "Kept", "about": "nonsense"})
    assert wrong.status_code == 200 and "Kept</textarea>" in wrong.content.decode()
    client.force_login(make_user())
    assert client.post(reverse("moderation:add_note", args=[case.pk]), {"text": "x"}).status_code == 404
