"""A unique word in every place a person can fill, then they are erased, and the whole database is searched for it.

The dump holds every table there is, columns of bytes and indexes' words included. Sealed columns are opened too: what
is sealed would still be kept. Beside the database: sessions, the cache, the log and the files of the site.
"""

import base64
import json
import logging
from pathlib import Path
from typing import Any

import pytest
from django.apps import apps
from django.conf import settings
from django.contrib.sessions.backends.cached_db import SessionStore
from django.contrib.sessions.models import Session
from django.core.cache import cache
from django.db import connection, models
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from articles.operations.questions import add_question
from groups.models import Picture, PictureFile, Poll, PollOption, PostEdit
from groups.operations.drafts import save_draft
from groups.operations.edits import edit_post
from groups.operations.posts import publish_post
from groups.operations.threads import start_thread
from portal.accounts.models import AnsweredRequest, User
from portal.accounts.operations.copies import ask_for_copy
from portal.accounts.operations.leaving import ask_to_leave
from portal.core.crypto import Sealed
from portal.core.personal_data import holders
from portal.home.copies import make_copies
from portal.home.leaving import carry_out_leavings
from portal.moderation.operations import report
from portal.notifications.models import Delivery, Notice
from tests.factories.accounts import make_user
from tests.factories.groups import make_group, make_member, make_request
from tests.factories.selfcare import make_activity, make_entry, make_occurrence, make_plan
from tests.factories.sign_in import PASSWORD, sign_in

pytestmark = pytest.mark.django_db
CANARY = "zqxwvk"  # no language has a stem for it, so that indexes hold it as it is
KEPT = {"moderation.Evidence.payload", "moderation.Case.head"}  # named on the page: copies of what was reported
LAST_MAIL = {"notifications.Delivery.words"}  # named too: the address of the one mail that says that it is done
SHUT = {"moderation.AuditEntry"}  # the database refuses to change it, and it holds codes and digests alone
CODES = {
    "accounts.User": {"password", "language", "time_zone", "country"},
    "moderation.Case": {"number", "reportable", "object_id", "scope"},
    "moderation.Decision": {"act"},
    "moderation.Enquiry": {"reference", "sent_key"},
    "notifications.Delivery": {"kind", "subject_key", "channel", "message_id", "last_code"},
    "notifications.Notice": {"kind", "subject"},
    "usersessions.UserSession": {"session_key"},
}


def dump() -> str:
    """Every row of every table, as PostgreSQL writes it out; bytes both in hex and as they are."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT format('%I.%I', schemaname, tablename) FROM pg_tables"
            " WHERE schemaname NOT IN ('pg_catalog', 'information_schema')"
        )
        tables = [row[0] for row in cursor.fetchall()]
        found = []
        for table in tables:
            with cursor.copy(f"COPY {table} TO STDOUT") as copy:
                found += [f"{table}\t{bytes(row).decode('utf-8', 'replace')}" for row in copy]
    return "\n".join(found).lower()


def places_in_dump() -> set[str]:
    """The tables in which the word stands, spelled out, in hex, or in base64 at any offset."""
    spelled = [CANARY, CANARY.encode().hex()]
    spelled += [
        base64.b64encode(b"x" * lead + CANARY.encode()).decode()[(4 if lead else 0) : -4].lower() for lead in range(3)
    ]
    return {line.split("\t")[0] for line in dump().splitlines() for word in spelled if word in line}


def sealed_fields(model: type[models.Model]) -> list[str]:
    return [name for name, part in vars(model).items() if isinstance(part, Sealed)]


def places_under_seal() -> set[str]:
    found = set()
    for model in apps.get_models():
        for name in sealed_fields(model):
            for row in model._default_manager.all():
                if CANARY in json.dumps(getattr(row, name), ensure_ascii=False).lower():
                    found.add(f"{model._meta.label}.{name}")
    return found


def places_beside() -> set[str]:
    """Sessions as they read, the cache as it lies there, and files."""
    found = set()
    for session in Session.objects.all():
        if CANARY in json.dumps(SessionStore(session.session_key).load(), default=str).lower():
            found.add("session")
    server = cache._cache.get_client()
    for key in server.scan_iter("*"):
        if server.type(key) == b"string" and CANARY.encode() in key + server.get(key):
            found.add("cache")
    for folder in (settings.MEDIA_ROOT, settings.STATE_DIR):
        for path in Path(folder).rglob("*") if folder else ():
            if path.is_file() and CANARY.encode() in path.read_bytes():
                found.add(str(path))
    return found


def fill(person: User) -> set[str]:
    """The word into every free text, and under every seal, of whatever row points at the person."""
    filled = set()
    for label in {label for holder in holders for label in holder.models} - SHUT:
        model = apps.get_model(label)
        points = [one.name for one in model._meta.concrete_fields if one.related_model is User]
        rows = model._default_manager.filter(models.Q(*[(name, person) for name in points], _connector="OR"))
        for row in rows if points else ():
            filled |= _fill_row(row)
    return filled


def _fill_row(row: models.Model) -> set[str]:
    label, changed = row._meta.label, {}
    for one in row._meta.concrete_fields:
        free = isinstance(one, (models.CharField, models.TextField)) and not isinstance(one, models.EmailField)
        if free and not one.choices and not one.unique and one.name not in CODES.get(label, ()):
            changed[one.name] = CANARY
    type(row)._default_manager.filter(pk=row.pk).update(**changed)
    names = sealed_fields(type(row))
    for name in names:
        setattr(row, name, _with_canary(getattr(row, name)))
    if names:
        row.save(update_fields=[type(row).__dict__[name].column for name in names])
    return {f"{label}.{name}" for name in [*changed, *names]}


def _with_canary(value: Any) -> Any:
    return {**value, "more": CANARY} if isinstance(value, dict) else CANARY


@pytest.fixture
def person(client):
    """Somebody who left the word wherever the site has room for one, from the sign-in name to a picture."""
    person = make_user(email=f"{CANARY}@there.example", display_name=f"{CANARY} one", password=PASSWORD)
    sign_in(Client(headers={"user-agent": f"{CANARY} browser"}), person)
    sign_in(client, person)
    in_groups(person)
    at_home(person)
    client.get(reverse("home:search"), {"q": CANARY})
    client.post(reverse("moderation:ask"), {"step": "topic", "topic": "plan", "words": f"A question {CANARY}"})
    client.get(reverse("home:today"))
    ask_for_copy(actor=person)
    make_copies()
    return person


def in_groups(person: User) -> None:
    group = make_group("open")
    make_member(group, person)
    first = start_thread(actor=person, group=group, title=f"A {CANARY}", body=f"First {CANARY}")
    edit_post(actor=person, post=first, body=f"Second {CANARY}")
    other = make_member(group).user
    publish_post(actor=other, thread=first.thread, body="I know", reply_to=first, quote=True)
    poll = Poll.objects.create(thread=first.thread, asked_by=first.voice, question=CANARY)
    PollOption.objects.create(poll=poll, position=1, words=CANARY)
    picture = Picture.objects.create(post=first, alt=CANARY, width=1, height=1)
    PictureFile.objects.create(picture=picture, media_type="image/png", content=CANARY.encode())
    save_draft(actor=person, group=group, words={"title": CANARY, "body": f"Draft {CANARY}"})
    make_request(make_group("request"), person, answer=CANARY)
    report(actor=other, reportable_key="groups.post", public_id=first.public_id, reason="selling", words="")
    theirs = publish_post(actor=other, thread=first.thread, body="Something else that I say")
    report(actor=person, reportable_key="groups.post", public_id=theirs.public_id, reason="selling", words=CANARY)


def at_home(person: User) -> None:
    plan = make_plan(person)
    make_occurrence(make_activity(person, plan=plan, title=CANARY))
    make_entry(person, note=CANARY)
    add_question(actor=person, words=f"Shall I {CANARY}?")
    notice = Notice(id=Notice.key_for(person.pk, "x", "y"), user=person, kind="x", subject="y", delivery_id=plan.pk)
    notice.words = {"title": CANARY, "lines": [], "url": ""}
    notice.save(force_insert=True)
    answered = AnsweredRequest(user=person, key_digest=b"k", request_digest=b"r")
    answered.answer = {"status": 200, "headers": {}, "body": CANARY}
    answered.save(force_insert=True)
    now = timezone.now()
    waiting = Delivery(
        kind="account.security", subject_key="x", channel="email", recipient=person, due_at=now, next_try_at=now,
        not_after=now,
    )  # fmt: skip
    waiting.words = {"address": person.email, "message": CANARY}
    waiting.save(force_insert=True)


@pytest.mark.parametrize("keep_words", [False, True])
def test_after_erasing_the_word_is_nowhere_but_where_the_page_says(person, keep_words, caplog):
    caplog.set_level(logging.DEBUG)
    filled = fill(person)
    assert {"groups.ThreadVoice.shown_name", "groups.Draft.words", "selfcare.DiaryEntry.payload"} <= filled
    before = places_in_dump()
    for table in ("accounts_user", "groups_posttext", "groups_postedit", "groups_thread", "groups_polloption"):
        assert f"public.{table}" in before
    assert {"groups.Draft.words", "moderation.Report.words", "selfcare.Activity.title"} <= places_under_seal()

    ask_to_leave(actor=person, keep_words=keep_words)
    person.leaving.__class__.objects.update(due_at=timezone.now())
    assert carry_out_leavings() == 1

    said = {f"public.groups_{table}" for table in ("posttext", "thread", "poll", "polloption")} if keep_words else set()
    assert places_in_dump() - said == set()
    assert places_under_seal() <= KEPT | LAST_MAIL
    assert places_beside() == set()
    assert CANARY not in caplog.text
    assert not (PostEdit.objects.exists() or PictureFile.objects.exists())


def test_the_search_finds_the_word_where_it_is_left(person):
    """The machine above would see a leak: before anything is erased it finds the word in every kind of place."""
    fill(person)
    assert len(places_in_dump()) > 8
    assert len(places_under_seal()) > 8
    cache.set("left", CANARY)
    assert "cache" in places_beside()
