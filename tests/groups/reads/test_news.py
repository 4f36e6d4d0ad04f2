"""What is new for one person."""

from datetime import timedelta

import pytest
from django.contrib.auth.models import AnonymousUser
from django.utils import timezone

from groups.models import Membership, ReadMark, Thread
from groups.operations.posts import publish_post
from groups.operations.reading import mark_group_read, mark_read
from groups.reads import capped, new_in_my_groups
from groups.reads.directory import my_groups
from tests.factories.accounts import make_block, make_user
from tests.factories.groups import make_group, make_member, make_post, make_thread

pytestmark = pytest.mark.django_db


def test_a_badge_is_exact_to_twenty():
    assert [capped(number) for number in (None, 0, -2, 1, 20, 21)] == ["", "", "", "1", "20", "20+"]


@pytest.mark.parametrize("count", [1, 3])
def test_new_talk_of_ones_own_groups_costs_one_query(count, django_assert_num_queries):
    member = make_member(make_group("hidden"))
    for _ in range(count):
        make_post(make_thread(member.group))
        make_post(make_thread(make_group("open")))

    with django_assert_num_queries(1):
        found = new_in_my_groups(member.user, 5)

    assert [(one.news, one.group_name) for one in found] == [("1", member.group.name)] * count


def test_the_link_leads_to_the_first_new_post():
    member = make_member(make_group("open"))
    thread = make_thread(member.group)
    for _ in range(3):
        make_post(thread)
    ReadMark.objects.create(user=member.user, thread=thread, last_read_number=2)

    assert new_in_my_groups(member.user)[0].url == f"{thread.get_absolute_url()}?from=3#new"


def test_nothing_is_new_after_reading_leaving_or_for_nobody():
    member = make_member(make_group("open"))
    thread = make_post(make_thread(member.group)).thread
    assert len(new_in_my_groups(member.user)) == 1

    mark_read(actor=member.user, thread=thread, up_to=1)
    assert new_in_my_groups(member.user) == []
    make_post(thread)
    mark_group_read(actor=member.user, group=member.group)
    assert new_in_my_groups(member.user) == []
    make_post(thread)
    Membership.objects.filter(pk=member.pk).update(left_at=timezone.now())
    assert new_in_my_groups(member.user) == new_in_my_groups(AnonymousUser()) == []


def test_ones_own_words_are_not_news():
    member = make_member(make_group("open"))
    thread = make_thread(member.group)
    publish_post(actor=member.user, thread=thread, body="Hello")
    assert new_in_my_groups(member.user) == []


def test_threads_of_people_one_does_not_meet_and_hidden_ones_stay_out():
    member = make_member(make_group("open"))
    unmet = make_post(make_thread(member.group))
    make_block(unmet.voice.user, member.user)
    make_post(make_thread(member.group, hidden_at=timezone.now()))
    make_post(make_thread(member.group, held_at=timezone.now()))

    assert new_in_my_groups(member.user) == []


def test_a_group_counts_threads_with_something_new():
    member = make_member(make_group("open"), all_read_before=timezone.now() - timedelta(days=2))
    old = make_post(make_thread(member.group), created_at=timezone.now() - timedelta(days=3)).thread
    Thread.objects.filter(pk=old.pk).update(last_post_at=timezone.now() - timedelta(days=3))
    make_post(make_thread(member.group))

    assert [row.news for row in my_groups(member.user)] == ["1"]
    assert my_groups(make_user()) == []


def test_a_mark_moves_forward_only():
    member = make_member(make_group("open"))
    thread = make_thread(member.group)
    make_post(thread), make_post(thread)
    assert [mark_read(actor=member.user, thread=thread, up_to=n) for n in (1, 2, 1, 9)] == [True, True, False, False]
