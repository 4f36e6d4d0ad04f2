"""Roles inside a group: a truth table of who may give which, and what giving one changes."""

from itertools import product

import pytest
from django.core.exceptions import PermissionDenied

from groups import rules
from groups.models import Membership, SupportGroup, Thread, ThreadVoice
from groups.operations.cohorts import wait_for_place
from groups.operations.memberships import join
from groups.operations.posts import publish_post
from groups.operations.roles import appoint, give_role
from portal.accounts import roles as staff
from portal.core.errors import RuleViolation
from portal.moderation.models import AuditEntry
from portal.notifications.channels import CHANNELS
from portal.notifications.engine.tick import look_now
from portal.notifications.operations.preferences import choose
from tests.factories.accounts import make_user
from tests.factories.groups import make_group, make_member, make_post, make_thread, put_out
from tests.factories.sessions import Letterbox, make_cohort

pytestmark = pytest.mark.django_db
Role = Membership.Role
HELPERS = {"member", "mentor", "facilitator", "moderator"}
OUTSIDE = {"safeguarding_lead", "auditor"}


@pytest.mark.parametrize("giver", [*Role.values, "stranger", "moderator elsewhere", "administrator"])
def test_who_may_give_which_role(giver):
    group = make_group("private")
    actor = make_user(staff.ADMINISTRATORS) if giver == "administrator" else make_user()
    mine = make_member(group, actor, role=giver) if giver in Role.values else None
    if giver == "moderator elsewhere":
        mine = make_member(make_group("private"), actor, role="moderator")
    moderates = giver in {"moderator", "safeguarding_lead"}
    for held, wanted in product(Role.values, Role.values):
        target = make_member(group, role=held)
        expected = giver == "administrator" or (moderates and {held, wanted} <= HELPERS)
        assert rules.can_give_role(actor, mine, target, wanted) is expected, (giver, held, wanted)


@pytest.mark.parametrize("held", Role.values)
def test_nobody_raises_themselves_and_everybody_may_lay_a_role_down(held):
    for actor in (make_user(), make_user(staff.ADMINISTRATORS)):
        mine = make_member(make_group("private"), actor, role=held)
        may = {role for role in Role.values if rules.can_give_role(actor, mine, mine, role)}
        assert may == {"member"}


@pytest.mark.parametrize(
    ("role", "writes", "reacts", "moderates", "holds_sessions", "invites", "decides"),
    [
        ("member", True, True, False, False, False, False),
        ("mentor", True, True, False, False, False, False),
        ("facilitator", True, True, False, True, False, False),
        ("moderator", True, True, True, True, True, True),
        ("safeguarding_lead", True, True, True, True, True, True),
        ("auditor", False, False, False, False, False, False),
    ],
)
def test_what_each_role_may(role, writes, reacts, moderates, holds_sessions, invites, decides):
    group = make_group("private")
    me = make_member(group, role=role)
    post = make_post(make_thread(group), make_member(group).user)
    found = (
        rules.can_post(me), rules.can_react(me.user, me, post), rules.moderates_group(me, group),
        rules.can_hold_sessions(me, group), rules.can_invite(me, group), rules.can_moderate(me.user, me, group),
    )  # fmt: skip
    assert found == (writes, reacts, moderates, holds_sessions, invites, decides)
    assert Thread.objects.visible_to(me.user).filter(group=group).exists()


@pytest.mark.parametrize("name", staff.ALL)
@pytest.mark.parametrize("preset", ["request", "invite", "private", "hidden"])
def test_no_staff_role_reads_a_group_that_is_not_for_everyone(name, preset):
    person, post = make_user(name), make_post(make_thread(make_group(preset)))

    assert not Thread.objects.visible_to(person).exists()
    assert not SupportGroup.objects.readable_by(person).exists()
    assert not Membership.objects.visible_to(person).exists()
    with pytest.raises(PermissionDenied):
        put_out(make_member(post.thread.group), by=person)


def test_a_role_is_recorded_told_and_shown_beside_what_they_wrote(monkeypatch):
    box = Letterbox()
    monkeypatch.setitem(CHANNELS, "email", box)
    group = make_group("private", name="A name that could leak")
    lead, member = make_member(group, role="moderator").user, make_member(group)
    thread = make_post(make_thread(group)).thread
    publish_post(actor=member.user, thread=thread, body="Hello")
    choose(actor=member.user, wanted={("groups.role", "email"): True}, rest_email=False)

    assert give_role(actor=lead, membership=member, role="mentor") is True
    assert give_role(actor=lead, membership=member, role="mentor") is False
    look_now()

    entry = AuditEntry.objects.get(act="group.role")
    assert (entry.actor, entry.subject) == (lead, f"membership:{member.uuid}:mentor")
    assert ThreadVoice.objects.get(user=member.user).badge == "mentor"
    assert [(person, one.title) for person, one in box.letters if "role" in one.title] == [
        (member.user_id, "You have a new role in a group")
    ]
    assert "leak" not in box.words()


def test_a_voice_under_another_name_shows_no_role():
    group = make_group("private", allows_other_names=True)
    lead, member = make_member(group, role="moderator").user, make_member(group)
    thread = make_post(make_thread(group)).thread
    ThreadVoice.objects.create(thread=thread, user=member.user, shown_name="Quiet Fern", is_alias=True)

    give_role(actor=lead, membership=member, role="mentor")

    assert ThreadVoice.objects.get(user=member.user).badge == ""


def test_a_group_keeps_a_moderator():
    group = make_group("private")
    lead = make_member(group, role="moderator")
    with pytest.raises(RuleViolation) as refusal:
        give_role(actor=lead.user, membership=lead, role="member")
    assert refusal.value.code == "last"

    make_member(group, role="safeguarding_lead")
    assert give_role(actor=lead.user, membership=lead, role="member") is True


def test_who_helps_gives_their_place_in_a_cohort_to_who_waits():
    cohort = make_cohort(make_group("open"), capacity=1)
    lead, member, waiting = make_member(cohort.group, role="moderator").user, make_member(cohort.group), make_user()
    wait_for_place(actor=waiting, group=cohort.group)

    give_role(actor=lead, membership=member, role="facilitator")

    assert join(actor=waiting, group=cohort.group, agreed=True).is_present


def test_an_administrator_brings_a_moderator_into_a_group_that_has_none():
    group, person = make_group("private"), make_user()
    with pytest.raises(PermissionDenied):
        appoint(actor=make_user(staff.MODERATORS), group=group, person=person, role="moderator")

    administrator = make_user(staff.ADMINISTRATORS)
    appoint(actor=administrator, group=group, person=person, role="moderator")

    assert SupportGroup.objects.get().members_count == 1
    assert Membership.objects.get().role == "moderator"
    with pytest.raises(PermissionDenied):
        appoint(actor=administrator, group=group, person=administrator, role="moderator")
