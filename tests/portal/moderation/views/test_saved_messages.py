"""Saved messages outside the admin: of the site and of a group, with a few marks that are filled in."""

import pytest
from django.urls import reverse

from portal.moderation.models import Case, Reply
from portal.moderation.operations import claim
from portal.moderation.reads import case_file
from tests.factories.accounts import make_user
from tests.factories.groups import make_group, make_member, make_post, make_thread
from tests.factories.moderation import make_moderator

LIST, NEW = reverse("moderation:reply_list"), reverse("moderation:new_reply")
pytestmark = pytest.mark.django_db
TYPED = {"label": "Kind words", "reason": "unkind", "language": "en", "body": "Dear {name}, in {group}: {case}."}


@pytest.fixture
def group():
    return make_group("private", name="Quiet den")


@pytest.fixture
def lead(group):
    return make_member(group, role="moderator").user


def case_in(client, group, name="River"):
    post = make_post(make_thread(group), make_member(group, make_user(display_name=name)).user)
    client.force_login(make_member(group).user)
    client.post(reverse("moderation:report", args=["groups.post", post.public_id]), {"reason": "unkind"})
    return Case.objects.get(object_id=post.public_id)


def labels(case, reader):
    return [str(one.label) for one in case_file(case, reader).saved.values()]


def test_a_group_moderator_writes_one_for_their_group_and_it_is_filled_in_where_it_is_used(client, group, lead):
    client.force_login(lead)
    sent = client.post(NEW, {**TYPED, "part": str(group.uuid)})
    assert sent["Location"] == LIST
    assert "Kind words" in client.get(LIST).content.decode()
    case = case_in(client, group)
    client.force_login(lead)
    case = claim(actor=lead, case=case)
    used = {"act": "hide", "reason": "unkind", "version": case.version, "use_saved": "1"}
    answer = client.post(case.get_absolute_url(), {**used, "saved": str(Reply.objects.get().pk)})
    assert answer.context["form"].initial["message"] == f"Dear River, in Quiet den: {case.number}."


def test_one_of_a_group_is_known_and_offered_in_that_group_alone(client, group, lead):
    Reply.objects.create(scope=f"groups:{group.uuid}", label="About the den", reason="unkind", body="Words")
    Reply.objects.create(label="Of the site", reason="unkind", body="Words")
    elsewhere = make_group("private")
    stranger = make_member(elsewhere, role="moderator").user
    staff = make_moderator()
    for person in (stranger, staff):
        client.force_login(person)
        page = client.get(LIST).content.decode()
        assert "Of the site" in page and "About the den" not in page
        kept = reverse("moderation:change_reply", args=[Reply.objects.get(label="About the den").pk])
        assert client.get(kept).status_code == 404
    assert labels(case_in(client, group), lead)[:2] == ["About the den", "Of the site"]
    assert "About the den" not in labels(case_in(client, elsewhere, "Heath"), stranger)


def test_the_sites_own_are_changed_by_its_moderators_only(client, lead):
    row = Reply.objects.create(label="Of the site", body="Words")
    change = reverse("moderation:change_reply", args=[row.pk])
    client.force_login(lead)
    assert client.get(change).status_code == 404
    assert client.post(reverse("moderation:retire_reply", args=[row.pk]), {"on": "1"}).status_code == 404
    assert change not in client.get(LIST).content.decode()
    client.force_login(make_moderator())
    client.post(change, {**TYPED, "part": "site", "body": "Other words"})
    assert Reply.objects.get().body == "Other words"


def test_a_retired_one_is_offered_no_more_until_it_is_brought_back(client, group, lead):
    row = Reply.objects.create(scope=f"groups:{group.uuid}", label="About the den", body="Words")
    case = case_in(client, group)
    client.force_login(lead)
    retire = reverse("moderation:retire_reply", args=[row.pk])
    client.post(retire, {"on": "1"})
    assert "About the den" not in labels(case, lead) and "No longer offered" in client.get(LIST).content.decode()
    client.post(retire, {"on": "0"})
    assert "About the den" in labels(case, lead)


@pytest.mark.parametrize(
    ("wrong", "field", "says"),
    [
        ({"body": "Dear {surname}"}, "body", "{surname} stands for nothing. You can use {name}, {group}, {case}."),
        ({"label": "Taken"}, "label", "There is a message of this name in this language already. Choose another name."),
        ({"body": ""}, "body", "Write the message first."),
        ({"part": "site"}, "part", "Choose one of the list."),
    ],
)
def test_what_is_wrong_is_told_beside_its_field_and_kept(client, group, lead, wrong, field, says):
    Reply.objects.create(scope=f"groups:{group.uuid}", label="Taken", body="Words")
    client.force_login(lead)
    answer = client.post(NEW, {**TYPED, "part": str(group.uuid), **wrong})
    assert answer.context["form"].errors[field] == [says]
    assert (wrong.get("label") or TYPED["label"]) in answer.content.decode()
    assert Reply.objects.count() == 1


@pytest.mark.parametrize("count", [1, 3])
def test_the_list_costs_the_same_for_any_length(client, lead, group, count, django_assert_num_queries):
    for number in range(count):
        Reply.objects.create(scope=f"groups:{group.uuid}", label=f"Words {number}", body="Words")
    client.force_login(lead)
    client.get(LIST)
    with django_assert_num_queries(
        6
    ):  # user, staff roles, groups moderated, their names, messages; unread for the frame
        assert len(client.get(LIST).context["replies"]) == count


def test_a_person_who_moderates_nothing_has_no_such_page(client):
    client.force_login(make_user())
    assert client.get(LIST).status_code == 403
