"""The staff desk for groups: what each role opens, and that nobody's private words are in it."""

import pytest
from django.urls import reverse

from groups.models import Clinician, GroupRules, Membership, Memorial, Post, SupportGroup
from portal.accounts import roles
from tests.factories.accounts import make_user
from tests.factories.groups import make_group, make_member, make_post, make_thread

pytestmark = pytest.mark.django_db


@pytest.fixture
def desk(client, settings):
    """Signs a member of staff in; demo mode asks no second step."""
    settings.DEMO = True

    def as_(*names):
        person = make_user(*names)
        client.force_login(person)
        return client

    return as_


def test_administrators_found_a_group_with_a_preset(desk):
    client = desk(roles.ADMINISTRATORS)
    assert client.get(reverse("admin:groups_supportgroup_add")).status_code == 200

    answer = client.post(
        reverse("admin:groups_supportgroup_add"),
        {"preset": "private", "name": "New group", "summary": "x", "description": "", "languages": "en",
         "join_question": "", "rules": "Be kind.", "closed_at": ""},
    )  # fmt: skip

    assert answer.status_code == 302
    group = SupportGroup.objects.get()
    assert (group.known_to, group.rules_version, group.slug.startswith("new-group-")) == ("members", 1, True)
    assert Membership.objects.get(group=group).role == "moderator"


def test_administrators_change_settings_and_publish_rules(desk):
    group = make_group("open", rules="Be kind.")
    client = desk(roles.ADMINISTRATORS)
    address = reverse("admin:groups_supportgroup_change", args=[group.pk])
    assert "Be kind." in client.get(address).content.decode()

    answer = client.post(
        address,
        {"name": group.name, "summary": "Changed", "description": "", "languages": "en", "join_question": "",
         "rules": "Be kinder.", "known_to": "everyone", "members_seen_by": "members", "read_by": "members",
         "join_by": "request", "closed_at": "", "answer_within": "12", "staffed_hours": "",
         "staffed_zone": "Europe/London",
         "memberships-TOTAL_FORMS": "0", "memberships-INITIAL_FORMS": "0"},
    )  # fmt: skip

    assert answer.status_code == 302
    group.refresh_from_db()
    assert (group.summary, group.read_by, group.rules_version) == ("Changed", "members", 2)
    assert (GroupRules.objects.count(), group.answer_within) == (2, 12)


def test_administrators_say_whether_a_group_has_pictures_and_other_names(desk):
    client = desk(roles.ADMINISTRATORS)
    typed = {"preset": "private", "name": "New group", "summary": "x", "languages": "en", "rules": ""}
    client.post(reverse("admin:groups_supportgroup_add"), {**typed, "allows_other_names": "on"})
    group = SupportGroup.objects.get()
    assert (group.allows_pictures, group.allows_other_names) == (False, True)
    page = client.get(reverse("admin:groups_supportgroup_change", args=[group.pk])).content.decode()
    assert 'name="allows_pictures"' in page and 'name="allows_other_names"' in page


@pytest.mark.parametrize("page", ["supportgroup", "thread", "post"])
def test_the_lists_open_for_administrators(desk, page):
    make_post(make_thread(make_group("open", name="Long nights"), title="Long nights"))
    assert "Long nights" in desk(roles.ADMINISTRATORS).get(reverse(f"admin:groups_{page}_changelist")).text


@pytest.mark.parametrize(
    ("page", "row"),
    [
        ("memorial", lambda person: Memorial.objects.create(person=person, wish="keep")),
        ("clinician", lambda person: Clinician.objects.create(person=person, profession="nurse", checked_in="x")),
    ],
)
def test_a_list_with_somebody_in_it_names_them(desk, page, row):
    person = make_user(display_name="Named in a list")
    row(person)
    page = desk(roles.ADMINISTRATORS).get(reverse(f"admin:groups_{page}_changelist")).content.decode()
    assert "Named in a list" in page


def test_words_of_groups_that_not_everyone_reads_are_not_here(desk):
    shown, private = (make_post(make_thread(make_group(preset))) for preset in ("open", "private"))
    client = desk(roles.MODERATORS)

    page = client.get(reverse("admin:groups_post_changelist")).content.decode()

    assert shown.public_id in page and private.public_id not in page
    assert "Hello there" in client.get(reverse("admin:groups_post_change", args=[shown.pk])).content.decode()
    assert client.get(reverse("admin:groups_post_change", args=[private.pk]), follow=True).status_code == 200
    assert client.get(reverse("admin:groups_post_change", args=[private.pk])).status_code == 302


def test_words_are_read_only_and_hiding_goes_through_the_operation(desk):
    post = make_post(make_thread(make_group("open")))
    client = desk(roles.MODERATORS)
    change = reverse("admin:groups_post_change", args=[post.pk])

    assert client.post(change, {"number": "9"}).status_code == 403
    assert client.post(reverse("admin:groups_post_delete", args=[post.pk])).status_code == 403
    assert client.get(reverse("admin:groups_post_add")).status_code == 403
    client.post(reverse("admin:groups_post_changelist"), {"action": "hide", "_selected_action": [str(post.pk)]})

    post = Post.objects.get(pk=post.pk)
    assert post.hidden_at is not None and post.hidings.count() == 1


def test_editors_open_nothing_of_groups(desk):
    client = desk(roles.EDITORS)
    for page in ("supportgroup", "thread", "post"):
        assert client.get(reverse(f"admin:groups_{page}_changelist")).status_code == 403


def test_the_list_of_members_is_nobodys_business_here(desk):
    group = make_group("open")
    member, lead = make_member(group).user, make_member(group, role="moderator").user

    page = desk(roles.ADMINISTRATORS).get(reverse("admin:groups_supportgroup_change", args=[group.pk])).content.decode()

    assert lead.display_name in page and member.display_name not in page


@pytest.mark.parametrize("count", [1, 3])
def test_the_page_of_a_group_costs_the_same_for_a_team_of_one_and_of_three(desk, django_assert_num_queries, count):
    group = make_group("open")
    client = desk(roles.ADMINISTRATORS)
    for _ in range(count):
        make_member(group, role="mentor")
    address = reverse("admin:groups_supportgroup_change", args=[group.pk])
    client.get(address)

    with django_assert_num_queries(7):  # the person, roles, the group, its rules, its topics, all topics, the team
        page = client.get(address)

    assert page.content.decode().count('value="mentor" selected') == count
