"""Steps with a person: each ends, is told with its reason, can be appealed, and reaches what the person may do."""

from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.urls import reverse
from django.utils import timezone

from groups.models import Membership, Post, SupportGroup, Thread
from groups.operations.memberships import join
from groups.operations.posts import publish_post
from portal.core.errors import RuleViolation
from portal.moderation.models import Case, Decision
from portal.moderation.operations import appeal, claim, decide, decide_appeal, report, undo_decision
from tests.factories.accounts import make_user
from tests.factories.groups import make_group, make_member, make_post, make_thread

WEEK = timedelta(days=7)


class Scene:
    """A group with two moderators, and a case about what one member wrote."""

    def __init__(self, preset="open"):
        self.group = make_group(preset)
        self.writer = make_user()
        self.member = make_member(self.group, self.writer)
        self.first, self.second = (make_member(self.group, role="moderator").user for _one in range(2))
        self.thread = make_thread(self.group)
        self.post = make_post(self.thread, self.writer, body="Go away all of you")

    def case(self, reason="unkind", post=None):
        post = post or self.post
        made = report(actor=self.second, reportable_key="groups.post", public_id=post.public_id, reason=reason)
        return made.case

    def step(self, step, *, actor=None, for_=WEEK, reason="unkind", case=None, **fields):
        actor = actor or self.first
        held = claim(actor=actor, case=case or self.case())
        until = timezone.now() + for_ if for_ else None
        return decide(actor=actor, case=held, act="no_action", reason=reason, step=step, until=until, **fields)

    def says(self, body="Sorry, I had a bad night"):
        return publish_post(actor=self.writer, thread=Thread.objects.get(pk=self.thread.pk), body=body)

    def standing(self):
        return Membership.objects.get(pk=self.member.pk)


@pytest.fixture
def scene(db):
    return Scene()


def test_reading_only_ends_by_itself_and_says_why_and_until_when(scene, client):
    decision = scene.step("read_only")

    with pytest.raises(PermissionDenied):
        scene.says()
    client.force_login(scene.writer)
    page = client.get(decision.get_absolute_url()).content.decode()
    assert "You can read in this group, but not write" in page
    assert "Unkind words" in page
    assert "Until" in page
    assert "Ask for another look" in page
    assert scene.first.display_name not in page

    Membership.objects.update(muted_until=timezone.now() - timedelta(seconds=1))
    assert scene.says()


def test_what_a_reviewed_person_writes_waits_with_a_case_of_its_own(scene):
    scene.step("reviewed")

    post = scene.says("Is it right to double the dose?")

    assert post.held_at is not None
    case = Case.objects.open().get()
    assert (case.origin, case.object_id) == ("review", post.public_id)
    decide(actor=scene.first, case=claim(actor=scene.first, case=case), act="publish", reason="other")
    assert Post.objects.get(pk=post.pk).held_at is None


def test_somebody_put_out_can_come_back_when_it_is_over_and_not_before(scene):
    scene.step("removed", for_=timedelta(days=30))
    group = SupportGroup.objects.get(pk=scene.group.pk)

    assert not scene.standing().is_present
    with pytest.raises(PermissionDenied):
        join(actor=scene.writer, group=group, agreed=True)
    Membership.objects.filter(pk=scene.member.pk).update(removed_until=timezone.now() - timedelta(seconds=1))
    assert join(actor=scene.writer, group=group, agreed=True).is_present


@pytest.mark.parametrize("step", ["nudge", "notice"])
def test_a_step_of_words_needs_words(scene, step):
    with pytest.raises(RuleViolation) as refusal:
        scene.step(step)
    assert (refusal.value.code, refusal.value.field) == ("no_message", "message")
    assert Decision.objects.count() == 0


@pytest.mark.parametrize("for_", [None, timedelta(seconds=-5), timedelta(days=400)])
def test_no_step_without_an_end_within_a_year(scene, for_):
    with pytest.raises(RuleViolation) as refusal:
        scene.step("read_only", for_=for_)
    assert refusal.value.code == "until"
    assert scene.standing().muted_until is None


def test_one_decision_may_hide_the_words_and_take_a_step(scene):
    held = claim(actor=scene.first, case=scene.case())
    until = timezone.now() + WEEK
    decide(actor=scene.first, case=held, act="hide", reason="unkind", step="read_only", until=until)

    assert set(Decision.objects.values_list("act", flat=True)) == {"hide", "read_only"}
    assert Post.objects.get(pk=scene.post.pk).hidden_at is not None
    assert scene.standing().muted_until == until


def test_an_appeal_is_decided_by_another_moderator_and_ends_the_step(scene):
    decision = scene.step("read_only")
    case = appeal(actor=scene.writer, decision=decision)

    with pytest.raises(RuleViolation):
        claim(actor=scene.first, case=case)
    decide_appeal(actor=scene.second, case=claim(actor=scene.second, case=case), overturn=True)

    assert scene.standing().muted_until is None
    assert scene.says()


def test_taking_one_step_back_leaves_another_of_its_kind_in_force(scene):
    long = scene.step("read_only", for_=timedelta(days=30))
    other = make_post(scene.thread, scene.writer, body="Once more")
    short = scene.step("read_only", for_=timedelta(days=3), case=scene.case(post=other))

    assert scene.standing().muted_until == long.expires_at
    undo_decision(actor=scene.second, decision=long)
    assert scene.standing().muted_until == short.expires_at


def test_being_let_back_is_being_a_member_again_and_counted(scene):
    SupportGroup.objects.filter(pk=scene.group.pk).update(members_count=3)
    decision = scene.step("removed")
    assert SupportGroup.objects.get(pk=scene.group.pk).members_count == 2

    undo_decision(actor=scene.second, decision=decision)

    assert scene.standing().is_present
    assert SupportGroup.objects.get(pk=scene.group.pk).members_count == 3


def test_nobody_puts_out_somebody_who_looks_after_the_group(scene):
    post = make_post(scene.thread, scene.second, body="I decide here")
    case = report(actor=scene.writer, reportable_key="groups.post", public_id=post.public_id, reason="unkind").case
    with pytest.raises(RuleViolation) as refusal:
        scene.step("removed", case=case)
    assert refusal.value.code == "moderates"


def test_a_group_moderator_cannot_close_all_groups(scene):
    with pytest.raises(PermissionDenied):
        scene.step("suspended")
    scene.writer.refresh_from_db()
    assert not scene.writer.is_suspended


@pytest.fixture
def paused(scene):
    """The groups are closed to the writer, who is also in a private group."""
    scene.private = make_member(make_group("private", name="Quiet harbour"), scene.writer).group
    scene.decision = scene.step("suspended", actor=make_user("Moderators"))
    scene.writer.refresh_from_db()
    return scene


def test_while_the_groups_are_closed_somebody_reads_as_the_public_does_and_writes_nothing(paused, client):
    client.force_login(paused.writer)

    assert client.get(paused.private.get_absolute_url()).status_code == 404
    page = client.get(paused.thread.get_absolute_url()).content.decode()
    assert "The groups are closed to you for a time" in page
    assert 'id="reply"' not in page
    assert client.post(reverse("groups:reply", args=[paused.thread.public_id]), {"body": "still me"}).status_code == 403
    with pytest.raises(PermissionDenied):
        paused.says()
    with pytest.raises(PermissionDenied):
        join(actor=paused.writer, group=make_group(), agreed=True)


def test_their_own_day_their_data_and_the_way_to_appeal_stay_open(paused, client):
    client.force_login(paused.writer)

    for name in ("home:today", "selfcare:diary", "home:settings", "moderation:my_decisions", "safety:urgent_help"):
        assert client.get(reverse(name)).status_code == 200, name
    client.post(reverse("moderation:appeal", args=[paused.decision.pk]))
    assert Case.objects.open().filter(appeal_of=paused.decision).exists()


def test_closed_groups_open_again_by_themselves(paused, client):
    paused.writer.suspended_until = timezone.now() - timedelta(seconds=1)
    paused.writer.save(update_fields=["suspended_until"])
    client.force_login(paused.writer)

    assert client.get(paused.private.get_absolute_url()).status_code == 200
    assert paused.says()


def test_somebody_in_a_crisis_is_shut_out_by_a_safeguarding_lead_only(scene):
    worry = make_post(scene.thread, scene.writer, body="Nothing matters any more")
    scene.case("worried", post=worry)
    case = scene.case()

    with pytest.raises(PermissionDenied) as refusal:
        scene.step("suspended", actor=make_user("Moderators"), case=case)
    assert "Safeguarding lead" in str(refusal.value)
    scene.writer.refresh_from_db()
    assert not scene.writer.is_suspended
    assert Case.objects.get(pk=case.pk).is_open

    Case.objects.filter(pk=case.pk).update(claimed_by=None, claim_until=None)
    scene.step("suspended", actor=make_user("Moderators", "Safeguarding leads"), case=case)
    scene.writer.refresh_from_db()
    assert scene.writer.is_suspended


def test_the_desk_tells_what_is_in_force_but_not_about_a_voice_under_another_name(scene, client):
    scene.step("read_only")
    other = make_post(scene.thread, scene.writer, body="Once more")
    scene.case(post=other)
    veiled = make_thread(scene.group)
    hidden = make_post(veiled, scene.writer, body="Under another name")
    hidden.voice.is_alias, hidden.voice.shown_name = True, "Quiet heron"
    hidden.voice.save()
    scene.case(post=hidden)
    client.force_login(scene.first)

    known, unknown = (Case.objects.open().get(object_id=one.public_id) for one in (other, hidden))
    assert "Reading only, in this group" in client.get(known.get_absolute_url()).content.decode().split("What has")[0]
    page = client.get(unknown.get_absolute_url()).content.decode()
    assert "Member since" not in page
    assert scene.writer.display_name not in page
