"""Who may know a group, read in it, and see its members."""

import pytest
from django.contrib.auth.models import AnonymousUser
from django.db import IntegrityError
from django.utils import timezone

from groups.models import Membership, SupportGroup, Thread
from portal.accounts import roles
from tests.factories.accounts import make_block, make_user
from tests.factories.groups import make_group, make_member, make_post, make_thread

KNOWN = {"open": True, "request": True, "invite": True, "private": False, "hidden": False}
READ = {"open": True, "request": False, "invite": False, "private": False, "hidden": False}


def people(group):
    return {"anonymous": AnonymousUser(), "stranger": make_user(), "staff": make_user(*roles.ALL)}


@pytest.mark.django_db
@pytest.mark.parametrize("preset", KNOWN)
def test_outsiders_know_and_read_what_the_preset_says(preset):
    group = make_group(preset)
    thread = make_thread(group)

    for person in people(group).values():
        assert SupportGroup.objects.visible_to(person).filter(pk=group.pk).exists() is KNOWN[preset]
        assert SupportGroup.objects.readable_by(person).filter(pk=group.pk).exists() is READ[preset]
        assert Thread.objects.visible_to(person).filter(pk=thread.pk).exists() is READ[preset]


@pytest.mark.django_db
@pytest.mark.parametrize("preset", KNOWN)
def test_members_know_and_read_until_they_leave_or_are_removed(preset):
    group = make_group(preset)
    member = make_member(group)
    thread = make_thread(group)
    assert Thread.objects.visible_to(member.user).filter(pk=thread.pk).exists()

    for gone in ("left_at", "removed_at"):
        Membership.objects.filter(pk=member.pk).update(left_at=None, removed_at=None)
        Membership.objects.filter(pk=member.pk).update(**{gone: timezone.now()})
        assert Thread.objects.visible_to(member.user).filter(pk=thread.pk).exists() is READ[preset]
        assert SupportGroup.objects.visible_to(member.user).filter(pk=group.pk).exists() is KNOWN[preset]


@pytest.mark.django_db
def test_the_list_of_members_is_a_setting_of_its_own():
    for preset, among_members in (("open", True), ("private", True), ("hidden", False)):
        group = make_group(preset)
        one, other = make_member(group), make_member(group)
        lead = make_member(group, role="moderator")

        assert Membership.objects.visible_to(one.user).filter(pk=other.pk).exists() is among_members
        assert Membership.objects.visible_to(one.user).filter(pk=one.pk).exists()
        assert Membership.objects.visible_to(lead.user).filter(pk=other.pk).exists()
        assert not Membership.objects.visible_to(make_user()).filter(group=group).exists()
        assert not Membership.objects.visible_to(AnonymousUser()).filter(group=group).exists()


@pytest.mark.django_db
@pytest.mark.parametrize("mark", ["hidden_at", "held_at"])
def test_a_thread_out_of_sight_exists_for_its_starter_and_moderators_only(mark):
    group = make_group("open")
    starter, member = make_member(group).user, make_member(group).user
    lead = make_member(group, role="moderator").user
    thread = make_post(make_thread(group), starter).thread
    Thread.objects.filter(pk=thread.pk).update(**{mark: timezone.now()})

    seen = {
        name: Thread.objects.visible_to(user).filter(pk=thread.pk).exists()
        for name, user in {"starter": starter, "member": member, "lead": lead, "out": AnonymousUser()}.items()
    }

    assert seen == {"starter": True, "member": False, "lead": True, "out": False}


@pytest.mark.django_db
def test_a_block_takes_the_title_of_a_thread_away():
    group = make_group("open")
    starter, other = make_member(group).user, make_member(group).user
    thread = make_post(make_thread(group, title="A title that could leak"), starter).thread
    make_block(starter, other)

    found = Thread.objects.visible_to(other).get(pk=thread.pk)

    assert (found.by_someone_unmet, found.shown_title) == (True, "")
    assert Thread.objects.visible_to(make_member(group).user).get(pk=thread.pk).shown_title == thread.title


@pytest.mark.django_db
def test_a_slug_that_not_everyone_may_know_cannot_be_guessed():
    open_group, private = make_group("open", name="Same name"), make_group("private", name="Same name")
    again = make_group("open", name="Same name")

    assert open_group.slug == "same-name"
    assert len(private.slug) == len("same-name-") + 6
    assert len(again.slug) == len(private.slug)


@pytest.mark.django_db
@pytest.mark.parametrize(
    "broken",
    [
        {"known_to": "members", "read_by": "everyone"},
        {"known_to": "signed_in", "read_by": "everyone"},
        {"known_to": "members", "read_by": "members", "join_by": "open"},
        {"known_to": "members", "read_by": "members", "join_by": "invitation", "members_seen_by": "everyone"},
    ],
)
def test_settings_that_would_leak_do_not_save(broken):
    with pytest.raises(IntegrityError):
        SupportGroup.objects.create(name="Leaky", slug="leaky", summary="x", **broken)
