"""Whom the team owes a reply: a tab of its own, the longest waiting first; and the desk of one part of the site."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from groups.operations.posts import publish_post
from groups.operations.team import write_to_team
from portal.moderation.models import Case
from portal.moderation.operations import appeal, claim, decide, report, resend
from tests.factories.accounts import make_user
from tests.factories.groups import make_group, make_member, make_thread

DESK = reverse("moderation:desk")
pytestmark = pytest.mark.django_db


class Scene:
    """A private group with a moderator, and members who write."""

    def __init__(self):
        self.group = make_group("private", name="Quiet den")
        self.lead, self.other = (make_member(self.group, role="moderator").user for _one in range(2))
        self.writer = make_member(self.group).user
        self.thread = make_thread(self.group)

    def reported(self, words="Some words"):
        post = publish_post(actor=self.writer, thread=self.thread, body=words)
        about = {"reportable_key": "groups.post", "public_id": post.public_id}
        return report(actor=make_member(self.group).user, **about, reason="unkind", words="").case

    def hidden(self, words="Some words"):
        case = claim(actor=self.other, case=self.reported(words))
        return decide(actor=self.other, case=case, act="hide", reason="unkind")


@pytest.fixture
def scene():
    return Scene()


def numbers(answer):
    return [case.number for case in answer.context["queue"].cases]


def test_who_waits_for_a_reply_stands_in_a_tab_of_their_own_the_longest_first(client, scene):
    plain = scene.reported()
    asked = write_to_team(actor=scene.writer, group=scene.group, words="May I ask?", key="k" * 12).case
    looked = appeal(actor=scene.writer, decision=scene.hidden("Once"))
    again = resend(actor=scene.writer, decision=scene.hidden("Twice"), words="Better words")
    Case.objects.filter(pk=looked.pk).update(opened_at=timezone.now() - timedelta(days=2))
    client.force_login(scene.lead)

    answer = client.get(DESK, {"tab": "waiting"})
    assert numbers(answer) == [looked.number, asked.number, again.number]
    assert answer.context["queue"].counts["waiting"] == "3"
    assert "The author sent it again" in answer.content.decode()
    told = client.get("/api/v1/cases/", {"state": "waiting"}).json()
    assert [one["number"] for one in told["results"]] == numbers(answer)
    assert plain.number in numbers(client.get(DESK))


def test_a_reply_takes_them_out_of_it_and_a_later_report_does_not_bring_them_back(client, scene):
    case = resend(actor=scene.writer, decision=scene.hidden(), words="Better words")
    client.force_login(scene.lead)
    decide(actor=scene.lead, case=claim(actor=scene.lead, case=case), act="publish", reason="other")
    assert numbers(client.get(DESK, {"tab": "waiting"})) == []

    about = {"reportable_key": "groups.post", "public_id": case.object_id}
    later = report(actor=make_member(scene.group).user, **about, reason="unkind", words="").case
    assert numbers(client.get(DESK, {"tab": "waiting"})) == []
    assert later.number in numbers(client.get(DESK))


def test_the_desk_shows_one_group_by_a_key_that_tells_no_name(client, scene):
    elsewhere = Scene()
    make_member(elsewhere.group, scene.lead, role="moderator")
    here, there = scene.reported(), elsewhere.reported()
    client.force_login(scene.lead)

    page = client.get(DESK)
    assert set(numbers(page)) == {here.number, there.number}
    assert f'value="{scene.group.uuid}">Quiet den</option>' in page.content.decode()
    only = client.get(DESK, {"part": str(scene.group.uuid)})
    assert numbers(only) == [here.number]
    assert only.context["queue"].counts["open"] == "1"
    links = [one for one in only.content.decode().split('"') if one.startswith(("/moderation/?", "/moderation/now"))]
    assert links and all(f"part={scene.group.uuid}" in one and "den" not in one for one in links)
    told = client.get("/api/v1/cases/", {"part": str(scene.group.uuid)}).json()
    assert [one["number"] for one in told["results"]] == [here.number]


def test_the_key_of_a_group_one_does_not_look_after_is_as_good_as_nonsense(client, scene):
    mine = Scene()
    case = mine.reported()
    scene.reported()
    client.force_login(mine.lead)
    answers = [client.get(DESK, {"part": part}) for part in (str(scene.group.uuid), "nonsense")]
    assert [numbers(one) for one in answers] == [[case.number]] * 2
    assert all("Quiet den" in one.content.decode() for one in answers)  # their own group has that name
    assert str(scene.group.uuid) not in answers[0].content.decode()


def test_a_staff_moderator_is_not_offered_a_private_group(client, scene):
    scene.reported()
    make_group("open", name="Open air")
    client.force_login(make_user("Moderators"))
    page = client.get(DESK).content.decode()
    assert "Open air</option>" in page and "Quiet den" not in page and str(scene.group.uuid) not in page
