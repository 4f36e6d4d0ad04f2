"""Many adverts at once, and nothing but adverts."""

import pytest
from django.urls import reverse

from groups.models import Post
from portal.moderation.models import Case, Decision
from portal.moderation.operations import appeal, claim, decide, report
from tests.factories.accounts import make_user
from tests.factories.groups import make_group, make_member, make_post, make_thread

ADVERTS, DESK = reverse("moderation:remove_spam"), reverse("moderation:desk")


class Scene:
    def __init__(self):
        self.group = make_group("private")
        self.writer, self.reader = (make_member(self.group).user for _one in range(2))
        self.lead, self.other = (make_member(self.group, role="moderator").user for _one in range(2))
        self.thread = make_thread(self.group)

    def case(self, reason="selling", writer=None):
        post = make_post(self.thread, writer or self.writer, body=f"Words {reason}")
        made = report(actor=self.reader, reportable_key="groups.post", public_id=post.public_id, reason=reason)
        return made.case


@pytest.fixture
def scene(db, client):
    made = Scene()
    client.force_login(made.lead)
    return made


def sent(client, *cases):
    return client.post(ADVERTS, {"case": [str(getattr(case, "pk", case)) for case in cases]}, follow=True)


def test_the_ticked_adverts_go_and_each_author_is_told(scene, client):
    cases = [scene.case(), scene.case(writer=make_member(scene.group).user)]
    assert client.get(DESK).content.decode().count('form="adverts"') == 2

    page = sent(client, *cases).content.decode()

    assert "2 adverts removed." in page
    assert Post.objects.filter(removed_at__isnull=False).count() == 2
    told = Decision.objects.filter(act="remove", reason="selling", told_author=True)
    assert {one.author_id for one in told} == {case.author_id for case in cases}


def test_nothing_but_adverts_and_nothing_that_is_somebody_elses(scene, client):
    unkind, worried, advert, taken = (scene.case(reason) for reason in ("unkind", "worried", "selling", "selling"))
    claim(actor=scene.other, case=taken)
    done = scene.case()
    decide(actor=scene.lead, case=claim(actor=scene.lead, case=done), act="no_action", reason="selling")
    assert client.get(DESK).content.decode().count('form="adverts"') == 1

    page = sent(client, unkind, worried, advert, taken, done, "nonsense").content.decode()

    assert "1 advert removed. 4 were left as they are." in page
    assert Decision.objects.get(act="remove").case == advert
    assert Case.objects.open().count() == 3


def test_an_appeal_is_never_swept_away(scene, client):
    case = scene.case()
    decision = decide(actor=scene.other, case=claim(actor=scene.other, case=case), act="hide", reason="selling")
    again = appeal(actor=scene.writer, decision=decision)

    sent(client, again)

    assert Case.objects.get(pk=again.pk).is_open


def test_without_a_tick_nothing_happens_and_nobody_else_may(scene, client):
    case = scene.case()
    assert "Tick the adverts first." in client.post(ADVERTS, follow=True).content.decode()
    for person in (scene.writer, make_user()):
        client.force_login(person)
        assert client.post(ADVERTS, {"case": [str(case.pk)]}).status_code == 403
    client.force_login(make_user("Moderators"))
    sent(client, case)
    assert Case.objects.get(pk=case.pk).is_open
