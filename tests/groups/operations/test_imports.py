"""Threads of another forum come in once, quietly, under invented names, and what may harm waits for a person."""

import json
from datetime import UTC, datetime, timedelta

import pytest
from django.utils import timezone

from groups.models import (
    ImportedPost,
    Post,
    PostText,
    Quote,
    Thread,
    ThreadImport,
    ThreadImportPart,
    ThreadVoice,
)
from groups.operations import imports
from groups.operations.imports import ask_import, drop_import, start_import, work_on_imports
from groups.operations.moderation import release_post
from groups.reads.directory import my_groups
from groups.reads.news import new_in_my_groups
from portal.accounts import roles
from portal.core.errors import RuleViolation
from portal.moderation.models import Case
from portal.notifications.models import Event
from tests.factories.accounts import make_user
from tests.factories.groups import make_group, make_member, make_post

pytestmark = pytest.mark.django_db
LONG_AGO = datetime(2019, 5, 1, 8, tzinfo=UTC)


@pytest.fixture
def group():
    found = make_group("open")
    make_member(found, role="moderator")
    return found


@pytest.fixture
def boss():
    return make_user(roles.ADMINISTRATORS)


def said(number, body="Hello", author="mary", days=0, **more):
    at = more.pop("at", LONG_AGO + timedelta(days=days, minutes=number))
    return {"id": f"p{number}", "number": number, "author": author, "created": at.isoformat(), "body": body, **more}


def file_of(*posts, title="A title", key="t1", **more):
    return json.dumps({"threads": [{"id": key, "title": title, "posts": list(posts), **more}]}).encode()


def bring(actor, group, raw, **more):
    row = ask_import(actor=actor, group=group, source="old-forum", raw=raw, markup="discourse", **more)
    work_on_imports()
    start_import(actor=actor, row=row)
    work_on_imports()
    row.refresh_from_db()
    return row


def test_the_check_stores_nothing_and_the_run_everything_in_order_with_its_dates(group, boss):
    raw = file_of(
        said(2, '[quote="mary, post:1, topic:t1"]\nHello [b]you[/b]\n[/quote]\nYes, @mary', "Bob", reply_to="p1"),
        said(1, "Hello [b]you[/b]\n\nand all"),
    )
    row = ask_import(actor=boss, group=group, source="old-forum", raw=raw, markup="discourse")
    work_on_imports()
    row.refresh_from_db()
    assert (row.state, row.threads_total, row.posts_total, Thread.objects.count()) == ("checked", 1, 2, 0)

    start_import(actor=boss, row=row)
    work_on_imports()

    row.refresh_from_db()
    assert (row.state, row.threads_new, row.posts_new, row.position) == ("done", 1, 2, 1)
    assert not ThreadImportPart.objects.exists()
    thread = Thread.objects.get()
    assert (thread.title, thread.created_at, thread.last_post_at) == (
        "A title", LONG_AGO + timedelta(minutes=1), LONG_AGO + timedelta(minutes=2)
    )  # fmt: skip
    first, second = Post.objects.filter(thread=thread).order_by("number")
    assert [(one.number, one.created_at) for one in (first, second)] == [
        (1, LONG_AGO + timedelta(minutes=1)), (2, LONG_AGO + timedelta(minutes=2)),
    ]  # fmt: skip
    assert (second.reply_to, thread.starter, first.text.body) == (first, first.voice, "Hello **you**\n\nand all")
    quote = Quote.objects.get()
    assert first.text.body[quote.start : quote.end] == "Hello **you**" and quote.quoted == first
    assert second.text.body == f"Yes, @{first.voice.shown_name}"


def test_a_second_run_adds_only_what_is_new_and_the_same_people_speak(group, boss):
    bring(boss, group, file_of(said(1), said(2, "Two", "bob")))
    names = dict(Post.objects.values_list("number", "voice__shown_name"))
    again = bring(boss, group, file_of(said(1), said(2, "Two", "bob"), said(3, "Three", "MARY", reply_to="p2")))

    assert (again.threads_new, again.posts_new, again.posts_known) == (0, 1, 2)
    third = Post.objects.get(number=3)
    assert (third.voice.shown_name, third.reply_to.number) == (names[1], 2)
    assert (Post.objects.count(), ThreadVoice.objects.count(), ImportedPost.objects.count()) == (3, 2, 3)
    assert bring(boss, group, file_of(said(1), said(2, "changed", "bob"))).posts_new == 0
    assert Thread.objects.get().posts_count == 3


def test_writers_get_an_invented_name_and_never_an_account(group, boss):
    member = make_member(group, make_user(display_name="Mary Heron", email="mary@there.example")).user
    bring(boss, group, file_of(said(1, "Hello", "Mary Heron"), said(2, "Hi", "mary@there.example")))

    voices = ThreadVoice.objects.all()
    assert {voice.user for voice in voices} == {None}
    assert {voice.badge for voice in voices} == {"imported"}
    assert not {voice.shown_name for voice in voices} & {member.display_name, "mary@there.example"}
    assert len({voice.shown_name for voice in voices}) == 2


def test_nobody_is_told_and_nothing_becomes_unread(group, boss):
    reader = make_member(group, follow="all", joined_at=LONG_AGO, all_read_before=LONG_AGO).user
    bring(boss, group, file_of(said(1, days=400), said(2, days=401)))

    assert not Event.objects.exists()
    assert new_in_my_groups(reader) == [] and my_groups(reader)[0].news == ""
    thread = Thread.objects.get()
    assert thread.mentors_asked_at is not None
    make_post(thread, body="An answer of today")
    assert [one.news for one in new_in_my_groups(reader)] == ["1"]


@pytest.mark.parametrize(
    ("body", "held", "why"),
    [
        ("Call me on 07700 900123 any time", True, "import.hold"),
        ("I want to kill myself tonight, I have the pills here", False, "import.review"),
        ("Tea helps me sleep.", False, None),
    ],
)
def test_what_was_said_years_ago_is_reviewed_without_a_clock_that_calls(group, boss, body, held, why):
    row = bring(boss, group, file_of(said(1), said(2, body)))

    assert (Post.objects.get(number=2).held_at is not None) == held
    assert (row.posts_held, row.posts_seen_to) == (int(held), int(bool(why)))
    assert [(case.head["rules"], case.band, case.due_at > timezone.now() + timedelta(days=80))
            for case in Case.objects.all()] == ([([why], 3, True)] if why else [])  # fmt: skip
    assert not Event.objects.exists()


def test_danger_of_the_last_days_opens_a_case_with_its_own_clock(group, boss):
    body = "I want to kill myself tonight, I have the pills here"
    bring(boss, group, file_of(said(1, body, at=timezone.now() - timedelta(hours=3))))

    case = Case.objects.get()
    assert (case.band, case.due_at < timezone.now() + timedelta(hours=1)) == (0, True)
    assert [event.kind for event in Event.objects.all()] == ["moderation.case"]


def test_a_released_post_of_an_import_is_news_for_nobody(group, boss):
    bring(boss, group, file_of(said(1, "Call me on 07700 900123 any time")))
    post = Post.objects.get()
    moderator = group.memberships.get(role="moderator").user

    assert release_post(actor=moderator, post=post)
    assert Thread.objects.get().held_at is None
    assert not Event.objects.exists()


def test_a_long_post_becomes_several_and_keeps_every_word(group, boss):
    words = " ".join(f"word{number}" for number in range(3000))
    bring(boss, group, file_of(said(1, words), said(2, "After", reply_to="p1")))

    bodies = list(PostText.objects.filter(post__number__lt=9).order_by("post__number").values_list("body", flat=True))
    assert " ".join(bodies[:-1]) == words and bodies[-1] == "After"
    assert Post.objects.get(text__body="After").reply_to.number == 1


def test_a_worker_that_dies_is_followed_by_one_that_goes_on_and_duplicates_nothing(group, boss):
    threads = [json.loads(file_of(said(1), key=f"t{number}"))["threads"][0] for number in range(5)]
    raw = json.dumps({"threads": threads}).encode()
    row = ask_import(actor=boss, group=group, source="old-forum", raw=raw, markup="discourse")
    work_on_imports()
    start_import(actor=boss, row=row)

    def die_at_three(now):
        if now.position == 3:
            raise MemoryError

    imports.work_on(imports.take_import(), until=float("inf"), told=die_at_three)
    row.refresh_from_db()
    assert (row.state, row.position, row.token) == ("to_run", 3, None)
    work_on_imports()

    row.refresh_from_db()
    assert (row.state, row.position, row.threads_new, row.posts_new) == ("done", 5, 5, 5)
    assert Thread.objects.count() == 5


def test_a_file_that_cannot_be_read_says_where_and_is_not_kept(group, boss):
    row = ask_import(actor=boss, group=group, source="x", raw=b'{"threads": [\n\n{"id"', markup="small")
    work_on_imports()

    row.refresh_from_db()
    assert (row.state, row.refusal.startswith("Line 3: The file breaks off here.")) == ("refused", True)
    assert not ThreadImportPart.objects.exists()
    assert not start_import(actor=boss, row=row)


def test_who_is_no_administrator_brings_nothing_in_and_a_group_without_moderators_takes_nothing(group, boss):
    from django.core.exceptions import PermissionDenied

    moderator = group.memberships.get().user
    with pytest.raises(PermissionDenied):
        ask_import(actor=moderator, group=group, source="x", raw=b"x", markup="small")
    with pytest.raises(RuleViolation) as refusal:
        ask_import(actor=boss, group=make_group(), source="x", raw=b"x", markup="small")
    assert refusal.value.code == "no_moderator"


def test_a_called_off_import_lets_its_file_go_and_the_same_file_twice_is_one(group, boss):
    raw = file_of(said(1))
    rows = [ask_import(actor=boss, group=group, source="x", raw=raw, markup="small") for _ in range(2)]
    assert rows[0] == rows[1] and ThreadImport.objects.count() == 1

    assert drop_import(actor=boss, row=rows[0])
    assert imports.take_import() is None
    assert not ThreadImportPart.objects.exists()
