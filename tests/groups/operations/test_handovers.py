"""A group packed for another host: by whom, what is in it, what never is, and that it comes in again as it was."""

import io
import json
import zipfile
from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.utils import timezone

from groups.models import Handover, HandoverPart, Post, Quote, Thread
from groups.operations.handovers import (
    agree_to_handover,
    ask_handover,
    end_handover,
    fetch_handover,
    make_handovers,
    take_handover,
)
from groups.operations.imports import ask_import, start_import, work_on_imports
from portal.accounts import roles
from portal.accounts.models import Consent
from portal.core.errors import RuleViolation
from portal.moderation.models import AuditEntry
from tests.factories.accounts import make_user
from tests.factories.group_pictures import make_picture
from tests.factories.groups import make_group, make_member, make_post, make_thread

pytestmark = pytest.mark.django_db
WHY = "The society moves to another host."


@pytest.fixture
def boss():
    return make_user(roles.ADMINISTRATORS)


def packed(group, boss):
    found = ask_handover(actor=boss, group=group, reason=WHY)
    assert make_handovers() == 1
    found.refresh_from_db()
    return b"".join(fetch_handover(actor=boss, handover=found))


def opened(raw):
    archive = zipfile.ZipFile(io.BytesIO(raw))
    assert archive.testzip() is None
    return archive, json.loads(archive.read("threads.json"))


def test_what_readers_find_is_in_it_and_nothing_else_of_anybody(boss):
    group = make_group("open", name="A group", rules="Be kind.")
    writer = make_member(group, make_user(email="secret@there.example", display_name="Shown name")).user
    first = make_post(make_thread(group, title="Sleeping"), writer, "Words that stand")
    thread = first.thread
    make_picture(first)
    now = timezone.now()
    for field in ("hidden_at", "removed_at", "deleted_at", "held_at"):
        make_post(thread, writer, f"Zqleak {field}", **{field: now})
    make_post(make_thread(group, title="Zqleak thread", hidden_at=now), writer, "Zqleak in a hidden thread")
    gone = make_post(thread, body="Zqleak of somebody who took it back").voice.user
    Consent.objects.filter(user=gone, purpose="health").update(withdrawn_at=now)
    last = make_post(thread, body="The last", reply_to=first)
    Quote.objects.create(post=last, quoted=first, start=0, end=5)

    raw = packed(group, boss)
    archive, told = opened(raw)

    posts = told["threads"][0]["posts"]
    assert [(post["number"], post["body"]) for post in posts] == [(1, "Words that stand"), (7, "The last")]
    assert (posts[0]["author"], posts[1]["reply_to"], posts[1]["quotes"]) == (
        "Shown name", first.public_id, [{"post": first.public_id, "words": "Words"}]
    )  # fmt: skip
    assert told["group"] == {"name": "A group", "summary": group.summary, "description": "", "languages": ["en"],
                             "rules": ["Be kind."]}  # fmt: skip
    assert len(archive.read(posts[0]["picture"]["file"])) > 0
    assert "What was left out" in archive.read("README.md").decode()
    everything = b"".join(archive.read(name) for name in archive.namelist())
    for word in (b"Zqleak", b"secret@", str(writer.pk).encode(), str(writer.email).encode()):
        assert word not in everything


def test_what_was_packed_comes_in_again_as_it_was(boss):
    group = make_group("open")
    for title in ("One", "Two"):
        first = make_post(
            make_thread(group, title=title, notes=["scars"]), body="**Bold** and [a link](https://x.example)"
        )
        second = make_post(first.thread, body="- a\n- list :heart: <b>", reply_to=first, notes=["medication"])
        make_post(first.thread, first.voice.user, "Again, and `code`", reply_to=second)
        Quote.objects.create(post=second, quoted=first, start=2, end=6)
    empty = make_group("private")
    make_member(empty, role="moderator")

    row = ask_import(actor=boss, group=empty, source="here", raw=packed(group, boss), markup="discourse")
    work_on_imports()
    start_import(actor=boss, row=row)
    work_on_imports()

    def shape(of):
        found = []
        for thread in Thread.objects.filter(group=of).order_by("pk"):
            posts = list(
                Post.objects.filter(thread=thread).select_related("text", "reply_to", "voice").order_by("number")
            )
            voices = list(dict.fromkeys(post.voice_id for post in posts))
            found.append((thread.title, thread.notes, [
                (post.number, post.created_at, post.text.body, post.text.html, post.notes, voices.index(post.voice_id),
                 post.reply_to and post.reply_to.number,
                 [(quote.quoted.number, quote.start, quote.end) for quote in post.quotes.all()]) for post in posts
            ]))  # fmt: skip
        return found

    rows = shape(group)
    for post in Post.objects.filter(thread__group=group, quotes__isnull=False):
        html = Post.objects.get(thread__group=empty, thread__title=post.thread.title, number=post.number).text.html
        assert html.startswith("\x02quote:1\x03")
    bare = [(title, notes, [(*post[:3], *post[4:]) for post in posts]) for title, notes, posts in rows]
    assert [(t, n, [(*p[:3], *p[4:]) for p in posts]) for t, n, posts in shape(empty)] == bare
    assert len(bare) == 2


def test_only_moderators_of_a_closed_group_ask_and_a_second_one_agrees(boss):
    group = make_group("hidden")
    one, two = (make_member(group, role="moderator").user for _ in range(2))
    member = make_member(group).user
    make_post(make_thread(group))
    for person in (boss, member, make_user(roles.MODERATORS), make_user(is_superuser=True, is_staff=True)):
        with pytest.raises(PermissionDenied):
            ask_handover(actor=person, group=group, reason=WHY)

    found = ask_handover(actor=one, group=group, reason=WHY)
    assert make_handovers() == 0
    for person in (one, boss, member):
        with pytest.raises(PermissionDenied):
            agree_to_handover(actor=person, handover=found)
    assert agree_to_handover(actor=two, handover=found)
    assert make_handovers() == 1

    found.refresh_from_db()
    for person in (two, boss):
        with pytest.raises(PermissionDenied):
            fetch_handover(actor=person, handover=found)
    assert b"".join(fetch_handover(actor=one, handover=found)).startswith(b"PK")
    acts = list(
        AuditEntry.objects.filter(act__startswith="group.hand_over").order_by("position").values_list("act", "actor")
    )
    assert acts == [("group.hand_over", one.pk), ("group.hand_over_agree", two.pk), ("group.hand_over_fetch", one.pk)]


def test_a_moderator_of_an_open_group_cannot_have_it_packed():
    group = make_group("open")
    with pytest.raises(PermissionDenied):
        ask_handover(actor=make_member(group, role="moderator").user, group=group, reason=WHY)


def test_a_group_that_is_closed_to_others_meanwhile_is_neither_packed_nor_fetched(boss):
    group = make_group("open")
    make_post(make_thread(group))
    ready = ask_handover(actor=boss, group=group, reason=WHY)
    make_handovers()
    make_member(group, boss, role="moderator")
    group.known_to = group.read_by = "members"
    group.join_by, group.members_seen_by = "invitation", "members"
    group.save()

    ready = Handover.objects.select_related("group").get(pk=ready.pk)
    with pytest.raises(RuleViolation):
        fetch_handover(actor=boss, handover=ready)
    Handover.objects.filter(pk=ready.pk).update(state="waiting")
    assert make_handovers() == 0
    assert (Handover.objects.get().state, HandoverPart.objects.count()) == ("over", 0)


def test_a_file_goes_after_three_days_and_when_somebody_says_so(boss):
    group = make_group("open")
    make_post(make_thread(group))
    packed(group, boss)
    Handover.objects.update(ready_at=timezone.now() - timedelta(days=3, minutes=1))
    make_handovers()
    assert (Handover.objects.get().state, HandoverPart.objects.count()) == ("over", 0)

    again = ask_handover(actor=boss, group=group, reason=WHY)
    make_handovers()
    assert HandoverPart.objects.exists()
    assert end_handover(actor=boss, handover=again)
    assert not HandoverPart.objects.exists()


def test_a_worker_that_lost_it_writes_nothing_over_the_next_one(boss):
    group = make_group("open")
    make_post(make_thread(group))
    ask_handover(actor=boss, group=group, reason=WHY)
    assert take_handover() is not None
    Handover.objects.update(lease_until=timezone.now() - timedelta(seconds=1))

    assert make_handovers() == 1
    numbers = list(HandoverPart.objects.values_list("number", flat=True))
    assert (Handover.objects.get().attempts, numbers) == (2, [0])


def test_a_reason_is_needed_and_asking_twice_is_one(boss):
    group = make_group("open")
    with pytest.raises(RuleViolation):
        ask_handover(actor=boss, group=group, reason="why")
    assert ask_handover(actor=boss, group=group, reason=WHY) == ask_handover(actor=boss, group=group, reason=WHY)
