"""The settings of a group: who may change which, and that what was said in trust stays in its circle."""

from itertools import product

import pytest
from django.core.exceptions import PermissionDenied
from django.urls import reverse
from django.utils import timezone

from groups import rules
from groups.circle import CIRCLE, WIDTH, misfit, wider
from groups.models import GroupRules, Membership, SettingChange, SupportGroup, Thread
from groups.operations.groups import PRESETS, publish_rules
from groups.operations.posts import publish_post
from groups.operations.settings import change_settings
from portal.accounts import roles as staff
from portal.core.errors import RuleViolation
from portal.moderation.models import AuditEntry
from tests.factories.accounts import make_user
from tests.factories.groups import make_group, make_member, make_post, make_thread

pytestmark = pytest.mark.django_db
Role = Membership.Role
HOURS = {"description", "staffed_hours", "staffed_zone", "answer_within"}
TEAM = HOURS | {
    "name", "summary", "known_to", "members_seen_by", "read_by", "join_by", "join_question", "allows_pictures",
    "allows_other_names", "rules",
}  # fmt: skip
OFFICE = TEAM | {"for_carers", "languages", "closed_at"}
MAY = {
    "member": set(), "mentor": set(), "auditor": set(), "stranger": set(), "moderator elsewhere": set(),
    "site moderator": set(), "facilitator": HOURS, "moderator": TEAM, "safeguarding_lead": TEAM,
    "administrator": OFFICE,
}  # fmt: skip


def somebody(who, group):
    """The actor and their membership of this group."""
    actor = make_user(*{"administrator": [staff.ADMINISTRATORS], "site moderator": [staff.MODERATORS]}.get(who, []))
    if who == "moderator elsewhere":
        make_member(make_group(), actor, role="moderator")
    return actor, make_member(group, actor, role=who) if who in Role.values else None


@pytest.mark.parametrize("who", MAY)
def test_who_may_change_which_setting(who):
    group = make_group("private")
    actor, mine = somebody(who, group)
    for name in (*OFFICE, "slug", "uuid", "members_count", "rules_version", "key"):
        assert rules.can_change_setting(actor, mine, group, name) is (name in MAY[who]), name
    if "answer_within" in MAY[who]:
        assert change_settings(actor=actor, group=group, answer_within=7) == ["answer_within"]
    for refused in {"name", "answer_within", "closed_at"} - MAY[who]:
        with pytest.raises(PermissionDenied):
            change_settings(actor=actor, group=group, **{refused: "x"})
    left = make_member(group, role="moderator", left_at=timezone.now())
    assert not any(rules.can_change_setting(left.user, left, group, name) for name in OFFICE)


CIRCLES = [
    dict(zip(CIRCLE, found, strict=True))
    for found in product(
        ["everyone", "signed_in", "members"], ["everyone", "signed_in", "members", "moderators"],
        ["everyone", "signed_in", "members"], ["open", "request", "invitation"],
    )
]  # fmt: skip


def reach(circle):
    """How far each thing goes, found apart from the code: with an open door, members are all who sign in."""
    audience = {name: WIDTH[circle[name]] for name in CIRCLE[:3]}
    return {name: 2 if width == 1 and circle["join_by"] == "open" else width for name, width in audience.items()}


def test_nothing_reaches_further_without_being_called_wider():
    fit = [circle for circle in CIRCLES if misfit(circle) is None]
    assert all(misfit(circle) is None for circle in PRESETS.values())
    for now, wanted in product(fit, fit):
        before, after = reach(now), reach(wanted)
        if any(after[name] > before[name] for name in before):
            assert wider(now, wanted), (now, wanted)
        if all(after[name] < before[name] for name in before) or now == wanted:
            assert wider(now, wanted) == [], (now, wanted)


@pytest.mark.parametrize("way", ["operation", "page", "admin", "api"])
@pytest.mark.parametrize("begun", ["a thread", "a member who left", "nobody"])
def test_a_circle_that_has_begun_becomes_smaller_and_never_wider(client, settings, way, begun):
    settings.DEMO = True
    group = make_group("request")
    lead = make_member(group, role="moderator").user
    if begun == "a thread":
        make_thread(group)
    elif begun == "a member who left":
        make_member(group, left_at=timezone.now())
    actor = make_user(staff.ADMINISTRATORS) if way == "admin" else lead
    client.force_login(actor)

    told = widen(client, way, actor, group)

    group.refresh_from_db()
    if begun == "nobody":
        assert group.read_by == "everyone"
    else:
        assert group.read_by == "members" and "never wider" in told
        change_settings(actor=lead, group=group, known_to="members", join_by="invitation")
        assert SupportGroup.objects.get().known_to == "members"


def widen(client, way, actor, group):
    wanted = {**{name: getattr(group, name) for name in CIRCLE}, "read_by": "everyone", "join_by": "open"}
    if way == "operation":
        try:
            change_settings(actor=actor, group=group, **wanted)
        except RuleViolation as refusal:
            return refusal.message
        return ""
    if way == "api":
        return client.patch(f"/api/v1/groups/{group.slug}/settings/", wanted, "application/json").content.decode()
    if way == "page":
        return client.post(reverse("groups:settings_part", args=[group.slug, "circle"]), wanted).content.decode()
    typed = {"name": group.name, "summary": "x", "description": "", "languages": "en", "join_question": "", "rules": ""}
    typed |= {"closed_at": "", "answer_within": "24", "staffed_hours": "", "staffed_zone": "Europe/London", **wanted}
    typed |= {"memberships-TOTAL_FORMS": "0", "memberships-INITIAL_FORMS": "0"}
    return client.post(reverse("admin:groups_supportgroup_change", args=[group.pk]), typed).content.decode()


def test_what_contradicts_itself_is_told_beside_its_answer(client):
    group = make_group("open")
    client.force_login(make_member(group, role="moderator").user)
    wanted = {"known_to": "members", "members_seen_by": "members", "read_by": "members", "join_by": "request"}
    page = client.post(reverse("groups:settings_part", args=[group.slug, "circle"]), wanted).content.decode()
    assert "Nobody can ask to join a group that they cannot know" in page
    assert SupportGroup.objects.get().known_to == "everyone"


def test_a_group_that_becomes_secret_gets_an_address_nobody_guesses(client):
    group = make_group("open", name="Hidden sorrow")
    thread = make_post(make_thread(group), body="Words that could leak").thread
    lead, member = make_member(group, role="moderator").user, make_member(group).user
    old = group.get_absolute_url()
    client.force_login(lead)
    typed = {"known_to": "members", "members_seen_by": "moderators", "read_by": "members", "join_by": "invitation"}
    answer = client.post(reverse("groups:settings_part", args=[group.slug, "circle"]), typed)

    group.refresh_from_db()
    assert group.slug.startswith("hidden-sorrow-") and answer["Location"].endswith(f"{group.slug}/settings/")
    for person, status in ((lead, 200), (member, 200), (make_user(), 404), (make_user(*staff.ALL), 404)):
        client.force_login(person)
        assert client.get(old).status_code == 404
        assert client.get(group.get_absolute_url()).status_code == status
        assert Thread.objects.visible_to(person).filter(pk=thread.pk).exists() is (status == 200)


def test_filling_in_a_kind_and_looking_save_nothing(client):
    group = make_group("open")
    client.force_login(make_member(group, role="moderator").user)
    address = reverse("groups:settings_part", args=[group.slug, "circle"])

    page = client.post(address, {"kind": "hidden"}).content.decode()
    assert "For them the group does not exist" in page and page.count("checked") == 4
    typed = {"known_to": "signed_in", "members_seen_by": "members", "read_by": "signed_in", "join_by": "request"}
    assert "once they are signed in" in client.post(address, {**typed, "look": "1"}).content.decode()
    assert client.post(address, {"kind": "nonsense", "known_to": "<b>"}).status_code == 200
    assert not SettingChange.objects.exists() and SupportGroup.objects.get().known_to == "everyone"


def test_a_facilitator_finds_what_is_theirs_and_keeps_what_was_typed(client):
    group = make_group("private")
    client.force_login(make_member(group, role="facilitator").user)
    overview = client.get(reverse("groups:settings", args=[group.slug])).content.decode()
    parts = {
        part for part in ("about", "circle", "questions", "rules", "presence", "allowed")
        if reverse("groups:settings_part", args=[group.slug, part]) in overview
    }  # fmt: skip
    assert parts == {"about", "presence"}
    for part in ("circle", "questions", "rules", "allowed"):
        assert client.get(reverse("groups:settings_part", args=[group.slug, part])).status_code == 403
    about = reverse("groups:settings_part", args=[group.slug, "about"])
    assert 'name="name"' not in client.get(about).content.decode()
    client.post(about, {"description": "For evenings", "name": "Taken over"})
    group.refresh_from_db()
    assert (group.description, group.name != "Taken over") == ("For evenings", True)

    client.logout()
    back = client.post(about, {"description": "Typed for long"})
    assert (back.status_code, "Typed for long" in back.content.decode()) == (401, True)
    client.force_login(Membership.objects.get(role="facilitator").user)
    presence = reverse("groups:settings_part", args=[group.slug, "presence"])
    typed = {"answer_within": "6", "staffed_hours": "whenever", "staffed_zone": "Mars/Base"}
    page = client.post(presence, typed).content.decode()
    assert "We do not know this time zone" in page and "whenever" in page
    page = client.post(presence, {**typed, "staffed_zone": "Europe/London"}).content.decode()
    assert "We do not understand “whenever”" in page
    client.post(presence, {**typed, "staffed_zone": "Europe/London", "staffed_hours": "Mon-Fri 18:00-21:00"})
    group.refresh_from_db()
    assert (group.answer_within, group.staffed_hours) == (6, "Mon-Fri 18:00-21:00")


def test_material_rules_ask_again_before_the_next_post_and_mended_ones_do_not(client):
    group = make_group("private", rules="Be kind.")
    lead, member = make_member(group, role="moderator").user, make_member(group).user
    thread = make_post(make_thread(group)).thread
    client.force_login(lead)
    address = reverse("groups:settings_part", args=[group.slug, "rules"])
    assert "Be kind." in client.get(address).content.decode()
    client.post(address, {"text": "Be kind!"})
    publish_post(actor=member, thread=thread, body="Hello")
    client.post(address, {"text": "Be kind!\r\nName no doctors.", "is_material": "on"})
    client.post(address, {"text": "Be kind!\nName no doctors.", "is_material": "on"})

    assert list(GroupRules.objects.order_by("version").values_list("version", "is_material")) == [
        (1, True), (2, False), (3, True),
    ]  # fmt: skip
    thread = Thread.objects.select_related("group").get(pk=thread.pk)
    with pytest.raises(RuleViolation) as refusal:
        publish_post(actor=member, thread=thread, body="Hello again")
    assert refusal.value.code == "rules"
    assert client.get(thread.get_absolute_url()).status_code == 200
    for person in (member, make_member(group, role="facilitator").user):
        with pytest.raises(PermissionDenied):
            publish_rules(actor=person, group=group, text="Mine")


@pytest.mark.parametrize("count", [1, 3])
def test_the_log_says_who_what_and_when_to_the_team_alone(client, count, django_assert_num_queries):
    group = make_group("request", description="Words before")
    lead = make_member(group, role="moderator").user
    for number in range(count):
        change_settings(actor=lead, group=group, description=f"Words after {number}", answer_within=number + 1)
    address = reverse("groups:settings", args=[group.slug])
    client.force_login(make_member(group, role="auditor").user)
    client.get(address)
    with django_assert_num_queries(7):  # session, user, group, membership, rules, log, whether they moderate
        page = client.get(address).content.decode()
    assert page.count(f'<br><span class="hint">{lead.display_name}') == count
    assert "24, now 1" in page and "Words before" not in page
    assert AuditEntry.objects.filter(act="group.settings", actor=lead).count() == count
    assert not SettingChange.objects.visible_to(make_member(group).user).exists()
    assert not SettingChange.objects.visible_to(make_user(*staff.ALL)).exists()


def test_programs_of_the_team_read_and_change_the_same(client):
    group = make_group("request", rules="Be kind.")
    address = f"/api/v1/groups/{group.slug}/settings/"
    for person, status in ((make_member(group).user, 403), (make_user(*staff.ALL), 403), (None, 401)):
        client.logout()
        if person:
            client.force_login(person)
        assert client.patch(address, {"answer_within": 3}, "application/json").status_code == status
    client.force_login(make_member(group, role="moderator").user)
    assert client.get(address).json()["outsider"][1].startswith("They read no thread")
    changed = client.patch(address, {"answer_within": 3, "slug": "taken", "allows_pictures": False}, "application/json")
    group.refresh_from_db()
    assert (changed.status_code, group.answer_within, group.allows_pictures, group.slug != "taken") == (
        200,
        3,
        False,
        True,
    )
    wrong = client.patch(address, {"staffed_hours": "whenever"}, "application/json")
    assert (wrong.status_code, "whenever" in wrong.content.decode()) == (409, True)
    rules_at = f"/api/v1/groups/{group.slug}/ground-rules/"
    for _again in range(2):
        sent = client.post(rules_at, {"text": "Be kinder."}, "application/json", headers={"Idempotency-Key": "k1"})
        assert (sent.status_code, sent.json()["version"]) == (200, 2)
    assert GroupRules.objects.count() == 2
