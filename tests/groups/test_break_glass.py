"""Staff and private groups: no way in by a role, one way in by two people, and nobody unseen in it."""

from datetime import timedelta

import pytest
import time_machine
from django.contrib.auth.models import AnonymousUser
from django.core.exceptions import PermissionDenied
from django.urls import reverse
from django.utils import timezone

from groups import rules
from groups.models import BreakGlass, Post, SupportGroup, Thread
from groups.operations.break_glass import (
    answer_opening,
    ask_to_open,
    end_opening,
    remind_of_reviews,
    review_opening,
    tell_teams,
)  # fmt: skip
from portal.accounts import roles
from portal.core.errors import RuleViolation
from portal.moderation.models import AuditEntry
from portal.notifications.channels import CHANNELS
from portal.notifications.engine.tick import look_now
from tests.factories.accounts import make_user
from tests.factories.break_glass import REASON, make_opening
from tests.factories.group_pictures import make_picture
from tests.factories.groups import make_group, make_member, make_post, make_thread
from tests.factories.sessions import Letterbox
from tests.groups.normaliser import normal

pytestmark = pytest.mark.django_db
ASK = {roles.MODERATORS, roles.SAFEGUARDING_LEADS}
AGREE = {roles.SAFEGUARDING_LEADS, roles.ADMINISTRATORS}
PRIVATE = ["request", "invite", "private", "hidden"]
WORDS = "Words said in trust"


@pytest.fixture(autouse=True)
def demo(settings):
    settings.DEMO = True  # asks no second step


@pytest.fixture
def lead():
    return make_user(roles.SAFEGUARDING_LEADS)


@pytest.fixture
def post():
    return make_post(
        make_thread(make_group("hidden", name="A name that could leak"), title="A private title"), body=WORDS
    )


def ask(actor, group, **more):
    return ask_to_open(actor=actor, group=group, **{"why": "complaint", "reason": REASON, "minutes": 60, **more})


def opened(actor, group, **more):
    glass = ask(actor, group, **more)
    answer_opening(actor=make_user(roles.ADMINISTRATORS), glass=glass, agree=True)
    return BreakGlass.objects.get(pk=glass.pk)


def addresses(post):
    thread = post.thread
    return {
        "group": thread.group.get_absolute_url(), "rules": reverse("groups:rules", args=[thread.group.slug]),
        "thread": thread.get_absolute_url(), "post": post.get_absolute_url(),
        "api group": f"/api/v1/groups/{thread.group.slug}/", "api thread": f"/api/v1/threads/{thread.public_id}/",
        "api post": f"/api/v1/posts/{post.public_id}/",
    }  # fmt: skip


def statuses(client, post):
    return {name: client.get(address).status_code for name, address in addresses(post).items()}


CLOSED = dict.fromkeys(["group", "rules", "thread", "post", "api group", "api thread", "api post"], 404)
OPEN = {**dict.fromkeys(CLOSED, 200), "post": 302}


@pytest.mark.parametrize("name", [*roles.ALL, None, "superuser"])
@pytest.mark.parametrize("preset", [*PRIVATE, "open"])
def test_who_may_ask_and_who_may_agree(name, preset):
    group = make_group(preset)
    person = make_user(is_staff=True, is_superuser=True) if name == "superuser" else make_user(*filter(None, [name]))
    try:
        ask(person, group)
        may_ask = True
    except (PermissionDenied, RuleViolation):
        may_ask = False
    assert may_ask is (name in ASK and preset != "open")

    waiting = make_opening(group, make_user(roles.MODERATORS))
    try:
        may_agree = answer_opening(actor=person, glass=waiting, agree=True)
    except PermissionDenied:
        may_agree = False
    assert may_agree is (name in AGREE)
    waiting.refresh_from_db()
    assert (waiting.agreed_at is not None) is (name in AGREE and preset != "open")


@pytest.mark.parametrize("name", [roles.MODERATORS, roles.SAFEGUARDING_LEADS])
@pytest.mark.parametrize("preset", PRIVATE)
def test_an_opening_lets_one_person_read_what_it_names_and_is_seen_on_every_page(client, name, preset):
    group = make_group(preset, rules="Be kind.")
    post = make_post(make_thread(group), body=WORDS)
    reader, other = make_user(name), make_user(name)
    glass = opened(reader, group)

    client.force_login(reader)
    assert statuses(client, post) == OPEN
    for name in ("group", "rules", "thread"):
        answer = client.get(addresses(post)[name])
        assert "You are reading under break-glass, and it is written down." in answer.content.decode(), name
        assert answer["Handrail-Break-Glass-Until"] == glass.ends_at.isoformat()
        assert "no-store" in answer["Cache-Control"]
    assert WORDS in client.get(addresses(post)["thread"]).content.decode()
    assert WORDS in client.get("/api/v1/posts/", {"thread": post.thread.public_id}).content.decode()
    client.force_login(other)
    shut = {**CLOSED, "group": 200, "rules": 200, "api group": 200} if preset in {"request", "invite"} else CLOSED
    assert statuses(client, post) == shut
    assert WORDS not in client.get(addresses(post)["group"]).content.decode()


@pytest.mark.parametrize("state", ["asked", "refused", "withdrawn", "lapsed", "ended", "over", "somebody else's"])
def test_in_no_other_state_is_there_a_way_in(client, post, lead, state):
    group = post.thread.group
    glass = ask(lead, group)
    if state == "lapsed":
        BreakGlass.objects.update(asked_at=timezone.now() - timedelta(hours=25))
        assert answer_opening(actor=make_user(roles.ADMINISTRATORS), glass=glass, agree=True) is False
    elif state == "withdrawn":
        end_opening(actor=lead, glass=glass)
        assert answer_opening(actor=make_user(roles.ADMINISTRATORS), glass=glass, agree=True) is False
    elif state != "asked":
        answer_opening(actor=make_user(roles.ADMINISTRATORS), glass=glass, agree=state != "refused")
    if state == "ended":
        end_opening(actor=make_user(roles.ADMINISTRATORS), glass=glass)
    if state == "over":
        BreakGlass.objects.update(ends_at=timezone.now())
    if state == "somebody else's":
        BreakGlass.objects.update(asked_by=make_user(roles.SAFEGUARDING_LEADS))

    client.force_login(lead)
    assert statuses(client, post) == CLOSED
    assert not AuditEntry.objects.filter(act="glass.read").exists()


def test_it_ends_at_its_moment_and_with_the_role(client, post, lead):
    begins = timezone.now().replace(microsecond=0)
    with time_machine.travel(begins, tick=False):
        glass = opened(lead, post.thread.group, minutes=30)
    assert glass.ends_at == begins + timedelta(minutes=30)
    client.force_login(lead)
    for after, expected in ((timedelta(minutes=29, seconds=59), 200), (timedelta(minutes=30), 404)):
        with time_machine.travel(begins + after, tick=False):
            assert client.get(post.thread.get_absolute_url()).status_code == expected
    lead.groups.clear()
    with time_machine.travel(begins, tick=False):
        assert client.get(post.thread.get_absolute_url()).status_code == 404


def test_the_door_opens_on_its_pages_alone_and_never_to_write(client, post, lead):
    """A stranger's answer with the opening equals the answer without it, wherever it does not apply."""
    group, other = post.thread.group, make_post(make_thread(make_group("private")), body="Another secret")
    elsewhere = [
        reverse("groups:group_list"), reverse("groups:unanswered"), reverse("groups:session_list", args=[group.slug]),
        reverse("groups:member_list", args=[group.slug]), reverse("groups:reply", args=[post.thread.public_id]),
        reverse("groups:new_thread", args=[group.slug]), reverse("groups:names", args=[post.thread.public_id]),
        reverse("groups:post_history", args=[post.public_id]), reverse("groups:keep_post", args=[post.public_id]),
        reverse("groups:openness", args=[group.slug]), reverse("groups:feed", args=[group.slug]),
        reverse("home:search") + "?q=trust", reverse("moderation:report", args=["groups.post", post.public_id]),
        "/api/v1/groups/", "/api/v1/threads/", f"/api/v1/groups/{group.slug}/people/",
        other.thread.get_absolute_url(), other.thread.group.get_absolute_url(),
    ]  # fmt: skip
    client.force_login(lead)
    before = {path: normal(client.get(path), path) for path in elsewhere}
    opened(lead, group)
    after = {path: normal(client.get(path), path) for path in elsewhere}
    assert {path for path in elsewhere if before[path] != after[path]} == set()

    assert client.get(post.thread.get_absolute_url()).status_code == 200
    for name in ("reply", "mark_read", "lock_thread", "pin_thread"):
        assert client.post(reverse(f"groups:{name}", args=[post.thread.public_id]), {"body": "x"}).status_code == 404
    for name in ("react_to_post", "moderate_post", "keep_post"):
        assert client.post(reverse(f"groups:{name}", args=[post.public_id]), {"give": "with"}).status_code == 404
    written = client.post("/api/v1/posts/", {"thread": post.thread.public_id, "body": "x"}, "application/json")
    assert written.status_code == 404
    page = client.get(post.thread.get_absolute_url()).content.decode()
    assert page.count("<form") == client.get(reverse("groups:opening_list")).content.decode().count("<form") + 1
    assert Post.objects.count() == 2


def test_an_opening_of_one_thread_opens_nothing_beside_it(client, post, lead):
    group = post.thread.group
    beside = make_post(make_thread(group, title="The thread beside it"), body="More said in trust")
    opened(lead, group, thread=post.thread)

    client.force_login(lead)
    page = client.get(post.thread.get_absolute_url()).content.decode()
    assert WORDS in page and "The thread beside it" not in page
    assert statuses(client, beside) == CLOSED
    mine = {**CLOSED, "thread": 200, "post": 302, "api thread": 200, "api post": 200}
    assert statuses(client, post) == mine
    assert client.get("/api/v1/threads/", {"group": group.slug}).json()["results"] == []


def test_hidden_words_other_names_and_blocks_stay_as_a_member_finds_them(client, lead):
    group = make_group("private", allows_other_names=True)
    thread = make_post(make_thread(group)).thread
    make_post(thread, body="Words the team hid", hidden_at=timezone.now())
    picture = make_picture(make_post(thread, body="With a picture"))
    opened(lead, group)

    client.force_login(lead)
    page = client.get(thread.get_absolute_url()).content.decode()
    assert "Words the team hid" not in page and "With a picture" in page
    assert client.get(reverse("groups:picture", args=[picture.public_id])).status_code == 200
    BreakGlass.objects.update(ended_at=timezone.now())
    assert client.get(reverse("groups:picture", args=[picture.public_id])).status_code == 404


def test_every_page_is_an_entry_before_it_is_shown(client, post, lead):
    glass = opened(lead, post.thread.group)
    client.force_login(lead)
    client.get(post.thread.group.get_absolute_url())
    for _again in range(2):
        client.get(post.thread.get_absolute_url() + "?from=31")
    client.get(f"/api/v1/threads/{post.thread.public_id}/")

    read = AuditEntry.objects.filter(act="glass.read").order_by("position")
    pages = [f"thread:{post.thread.public_id}:31"] * 2 + [f"thread:{post.thread.public_id}"]
    assert [(one.actor, one.subject) for one in read] == [
        (lead, f"glass:{glass.pk}:{page}") for page in ["group", *pages]
    ]
    assert BreakGlass.objects.get().pages_read == 4
    acts = AuditEntry.objects.exclude(act="glass.read").order_by("position").values_list("act", flat=True)
    assert list(acts) == ["glass.ask", "glass.agree"]
    assert "leak" not in "".join(AuditEntry.objects.values_list("subject", flat=True))
    client.force_login(make_user(roles.MODERATORS))
    assert client.get(glass.get_absolute_url()).status_code == 404
    client.force_login(make_user(roles.ADMINISTRATORS))
    told = client.get(glass.get_absolute_url()).content.decode()
    assert (told.count("<li>A thread,"), told.count("<li>The group,")) == (3, 1)


def test_others_pay_no_query_for_it(client, django_assert_num_queries, post, lead):
    opened(lead, post.thread.group)
    for person in (AnonymousUser(), make_user()):
        with django_assert_num_queries(0):
            assert rules.can_break_glass(person) is False if person.is_authenticated else True
            sql = str(Thread.objects.visible_to(person).query)
        assert "breakglass" not in sql
    assert "breakglass" not in str(SupportGroup.objects.visible_to(lead).query)


def test_nobody_agrees_to_their_own_nor_in_turn_nor_reads_where_they_were(lead):
    group, other = make_group("private"), make_user(roles.SAFEGUARDING_LEADS)
    mine = ask(lead, group)
    with pytest.raises(PermissionDenied):
        answer_opening(actor=lead, glass=mine, agree=True)
    assert answer_opening(actor=other, glass=mine, agree=True) is True
    theirs = ask(other, group)
    with pytest.raises(PermissionDenied, match="third person"):
        answer_opening(actor=lead, glass=theirs, agree=True)
    BreakGlass.objects.filter(pk=mine.pk).update(
        agreed_at=timezone.now() - timedelta(hours=25), ends_at=timezone.now() - timedelta(hours=24)
    )
    assert answer_opening(actor=lead, glass=theirs, agree=True) is True

    was_there = make_member(group, make_user(roles.MODERATORS), left_at=timezone.now()).user
    with pytest.raises(RuleViolation, match="yourself"):
        ask(was_there, group)


def test_outside_the_demo_it_takes_a_second_step_of_sign_in(settings, lead):
    settings.DEMO = False
    with pytest.raises(RuleViolation, match="second step"):
        ask(lead, make_group("private"))
    with pytest.raises(RuleViolation, match="second step"):
        waiting = make_opening(make_group("private"), make_user(roles.MODERATORS))
        answer_opening(actor=lead, glass=waiting, agree=True)


def test_a_lead_alone_has_half_an_hour_and_somebody_else_looks_at_it(client, post, lead):
    group = post.thread.group
    for who, why in ((make_user(roles.MODERATORS), "danger"), (lead, "complaint")):
        with pytest.raises(PermissionDenied):
            ask(who, group, why=why, alone=True)
    glass = ask(lead, group, why="danger", alone=True, minutes=1440)
    assert glass.ends_at - glass.agreed_at == timedelta(minutes=30)
    client.force_login(lead)
    assert client.get(post.thread.get_absolute_url()).status_code == 200

    with pytest.raises(RuleViolation, match="looked"):
        ask(lead, make_group("private"), why="danger", alone=True)
    with pytest.raises(PermissionDenied):
        review_opening(actor=lead, glass=glass, was_right=True)
    with pytest.raises(PermissionDenied):
        review_opening(actor=make_user(roles.MODERATORS), glass=glass, was_right=True)
    later = timezone.now() + timedelta(hours=25)
    with time_machine.travel(later, tick=False):
        assert (remind_of_reviews(), remind_of_reviews()) == (1, 0)
    assert review_opening(actor=make_user(roles.ADMINISTRATORS), glass=glass, was_right=False) is True
    assert client.get(post.thread.get_absolute_url()).status_code == 404
    with time_machine.travel(later + timedelta(days=2), tick=False):
        assert remind_of_reviews() == 0
    assert ask(lead, make_group("private"), why="danger", alone=True).is_open


def test_who_is_told_and_that_no_message_names_the_group(monkeypatch, post, lead):
    box = Letterbox()
    monkeypatch.setitem(CHANNELS, "email", box)
    group, admin = post.thread.group, make_user(roles.ADMINISTRATORS)
    team, member = make_member(group, role="moderator").user, make_member(group).user
    glass = ask(lead, group)
    look_now()
    answer_opening(actor=admin, glass=glass, agree=True)
    look_now()
    told = [(person, one.title) for person, one in box.letters]
    assert [person for person, title in told if "asks to read" in title] == [admin.pk]
    assert [person for person, title in told if "has an answer" in title] == [lead.pk]
    assert [person for person, title in told if "look after" in title or "staff reads" in title] == [team.pk]
    assert "leak" not in box.words() and REASON not in box.words() and member.pk not in dict(told)


def test_a_worry_about_the_team_is_told_to_it_a_week_after_it_is_over(client, post, lead):
    group = post.thread.group
    team = make_member(group, role="moderator").user
    glass = opened(lead, group, why="team")
    client.force_login(team)
    page = reverse("groups:openness", args=[group.slug])
    assert tell_teams() == 0 and "never happened" in client.get(page).content.decode()
    with time_machine.travel(glass.ends_at + timedelta(days=7, seconds=1), tick=False):
        assert (tell_teams(), tell_teams()) == (1, 0)
    assert "A worry about those who look after the group" in client.get(page).content.decode()


@pytest.mark.parametrize("count", [1, 3])
def test_members_read_how_often_and_the_team_when_and_why(client, count, django_assert_num_queries):
    group = make_group("private")
    reader = make_user(roles.MODERATORS, display_name="Staff who read")
    for _one in range(count):
        make_opening(group, reader, is_open=True, pages_read=7)
    make_opening(group, reader)
    page = reverse("groups:openness", args=[group.slug])
    client.force_login(make_member(group).user)
    client.get(page)
    with django_assert_num_queries(6):  # session, user, group, membership, months, and whether they moderate
        told = client.get(page).content.decode()
    assert ("happened once" if count == 1 else f"happened {count} times") in told
    assert "7 pages" not in told and "Staff who read" not in told

    client.force_login(make_member(group, role="auditor").user)
    told = client.get(page).content.decode()
    assert told.count("7 pages read") == count and "Staff who read" not in told and REASON not in told


def test_the_pages_carry_it_from_question_to_answer_to_reading(client, post, lead):
    admin = make_user(roles.ADMINISTRATORS)
    client.force_login(lead)
    form = {"about": "http://testserver" + post.get_absolute_url(), "why": "danger", "reason": "Short", "minutes": "60"}
    wrong = client.post(reverse("groups:ask_to_open"), form)
    assert "Say in a sentence why" in wrong.content.decode() and "Short" in wrong.content.decode()
    nowhere = client.post(reverse("groups:ask_to_open"), {**form, "about": "no-such-group", "reason": REASON})
    assert "no group, thread or post at this address" in nowhere.content.decode()
    made = client.post(reverse("groups:ask_to_open"), {**form, "reason": REASON})
    glass = BreakGlass.objects.get()
    assert (made["Location"], glass.thread) == (glass.get_absolute_url(), post.thread)
    assert "You are the second person" not in client.get(made["Location"]).content.decode()

    client.force_login(admin)
    assert REASON in client.get(made["Location"]).content.decode()
    client.post(made["Location"], {"do": "agree"})
    assert client.get(post.thread.get_absolute_url()).status_code == 404, "who agrees does not read"
    client.force_login(lead)
    assert client.get(post.thread.get_absolute_url()).status_code == 200
    client.post(made["Location"], {"do": "end"})
    assert client.get(post.thread.get_absolute_url()).status_code == 404


@pytest.mark.parametrize("count", [1, 3])
def test_the_list_costs_the_same_for_one_and_three(client, count, django_assert_num_queries):
    lead, asker = make_user(roles.SAFEGUARDING_LEADS), make_user(roles.MODERATORS)
    for _one in range(count):
        make_opening(make_group("private"), asker)
    client.force_login(lead)
    client.get(reverse("groups:opening_list"))
    with django_assert_num_queries(4):  # session, user, roles, openings
        page = client.get(reverse("groups:opening_list")).content.decode()
    assert page.count("Waits for a second person") == count
    client.force_login(make_user(roles.MODERATORS))
    assert "Waits for a second person" not in client.get(reverse("groups:opening_list")).content.decode()
