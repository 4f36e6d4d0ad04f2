"""The opening groups and the invented talk of demo mode."""

import pytest
from django.utils import timezone

from groups import opening
from groups.models import Invitation, Membership, Picture, Poll, Post, PostText, Session, SupportGroup, Thread
from groups.opening.files import documents
from groups.reads import new_in_my_groups
from portal.accounts.models import User
from portal.accounts.opening import load as load_people
from portal.accounts.roles import MODERATORS
from portal.moderation.models import Case, Reply
from portal.safety.care_check import needs_care
from portal.safety.screening import screen
from tests.factories.accounts import make_user

pytestmark = pytest.mark.django_db
KEYS = [row["key"] for row in documents("groups.yaml")]


def test_a_real_site_starts_with_six_groups_and_nobody_in_them():
    opening.load(False)

    groups = {group.key: group for group in SupportGroup.objects.all()}
    assert list(groups) and set(groups) == set(KEYS) and len(KEYS) == 6
    assert (Membership.objects.count(), User.objects.count(), Thread.objects.count()) == (0, 0, 0)
    assert groups["carers-kitchen-table"].slug == "carers-kitchen-table"
    assert groups["younger-than-most"].slug.startswith("younger-than-most-")
    assert all(group.rules_version == 1 for group in groups.values())


def test_loading_again_adds_nothing_and_changes_nothing_people_edited():
    opening.load(False)
    SupportGroup.objects.filter(key="long-nights").update(summary="Changed by people")

    opening.load(False)

    assert SupportGroup.objects.count() == 6
    assert SupportGroup.objects.get(key="long-nights").summary == "Changed by people"


def test_the_demo_is_peopled_once_and_nobody_speaks_in_the_future():
    load_people(True)
    opening.load(True)
    counts = (Thread.objects.count(), Post.objects.count(), Membership.objects.count(), User.objects.count())

    opening.load(True)

    assert counts == (Thread.objects.count(), Post.objects.count(), Membership.objects.count(), User.objects.count())
    assert counts[0] >= 14 and counts[1] >= 110
    assert not Post.objects.filter(created_at__gt=timezone.now()).exists()
    assert PostText.objects.filter(search="towel").exists()
    for thread in Thread.objects.all():
        posts = list(Post.objects.filter(thread=thread).order_by("number"))
        assert [post.number for post in posts] == list(range(1, thread.last_number + 1))
        assert [post.created_at for post in posts] == sorted(post.created_at for post in posts)


def test_the_demo_patient_has_news_and_the_demo_moderator_four_groups():
    load_people(True)
    opening.load(True)
    patient = User.objects.get(email="patient@handrail.example")
    moderator = User.objects.get(email="moderator@handrail.example")

    assert SupportGroup.objects.filter(memberships__user=patient).count() == 3
    assert len(new_in_my_groups(patient, 3)) == 3
    assert set(SupportGroup.objects.moderated_by(moderator).values_list("key", flat=True)) == {
        "back-pain-and-cancer",
        "carers-kitchen-table",
        "long-nights",
        "secondary-cancer-in-the-bones",
    }
    assert moderator.staff_roles.names == {MODERATORS}


def test_the_demo_desk_has_something_to_look_at_and_gets_it_once():
    load_people(True)
    opening.load(True)
    moderator = User.objects.get(email="moderator@handrail.example")
    cases = Case.objects.visible_to(moderator)
    assert sorted(cases.values_list("reason", flat=True)) == ["advice", "other", "other", "worried"]

    cases.update(closed_at=timezone.now())
    opening.load(True)

    assert (Case.objects.count(), cases.open().count()) == (4, 0)


def test_one_post_of_the_demo_is_hidden_with_a_reason():
    load_people(True)
    opening.load(True)
    hidden = Post.objects.visible_to(make_user()).with_reasons().get(hidden_at__isnull=False)
    assert "which dose" in hidden.hiding_reason


def test_the_invented_talk_needs_no_care_but_for_the_hidden_post():
    for key in KEYS:
        for row in documents(f"demo/{key}.yaml"):
            for post in row["posts"]:
                found = screen(post["text"], "en")
                assert post.get("hidden") or not (needs_care(found) or any(one.urgent for one in found)), post["text"]


def test_a_demo_thread_has_a_poll_that_shows_counts_in_a_step_of_five():
    load_people(True)
    opening.load(True)
    poll = Poll.objects.get()
    assert (poll.shown_people, poll.ballots.count()) == (5, 7)
    assert not needs_care(screen("\n".join([poll.question, *(one.words for one in poll.options.all())]), "en"))


def test_a_session_a_way_in_a_picture_and_words_to_start_from_stand_around_the_talk_once():
    load_people(True)
    opening.load(True)
    opening.load(True)
    session = Session.objects.get()
    assert session.starts_at > timezone.now() and session.answers.count() == 3
    assert Invitation.objects.get().group.key == "secondary-cancer-in-the-bones"
    assert Picture.objects.get().post.thread.key == "ln-roll-call"
    assert Reply.objects.get().scope == f"groups:{SupportGroup.objects.get(key='long-nights').uuid}"
