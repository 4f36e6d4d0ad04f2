"""Signs of spam: published, looked at, or waiting, as each group sets it. Never a punishment for paste or speed."""

from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.urls import reverse
from django.utils import timezone

from groups.models import Membership, SaidBefore, SupportGroup
from groups.models.review import Answer, Sign
from groups.operations.edits import edit_post
from groups.operations.posts import publish_post
from groups.operations.review import forget_said, set_review
from groups.operations.threads import start_thread
from portal.accounts import roles
from portal.core.errors import RuleViolation
from portal.moderation.models import AuditEntry, Case
from portal.moderation.operations import claim, decide
from tests.factories.accounts import make_user
from tests.factories.groups import make_group, make_member, make_post, make_thread

pytestmark = pytest.mark.django_db
LONG = "Our miracle tea has changed my life and the life of all my friends, and it can change yours just as well."


@pytest.fixture
def group():
    return make_group("open")


def sets(group, **answers):
    SupportGroup.objects.filter(pk=group.pk).update(
        review_answers={str(Sign[name.upper()]): value for name, value in answers.items()}
    )
    group.refresh_from_db()


def write(member, body, **more):
    thread = more.pop("thread", None) or make_thread(member.group)
    return publish_post(actor=member.user, thread=thread, body=body, confirmed=True, **more)


def old_hand(group):
    return make_member(group, posts_written=40)


def why(post):
    case = Case.objects.filter(object_id=post.public_id).first()
    return case.head["rules"] if case else None


def test_as_it_comes_a_newcomer_is_heard_at_once(group):
    post = write(make_member(group), "I am new here and cannot sleep")
    assert post.held_at is None
    assert why(post) is None


def test_a_link_in_a_first_post_is_published_and_looked_at(group):
    make_member(group, role="moderator")
    post = write(make_member(group), "Read this: https://tea.example/miracle")
    assert post.held_at is None
    assert why(post) == ["review.first_link"]


def test_a_link_of_an_old_hand_or_to_this_site_is_nobodys_business(group, settings):
    assert why(write(old_hand(group), "It says so on https://health.example/sleep")) is None
    settings.BASE_URL = "https://here.example"
    assert why(write(make_member(group), "See https://here.example/en/learn/")) is None


def test_the_first_posts_are_counted_and_then_it_is_over(group):
    member = make_member(group)
    posts = [write(member, f"Number {number}: https://a.example/{number}") for number in range(4)]
    assert [why(post) for post in posts] == [["review.first_link"]] * 3 + [None]


def test_the_same_long_text_of_another_account_waits(group):
    moderator = make_member(group, role="moderator").user
    first = write(old_hand(group), LONG)
    second = write(old_hand(make_group("open")), LONG.upper().replace(",", " –"))

    assert (first.held_at, why(first)) == (None, None)
    assert second.held_at is not None
    assert why(second) == ["hold.repeated"]
    assert second.thread.group != group and not Case.objects.visible_to(moderator).exists()


def test_one_person_may_say_the_same_in_two_groups_and_all_may_say_thank_you(group):
    writer = old_hand(group)
    other = make_member(make_group("open"), writer.user, posts_written=40)
    assert write(writer, LONG).held_at is None
    assert write(other, LONG).held_at is None
    assert [write(old_hand(group), "Thank you so much, all of you!").held_at for _ in range(3)] == [None] * 3


def test_what_is_kept_of_a_long_text_names_nobody_and_goes_after_a_week(group):
    member = old_hand(group)
    write(member, LONG)
    [row] = SaidBefore.objects.all()
    assert len(bytes(row.digest)) == len(bytes(row.who)) == 16
    assert member.user.pk.bytes not in bytes(row.who)

    SaidBefore.objects.update(said_at=timezone.now() - timedelta(days=7, seconds=1))
    assert write(old_hand(group), LONG).held_at is None
    SaidBefore.objects.update(said_at=timezone.now() - timedelta(days=7, seconds=1))
    assert forget_said() == 2


def test_a_group_may_let_first_posts_wait_and_the_moderator_publishes_them(group):
    sets(group, first=Answer.HOLD)
    moderator = make_member(group, role="moderator").user
    member = make_member(group)
    post = start_thread(actor=member.user, group=group, title="Hello", body="I am new here")
    assert post.held_at is not None and post.thread.held_at is not None

    decide(actor=moderator, case=claim(actor=moderator, case=Case.objects.get()), act="publish", reason="other")

    post.refresh_from_db()
    post.thread.refresh_from_db()
    assert post.held_at is None and post.thread.held_at is None


def test_the_strictest_of_several_signs_counts_and_all_are_named(group):
    sets(group, link=Answer.HOLD, first=Answer.REVIEW, first_link=Answer.PUBLISH)
    post = write(make_member(group), "https://tea.example")
    assert post.held_at is not None
    assert why(post) == ["hold.first+link"]


def test_a_link_put_in_later_counts_and_one_that_was_there_does_not(group):
    sets(group, link=Answer.HOLD)
    member = old_hand(group)
    post = write(member, "I sleep badly")
    edit_post(actor=member.user, post=post, body="I sleep badly. https://tea.example", confirmed=True)
    post.refresh_from_db()
    assert post.held_at is not None

    sets(group, link=Answer.PUBLISH)
    kept = write(member, "See https://health.example here")
    sets(group, link=Answer.HOLD)
    edit_post(actor=member.user, post=kept, body="See https://health.example there", confirmed=True)
    kept.refresh_from_db()
    assert kept.held_at is None


def test_whoever_looks_after_the_group_is_left_alone(group):
    sets(group, link=Answer.HOLD, first=Answer.HOLD)
    assert write(make_member(group, role="moderator"), f"{LONG} https://a.example").held_at is None


def test_pasting_and_writing_fast_is_no_sign(group):
    member = make_member(group)
    thread = make_thread(group)
    posts = [write(member, f"{number} A long pasted text of mine. " * 60, thread=thread) for number in range(10)]
    assert {post.held_at for post in posts} == {None}
    assert not Case.objects.exists()


def test_peers_find_a_waiting_post_without_a_reason(client, group):
    sets(group, first=Answer.HOLD)
    thread = make_thread(group)
    make_post(thread)
    write(make_member(group), "Secret words of a newcomer", thread=thread)
    client.force_login(old_hand(group).user)
    page = client.get(thread.get_absolute_url()).content.decode()
    assert "A post here is waiting for a moderator." in page
    assert "Secret words" not in page and "hold.first" not in page


def test_only_moderators_of_this_group_set_it_and_the_audit_says_who(group):
    moderator = make_member(group, role="moderator").user
    answers = {str(sign): "hold" for sign in Sign.values}
    assert set_review(actor=moderator, group=group, first_posts=5, answers=answers)
    assert not set_review(actor=moderator, group=group, first_posts=5, answers=answers)
    assert AuditEntry.objects.get(act="group.review").actor == moderator

    for other in (
        make_member(group).user,
        make_member(make_group("open"), role="moderator").user,
        make_user(*roles.ALL),
    ):
        with pytest.raises(PermissionDenied):
            set_review(actor=other, group=group, first_posts=0, answers={})
    with pytest.raises(RuleViolation):
        set_review(actor=moderator, group=group, first_posts=99, answers={})


def test_the_page_keeps_what_was_chosen_and_says_what_to_mend(client, group):
    client.force_login(make_member(group, role="moderator").user)
    address = reverse("groups:review", args=[group.slug])
    chosen = {str(sign): "review" for sign in Sign.values}

    page = client.post(address, {**chosen, "first_posts": "many"}).content.decode()
    assert "Choose a number from 0 to 50." in page and 'value="many"' in page
    assert client.post(address, {**chosen, "first_posts": "5"}).status_code == 302

    group.refresh_from_db()
    assert (group.first_posts, set(group.review_answers.values())) == (5, {"review"})


def test_members_from_before_the_counting_are_no_newcomers(group):
    assert why(write(make_member(group, posts_written=None), "https://tea.example")) is None
    assert Membership.objects.get(user__memberships__group=group).posts_written is None
