"""Mend it and send it again: one step from the receipt, read by a moderator before anybody else."""

import pytest
from django.urls import reverse

from groups.models import Hiding, Post, PostEdit, PostText, Thread
from portal.moderation.models import Case, Decision
from portal.moderation.operations import appeal, claim, decide, report, undo_decision
from tests.factories.accounts import make_user
from tests.factories.groups import make_group, make_member, make_post, make_thread

BEFORE = "Dr Quennell at the old hospital is a fool"


class Scene:
    def __init__(self, act="hide"):
        self.group = make_group("private")
        self.writer, self.reader = (make_member(self.group).user for _one in range(2))
        self.leads = [make_member(self.group, role="moderator").user for _one in range(2)]
        self.thread = make_thread(self.group)
        make_post(self.thread, self.reader)
        self.post = make_post(self.thread, self.writer, body=BEFORE)
        made = report(actor=self.reader, reportable_key="groups.post", public_id=self.post.public_id, reason="unkind")
        case = claim(actor=self.leads[0], case=made.case)
        self.decision = decide(actor=self.leads[0], case=case, act=act, reason="unkind")

    @property
    def page(self):
        return reverse("moderation:resend", args=[self.decision.pk])

    def shown(self, user):
        return Post.objects.visible_to(user).with_words().get(pk=self.post.pk)


@pytest.fixture(params=["hide", "remove"])
def scene(db, request):
    return Scene(request.param)


def test_the_receipt_gives_the_words_back_ready_to_be_mended(scene, client):
    client.force_login(scene.writer)
    page = client.get(scene.decision.get_absolute_url())

    assert page.context["form"].initial["words"] == BEFORE
    assert "Unkind words" in page.content.decode()
    assert scene.leads[0].display_name not in page.content.decode()


def test_mended_words_wait_for_a_moderator_and_the_old_ones_are_gone(scene, client):
    client.force_login(scene.writer)
    assert client.post(scene.page, {"words": "I was not heard at my hospital"}).status_code == 302

    assert scene.shown(scene.reader).shown == "waiting"
    assert scene.shown(scene.writer).body == "I was not heard at my hospital"
    assert not PostText.objects.filter(body=BEFORE).exists()
    assert not PostEdit.objects.filter(body=BEFORE).exists()
    assert not Hiding.objects.filter(lifted_at=None).exists()
    assert Thread.objects.get(pk=scene.thread.pk).posts_count == 2

    case = Case.objects.open().get()
    assert case.origin == "review"
    decide(actor=scene.leads[0], case=claim(actor=scene.leads[0], case=case), act="publish", reason="other")
    assert scene.shown(scene.reader).body == "I was not heard at my hospital"


def test_it_is_sent_again_once_and_then_there_is_nothing_to_appeal(scene, client):
    client.force_login(scene.writer)
    client.post(scene.page, {"words": "Better words"})

    again = client.post(scene.page, {"words": "Other words"})
    assert again.status_code == 200
    assert scene.shown(scene.writer).body == "Better words"
    client.post(reverse("moderation:appeal", args=[scene.decision.pk]))
    assert not Case.objects.filter(origin="appeal").exists()


@pytest.mark.parametrize(
    ("words", "says"),
    [
        ("", "Write something first."),
        ("   ", "Write something first."),
        (BEFORE, "Change the part that was the problem"),
    ],
)
def test_what_will_not_do_is_said_beside_the_field_and_nothing_is_sent(scene, client, words, says):
    client.force_login(scene.writer)
    page = client.post(scene.page, {"words": words})

    assert says in str(page.context["form"].errors["words"])
    assert Decision.objects.get(pk=scene.decision.pk).resent_at is None
    assert not Case.objects.open().exists()


def test_whoever_may_not_write_any_more_keeps_what_they_typed(scene, client):
    from groups.operations.memberships import leave

    leave(actor=scene.writer, group=scene.group)
    client.force_login(scene.writer)
    page = client.post(scene.page, {"words": "Better words"}).content.decode()

    assert "You cannot send this again right now." in page
    assert "Better words</textarea>" in page


def test_nobody_else_sends_it_again(scene, client):
    for person in (scene.reader, scene.leads[0], make_user(), make_user("Moderators")):
        client.force_login(person)
        assert client.post(scene.page, {"words": "Better words"}).status_code == 404
    client.logout()
    signed_out = client.post(scene.page, {"words": "Better words"})
    assert signed_out.status_code == 401 and "Better words" in signed_out.content.decode()


def test_while_somebody_looks_again_it_is_not_sent_again(scene, client):
    appeal(actor=scene.writer, decision=scene.decision)
    client.force_login(scene.writer)

    assert client.get(scene.decision.get_absolute_url()).context["form"] is None
    client.post(scene.page, {"words": "Better words"})
    assert PostText.objects.get(post=scene.post).body == BEFORE


def test_a_decision_that_was_taken_back_leaves_nothing_to_mend(scene, client):
    undo_decision(actor=scene.leads[1], decision=scene.decision)
    client.force_login(scene.writer)
    assert client.get(scene.decision.get_absolute_url()).context["form"] is None
