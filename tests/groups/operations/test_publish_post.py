"""Writing a post: numbers, voices, consent, pace, and what the screening asks for."""

from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.db import connections
from django.utils import timezone

from groups.models import Membership, Post, PostText, Quote, ReadMark, Thread, ThreadVoice
from groups.operations.care import LookAgain
from groups.operations.edits import delete_post
from groups.operations.groups import publish_rules
from groups.operations.moderation import hide_post
from groups.operations.posts import publish_post
from groups.operations.threads import lock_thread, start_thread
from groups.reads.quoting import quote_of
from portal.accounts.operations import give_consent, withdraw_consent
from portal.core.errors import RuleViolation
from portal.moderation.models import Case
from portal.notifications.models import Event
from portal.safety.models import ScreenChoice
from tests.factories.accounts import make_user
from tests.factories.groups import make_group, make_member, make_post, make_rules, make_thread

PHONE = "Ring me on 07700 900123 any evening"
CRISIS = "I want to kill myself tonight"


@pytest.fixture
def thread(db):
    return make_post(make_thread(make_group("open"))).thread


def test_a_post_gets_the_next_number_a_voice_and_an_event(thread):
    member = make_member(thread.group)

    post = publish_post(actor=member.user, thread=thread, body="  Hello\r\nyou  ")

    assert (post.number, post.voice.shown_name) == (2, member.user.display_name)
    assert PostText.objects.get(post=post).body == "Hello\nyou"
    assert "<p>Hello<br" in PostText.objects.get(post=post).html
    assert Event.objects.filter(kind="groups.reply", subject=post.public_id).count() == 1
    assert ReadMark.objects.get(user=member.user, thread=thread).last_read_number == 2


def test_one_person_has_one_voice_in_a_thread_and_another_in_the_next(thread):
    member = make_member(thread.group)
    other = make_thread(thread.group)

    voices = [
        publish_post(actor=member.user, thread=one, body=f"Hello {n}").voice
        for n, one in enumerate([thread, thread, other])
    ]

    assert (voices[0].pk, voices[0].public_id == voices[2].public_id) == (voices[1].pk, False)


def test_a_voice_follows_a_new_name_and_role(thread):
    member = make_member(thread.group)
    publish_post(actor=member.user, thread=thread, body="One")
    member.user.rename("Quite new")
    member.user.save()
    Membership.objects.filter(pk=member.pk).update(role="moderator")

    voice = publish_post(actor=member.user, thread=thread, body="Two").voice

    assert (voice.shown_name, voice.badge) == ("Quite new", "moderator")
    assert ThreadVoice.objects.filter(thread=thread, user=member.user).count() == 1


def test_a_name_that_spoke_here_before_gets_a_number_beside_it(thread):
    earlier = make_member(thread.group)
    publish_post(actor=earlier.user, thread=thread, body="One")
    name = earlier.user.display_name
    earlier.user.rename("Somebody else")
    earlier.user.save()
    later = make_member(thread.group, make_user(display_name=name))

    voice = publish_post(actor=later.user, thread=thread, body="Two").voice

    assert voice.shown_name.startswith(f"{name} ") and voice.shown_name != name


@pytest.mark.parametrize(
    "state",
    [
        {"left_at": timezone.now()},
        {"removed_at": timezone.now()},
        {"muted_until": timezone.now() + timedelta(hours=1)},
        {"role": "auditor"},
    ],
)
def test_who_may_not_write_is_refused(thread, state):
    member = make_member(thread.group, **state)

    with pytest.raises(PermissionDenied):
        publish_post(actor=member.user, thread=thread, body="Hello")

    assert Post.objects.filter(thread=thread).count() == 1


def test_strangers_and_staff_do_not_write(thread):
    for person in (make_user(), make_user("Moderators", "Administrators")):
        with pytest.raises(PermissionDenied):
            publish_post(actor=person, thread=thread, body="Hello")


def test_a_locked_thread_takes_words_from_its_moderators_only(thread):
    member, lead = make_member(thread.group), make_member(thread.group, role="moderator")
    stale = Thread.objects.select_related("group").get(pk=thread.pk)
    lock_thread(actor=lead.user, thread=thread)

    with pytest.raises(PermissionDenied):
        publish_post(actor=member.user, thread=stale, body="I did not see the lock")

    assert Thread.objects.get(pk=thread.pk).last_number == 1
    assert publish_post(actor=lead.user, thread=thread, body="One more thing").number == 2


def test_the_same_words_twice_are_one_post(thread):
    member = make_member(thread.group)

    first = publish_post(actor=member.user, thread=thread, body="Hello")

    assert publish_post(actor=member.user, thread=thread, body="Hello").pk == first.pk
    assert publish_post(actor=member.user, thread=thread, body="Hello, more").number == 3


def test_new_rules_ask_before_the_next_post_and_reading_stays_open(thread):
    member = make_member(thread.group)
    publish_rules(actor=None, group=thread.group, text="Be kinder.")

    with pytest.raises(RuleViolation) as refusal:
        publish_post(actor=member.user, thread=thread, body="Hello")

    assert refusal.value.field == "agree"
    assert Thread.objects.visible_to(member.user).filter(pk=thread.pk).exists()
    publish_post(actor=member.user, thread=thread, body="Hello", agreed=True)
    member.refresh_from_db()
    assert member.rules_version_agreed == 1


def test_rules_that_change_nothing_of_weight_do_not_ask(thread):
    member = make_member(thread.group)
    make_rules(thread.group)
    Membership.objects.update(rules_version_agreed=1)
    publish_rules(actor=None, group=thread.group, text="Be kind. (A comma was mended.)", is_material=False)

    assert publish_post(actor=member.user, thread=thread, body="Hello").number == 2


@pytest.mark.parametrize("purpose", ["terms", "health"])
def test_who_took_an_agreement_back_reads_and_does_not_write(thread, purpose):
    member = make_member(thread.group)
    withdraw_consent(actor=member.user, purpose=purpose)

    for write in (
        lambda: publish_post(actor=member.user, thread=thread, body="Hello"),
        lambda: start_thread(actor=member.user, group=thread.group, title="New", body="Hello"),
    ):
        with pytest.raises(RuleViolation) as refusal:
            write()
        assert refusal.value.code == "consent"

    assert Post.objects.count() == 1
    assert Thread.objects.visible_to(member.user).filter(pk=thread.pk).exists()
    give_consent(actor=member.user, purposes=[purpose])
    assert publish_post(actor=member.user, thread=thread, body="Hello").number == 2


def test_thirty_posts_in_ten_minutes_are_enough(thread):
    member = make_member(thread.group)
    for number in range(30):
        publish_post(actor=member.user, thread=thread, body=f"Post {number}")

    with pytest.raises(RuleViolation) as refusal:
        publish_post(actor=member.user, thread=thread, body="One more")

    assert refusal.value.code == "too_many"
    Membership.objects.update(pace_started_at=timezone.now() - timedelta(minutes=11))
    assert publish_post(actor=member.user, thread=thread, body="One more").number == 32


def test_contact_details_are_refused_where_everyone_reads(thread):
    member = make_member(thread.group)

    with pytest.raises(LookAgain) as refusal:
        publish_post(actor=member.user, thread=thread, body=PHONE, confirmed=True)

    assert (refusal.value.code, refusal.value.check.may_post_anyway) == ("contact_details", False)
    assert "07700" not in refusal.value.check.redacted


def test_contact_details_among_members_need_a_second_look(db):
    group = make_group("request")
    thread, member = make_thread(group), make_member(group)

    with pytest.raises(LookAgain) as refusal:
        publish_post(actor=member.user, thread=thread, body=PHONE)
    post = publish_post(actor=member.user, thread=thread, body=PHONE, confirmed=True)

    assert (refusal.value.check.may_post_anyway, post.number) == (True, 1)
    assert ScreenChoice.objects.get().choice == "anyway"


def test_words_of_crisis_are_published_and_a_person_is_called(thread):
    member = make_member(thread.group)

    post = publish_post(actor=member.user, thread=thread, body=CRISIS)

    assert (post.held_at, post.is_urgent) == (None, True)
    assert Case.objects.filter(reportable="groups.post", object_id=post.public_id).count() == 1
    assert Post.objects.visible_to(make_user()).get(pk=post.pk).shown == "shown"


def test_a_quote_points_and_copies_nothing(thread):
    first = Post.objects.get(thread=thread)
    member = make_member(thread.group)

    post = publish_post(actor=member.user, thread=thread, body="I know.", reply_to=first, quote=True)

    assert "Hello there" not in PostText.objects.get(post=post).html
    assert list(Quote.objects.values_list("post_id", "quoted_id", "start", "end")) == [(post.pk, first.pk, 0, 11)]


def test_nobody_can_type_a_placeholder(thread):
    member = make_member(thread.group)

    post = publish_post(actor=member.user, thread=thread, body="Look \x02quote:1\x03 here")

    assert PostText.objects.get(post=post).body == "Look quote:1 here"


def test_answering_reads_what_was_on_the_page_and_no_more(thread):
    member = make_member(thread.group)
    make_post(thread)

    publish_post(actor=member.user, thread=thread, body="Hello", seen_up_to=1)

    assert ReadMark.objects.get(user=member.user).last_read_number == 1


@pytest.mark.parametrize("count", [1, 20])
def test_a_reply_costs_the_same_in_a_long_thread(thread, count, django_assert_num_queries):
    member = make_member(thread.group)
    first = Post.objects.get(thread=thread)
    for _ in range(count):
        make_post(thread, member.user)

    seen = Post.objects.visible_to(member.user).with_words().get(pk=first.pk)
    # membership, locked; agreements; said already?; pace; voice; number; post; quote; words; event; draft;
    # mark: twelve, and two that only a test's outer transaction adds
    with django_assert_num_queries(14):
        publish_post(
            actor=member.user, thread=thread, body="Hello", reply_to=seen, quotes=[quote_of(seen)], form_key="a-form"
        )  # fmt: skip


def test_a_new_thread_has_a_starter_and_its_title_can_be_found(db):
    group = make_group("open")
    member = make_member(group)

    post = start_thread(actor=member.user, group=group, title="  Pillows\nand   wedges ", body="Which?")
    again = start_thread(actor=member.user, group=group, title="Pillows and wedges", body="Which?")

    assert (again.pk, post.number, post.thread.title) == (post.pk, 1, "Pillows and wedges")
    assert Thread.objects.get().starter.user_id == member.user_id
    assert PostText.objects.filter(search="wedge").count() == 1


@pytest.mark.django_db(transaction=True)
def test_numbers_have_no_holes_and_never_shift_while_many_write_at_once():
    group = make_group("open")
    thread = make_post(make_thread(group)).thread
    writers = [make_member(group).user for _ in range(6)]
    lead = make_member(group, role="moderator").user
    seen: dict[str, int] = {}

    def write(writer):
        try:
            for turn in range(5):
                mine = Thread.objects.select_related("group").get(pk=thread.pk)
                post = publish_post(actor=writer, thread=mine, body=f"{writer.display_name} {turn}")
                seen[post.public_id] = post.number
                if turn == 1:
                    delete_post(actor=writer, post=post)
                if turn == 3:
                    hide_post(actor=lead, post=post, reason="A test")
        finally:
            connections.close_all()

    with ThreadPoolExecutor(6) as pool:
        list(pool.map(write, writers))

    rows = Post.objects.filter(thread=thread).order_by("number")
    assert [row.number for row in rows] == list(range(1, 32))
    assert {row.public_id: row.number for row in rows if row.public_id in seen} == seen
    after = Thread.objects.get(pk=thread.pk)
    assert (after.last_number, after.posts_count) == (31, 25)


@pytest.mark.django_db(transaction=True)
def test_twenty_clicks_at_once_make_one_post():
    group = make_group("open")
    thread, writer = make_thread(group), make_member(group).user

    def click(_):
        try:
            mine = Thread.objects.select_related("group").get(pk=thread.pk)
            return publish_post(actor=writer, thread=mine, body="Once").pk
        finally:
            connections.close_all()

    with ThreadPoolExecutor(8) as pool:
        assert len(set(pool.map(click, range(20)))) == 1
