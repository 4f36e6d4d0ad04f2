"""The page of people: who sees it, whom one does not meet there, what people say about themselves, roles, the badge."""

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from groups.models import AboutMe, Clinician, Membership, ThreadVoice
from groups.operations.about_me import say_about_me
from groups.operations.clinicians import give_badge
from groups.operations.memberships import leave
from groups.operations.posts import publish_post
from groups.wiring.people import erase, export
from portal.accounts import roles
from portal.moderation.models import AuditEntry
from tests.factories.accounts import make_block, make_user
from tests.factories.groups import make_group, make_member, make_post, make_thread
from tests.groups.normaliser import normal

pytestmark = pytest.mark.django_db


def as_(person):
    client = Client()
    if person is not None:
        client.force_login(person)
    return client


def people_page(client, group, **query):
    return client.get(reverse("groups:member_list", args=[group.slug], query=query or None))


def names(response):
    return [row.user.display_name for row in response.context["page"].rows]


@pytest.mark.parametrize(
    ("seen_by", "answers"),
    [
        ("everyone", {"nobody": 200, "stranger": 200, "staff": 200, "member": 200, "moderator": 200}),
        ("signed_in", {"nobody": 403, "stranger": 200, "staff": 200, "member": 200, "moderator": 200}),
        ("members", {"nobody": 403, "stranger": 403, "staff": 403, "member": 200, "moderator": 200}),
        ("moderators", {"nobody": 403, "stranger": 403, "staff": 403, "member": 403, "moderator": 200}),
    ],
)
def test_who_may_see_the_members_is_a_setting_of_its_own(seen_by, answers):
    group = make_group("open", members_seen_by=seen_by)
    member = make_member(group, make_user(display_name="Could Leak")).user
    people = {"nobody": None, "stranger": make_user(), "staff": make_user(*roles.ALL), "member": member,
              "moderator": make_member(group, role="moderator").user}  # fmt: skip

    for who, expected in answers.items():
        response = people_page(as_(people[who]), group)
        assert response.status_code == expected, who
        assert ("Could Leak" in response.content.decode().split("<main", 1)[1]) is (expected == 200), who


@pytest.mark.parametrize("preset", ["private", "hidden"])
@pytest.mark.parametrize("name", ["member_list", "about_me", "member_role"])
@pytest.mark.parametrize("method", ["get", "post"])
def test_the_people_of_a_group_one_may_not_know_answer_like_those_of_no_group(preset, name, method):
    group = make_group(preset)
    member = make_member(group, make_user(display_name="Could Leak"))
    more = [member.uuid] if name == "member_role" else []
    for person in (make_user(), make_user(*roles.ALL)):
        answers = [
            normal(getattr(as_(person), method)(reverse(f"groups:{name}", args=[slug, *more])), slug)
            for slug in (group.slug, "nowhere-at-all")
        ]
        assert answers[0] == answers[1]
        assert "Could Leak" not in answers[0][1]


def test_who_does_not_meet_is_not_there_for_the_other_but_for_moderators():
    group = make_group("private")
    one, other = (make_member(group, make_user(display_name=name)).user for name in ("Alder", "Birch"))
    lead = make_member(group, make_user(display_name="Cedar"), role="moderator").user
    make_block(one, other)

    assert names(people_page(as_(one), group)) == ["Cedar", "Alder"]
    assert names(people_page(as_(other), group)) == ["Cedar", "Birch"]
    assert names(people_page(as_(lead), group)) == ["Cedar", "Alder", "Birch"]
    assert as_(one).get(reverse("groups:member_role", args=[group.slug, other.memberships.get().uuid])).status_code in {
        403,
        404,
    }


def test_who_left_was_removed_or_closed_their_account_is_not_there():
    group = make_group("private")
    make_member(group, left_at=timezone.now())
    make_member(group, removed_at=timezone.now())
    make_member(group, make_user(is_active=False))
    me = make_member(group).user

    assert names(people_page(as_(me), group)) == [me.display_name]


@pytest.mark.parametrize("count", [1, 3])
def test_the_page_costs_the_same_for_one_and_three(client, count, django_assert_num_queries):
    group = make_group("private")
    for _ in range(count):
        member = make_member(group)
        say_about_me(actor=member.user, group=group, words="I knit")
    client.force_login(make_member(group, role="moderator").user)
    people_page(client, group)

    # user (the session is cached), group, membership, people, what they say, and two for the frame
    with django_assert_num_queries(7):
        response = people_page(client, group)

    assert [row.said for row in response.context["page"].rows] == [""] + ["I knit"] * count


def test_pages_follow_one_another_without_a_gap(client, monkeypatch):
    monkeypatch.setattr("groups.reads.people.PER_PAGE", 2)
    group = make_group("private")
    for name in ("Alder", "Birch", "Cedar"):
        make_member(group, make_user(display_name=name))
    client.force_login(make_member(group, make_user(display_name="Yew"), role="moderator").user)

    found, after = [], ""
    for _ in range(3):
        response = people_page(client, group, after=after) if after else people_page(client, group)
        found += names(response)
        after = response.context["page"].further
        if not after:
            break

    assert found == ["Yew", "Alder", "Birch", "Cedar"]
    for broken in ("x", "::", "9" * 300, "1", "²:a"):
        assert people_page(client, group, after=broken).status_code == 200


def test_a_carer_and_a_helper_are_marked(client):
    group = make_group("private")
    make_member(group, make_user(is_carer=True))
    make_member(group, role="mentor")
    client.force_login(make_member(group).user)

    words = people_page(client, group).content.decode()

    assert "Carer" in words and "Mentor" in words


def test_what_one_says_about_oneself_is_sealed_stays_in_its_group_and_goes_on_leaving(client):
    group, other = make_group("private"), make_group("private")
    me = make_member(group).user
    make_member(other, me)
    client.force_login(me)

    client.post(reverse("groups:about_me", args=[group.slug]), {"words": "Pelican, three years on"})

    kept = AboutMe.objects.get()
    assert b"Pelican" not in bytes(kept.words_sealed)
    assert "Pelican" in people_page(as_(make_member(group).user), group).content.decode()
    assert "Pelican" not in people_page(as_(make_member(other).user), other).content.decode()
    assert export(me)["about_me"] == [{"group": group.name, "words": "Pelican, three years on"}]
    leave(actor=me, group=group)
    assert not AboutMe.objects.exists()


def test_an_empty_box_takes_it_down_and_erasing_too(client):
    group = make_group("private")
    member = make_member(group)
    client.force_login(member.user)
    for take_down in (
        lambda: client.post(reverse("groups:about_me", args=[group.slug]), {"words": " "}),
        lambda: erase(member.user, keep_words=True),
    ):
        say_about_me(actor=member.user, group=group, words="Pelican")
        take_down()
        assert not AboutMe.objects.exists()


@pytest.mark.parametrize(
    ("preset", "words"),
    [("open", "Ring me on 07700 900123"), ("open", "I want to kill myself tonight"), ("private", "x" * 601)],
)
def test_words_that_do_not_belong_there_stay_in_the_box(client, preset, words):
    group = make_group(preset)
    client.force_login(make_member(group).user)

    response = client.post(reverse("groups:about_me", args=[group.slug]), {"words": words})

    assert response.status_code == 200
    assert response.context["form"].errors
    assert words in response.content.decode()
    assert not AboutMe.objects.exists()


def test_a_moderator_gives_a_role_and_a_member_is_told_why_not(client):
    group = make_group("private")
    lead, member = make_member(group, role="moderator"), make_member(group)
    page = reverse("groups:member_role", args=[group.slug, member.uuid])

    client.force_login(member.user)
    assert client.get(reverse("groups:member_role", args=[group.slug, lead.uuid])).status_code == 403
    client.force_login(lead.user)
    asked = client.get(page).content.decode()
    assert "Mentor" in asked and "Auditor" not in asked
    client.post(page, {"role": "mentor"})

    assert Membership.objects.get(pk=member.pk).role == "mentor"
    for wrong in ("auditor", "king", ""):
        response = client.post(page, {"role": wrong})
        assert response.context["form"].errors["role"]
    assert Membership.objects.get(pk=member.pk).role == "mentor"


def test_the_last_moderator_is_told_to_find_another_first(client):
    group = make_group("private")
    lead = make_member(group, role="moderator")
    client.force_login(lead.user)

    response = client.post(reverse("groups:member_role", args=[group.slug, lead.uuid]), {"role": "member"})

    assert "A group needs a moderator." in response.content.decode()


def desk(settings, *names):
    settings.DEMO = True
    person = make_user(*names)
    return person, as_(person)


def test_administrators_give_the_badge_of_a_clinician_and_take_it_back_everywhere(settings):
    administrator, client = desk(settings, roles.ADMINISTRATORS)
    group = make_group("private")
    nurse = make_member(group).user
    thread = make_post(make_thread(group)).thread
    publish_post(actor=nurse, thread=thread, body="Hello")
    sent = {"person": str(nurse.pk), "profession": "Palliative care nurse", "checked_in": "A register, 1234"}

    assert client.post(reverse("admin:groups_clinician_add"), sent).status_code == 302
    badge = Clinician.objects.get()
    assert (badge.given_by, badge.given_at.date()) == (administrator, timezone.now().date())
    assert ThreadVoice.objects.get(user=nurse).badge == "clinician"
    assert publish_post(actor=nurse, thread=thread, body="Again").voice.badge == "clinician"
    assert "Verified clinician" in people_page(as_(make_member(group).user), group).content.decode()
    assert "has the badge already" in client.post(reverse("admin:groups_clinician_add"), sent).content.decode()

    client.post(reverse("admin:groups_clinician_changelist"), {"action": "take_back", "_selected_action": [badge.pk]})
    badge.refresh_from_db()
    assert (badge.taken_by, badge.taken_at is not None) == (administrator, True)
    assert ThreadVoice.objects.get(user=nurse).badge == ""
    assert [one.act for one in AuditEntry.objects.order_by("position")] == ["clinician.give", "clinician.take"]


@pytest.mark.parametrize("name", [roles.MODERATORS, roles.EDITORS, roles.CLINICAL_REVIEWERS, roles.SAFEGUARDING_LEADS])
def test_no_other_staff_gives_the_badge(settings, name):
    _, client = desk(settings, name)

    assert client.get(reverse("admin:groups_clinician_add")).status_code == 403


def test_nobody_gives_it_to_themselves(settings):
    administrator, client = desk(settings, roles.ADMINISTRATORS)
    sent = {"person": str(administrator.pk), "profession": "Doctor", "checked_in": "Myself"}

    assert (
        "Somebody else has to check you." in client.post(reverse("admin:groups_clinician_add"), sent).content.decode()
    )
    assert not Clinician.objects.exists()


def test_a_voice_under_another_name_carries_no_badge():
    thread = make_post(make_thread(make_group("private", allows_other_names=True))).thread
    nurse = make_member(thread.group).user
    ThreadVoice.objects.create(thread=thread, user=nurse, shown_name="Quiet Fern", is_alias=True)

    give_badge(actor=make_user(roles.ADMINISTRATORS), person=nurse, profession="Nurse", checked_in="A register")

    assert publish_post(actor=nurse, thread=thread, body="Hello").voice.badge == ""
