"""Moderation for programs: report, appeal, send again, and the queue; each request done once."""

import json

import pytest

from portal.accounts.models import User
from portal.moderation.models import AuditEntry, Case, Decision, Report
from portal.moderation.operations import appeal, claim
from tests.factories.accounts import make_user
from tests.factories.groups import make_group, make_member, make_post, make_thread
from tests.factories.moderation import make_moderator

pytestmark = pytest.mark.django_db


class Scene:
    def __init__(self):
        self.group = make_group("private", name="Quiet harbour")
        self.writer, self.reader = (make_member(self.group).user for _one in range(2))
        self.first, self.second = (make_member(self.group, role="moderator").user for _one in range(2))
        self.post = make_post(make_thread(self.group), self.writer, body="Words that could leak")


@pytest.fixture
def scene():
    return Scene()


@pytest.fixture
def send(client):
    """Ask as somebody; a body makes it a POST."""

    def ask(person: User | None, path: str, body: object = None, **headers: str):
        client.logout()
        if person:
            client.force_login(person)
        if body is None:
            return client.get(f"/api/v1/{path}", headers=headers)
        return client.post(f"/api/v1/{path}", json.dumps(body), "application/json", headers=headers)

    return ask


def reported(scene, send, reason="unkind"):
    body = {"what": "groups.post", "id": scene.post.public_id, "reason": reason, "words": "please look"}
    return send(scene.reader, "reports/", body)


def decided(scene, send, **more):
    reported(scene, send)
    case = Case.objects.get()
    version = send(scene.first, f"cases/{case.pk}/claim/", {}).json()["version"]
    return send(
        scene.first, f"cases/{case.pk}/decide/", {"act": "hide", "reason": "unkind", "version": version, **more}
    )


def test_a_report_is_made_once_for_one_key_and_tells_its_outcome(scene, send):
    body = {"what": "groups.post", "id": scene.post.public_id, "reason": "unkind"}
    first = send(scene.reader, "reports/", body, **{"Idempotency-Key": "one"})
    again = send(scene.reader, "reports/", body, **{"Idempotency-Key": "one"})

    assert (first.status_code, again.status_code) == (201, 201)
    assert first.json() == again.json() and again["Idempotency-Replayed"] == "true"
    assert Report.objects.count() == 1
    assert send(scene.reader, "reports/").json()["results"][0]["outcome"] is None
    assert send(scene.second, "reports/").json()["results"] == []


def test_what_one_may_not_know_cannot_be_reported_and_answers_as_nothing_does(scene, send):
    stranger = make_user()
    there = send(stranger, "reports/", {"what": "groups.post", "id": scene.post.public_id, "reason": "other"})
    nowhere = send(stranger, "reports/", {"what": "groups.post", "id": "nosuchpost", "reason": "other"})
    assert (there.status_code, there.content) == (404, nowhere.content)
    assert send(None, "reports/", {"what": "groups.post", "id": "x", "reason": "other"}).status_code == 401
    wrong = send(scene.reader, "reports/", {"what": "groups.post", "id": scene.post.public_id, "reason": "nonsense"})
    assert wrong.status_code == 400 and "reason" in wrong.json()["fields"]


def test_the_queue_is_for_who_looks_after_the_group(scene, send):
    reported(scene, send)
    case = Case.objects.get()

    row = send(scene.first, "cases/").json()["results"][0]
    assert (row["number"], row["band"], row["place"], row["reports"]) == (case.number, "green", "Quiet harbour", 1)
    for person in (scene.writer, scene.reader, make_user()):
        assert send(person, "cases/").status_code == 403
        assert send(person, f"cases/{case.pk}/").status_code == 404
    assert send(make_moderator(), "cases/").json()["results"] == []
    assert send(make_moderator(), f"cases/{case.pk}/").status_code == 404
    assert send(None, "cases/").status_code == 401


def test_hard_words_are_in_the_detail_only_and_reading_them_is_written_down(scene, send):
    reported(scene, send, reason="worried")
    listed = send(scene.first, "cases/")
    assert "Words that could leak" not in listed.content.decode()
    assert not AuditEntry.objects.filter(act="case.read").exists()

    detail = send(scene.first, f"cases/{Case.objects.get().pk}/").json()
    assert detail["reported"] == detail["says_now"] == "Words that could leak"
    assert AuditEntry.objects.get(act="case.read").actor == scene.first
    assert scene.reader.display_name not in json.dumps(detail)


def test_one_takes_a_case_and_the_other_is_told_so(scene, send):
    reported(scene, send)
    case = Case.objects.get()
    assert send(scene.first, f"cases/{case.pk}/claim/", {}).json()["holder"] == scene.first.display_name
    refused = send(scene.second, f"cases/{case.pk}/claim/", {})
    assert (refused.status_code, refused.json()["code"]) == (409, "claimed")
    assert send(scene.first, f"cases/{case.pk}/release/", {}).json()["holder"] is None
    assert send(scene.second, f"cases/{case.pk}/claim/", {}).status_code == 200
    assert [row["number"] for row in send(scene.second, "cases/?state=mine").json()["results"]] == [case.number]


def test_a_decision_reaches_the_writer_who_appeals_and_is_answered_by_another(scene, send):
    answer = decided(scene, send, step="read_only", days=3)
    assert answer.status_code == 200, answer.content
    assert answer.json()["closed_at"] is not None

    rows = send(scene.writer, "decisions/").json()["results"]
    assert {row["act"] for row in rows} == {"hide", "read_only"}
    hidden = next(row for row in rows if row["act"] == "hide")
    assert (hidden["your_words"], hidden["may_appeal"], hidden["may_resend"]) == ("Words that could leak", True, True)
    assert scene.first.display_name not in json.dumps(rows)
    assert send(scene.reader, f"decisions/{hidden['id']}/").status_code == 404
    assert send(scene.reader, "reports/").json()["results"][0]["outcome"] == "acted"

    assert send(scene.writer, f"decisions/{hidden['id']}/appeal/", {}).status_code == 200
    case = Case.objects.get(origin="appeal")
    assert send(scene.first, f"cases/{case.pk}/claim/", {}).json()["code"] == "not_for_you"
    version = send(scene.second, f"cases/{case.pk}/claim/", {}).json()["version"]
    wrong = send(scene.second, f"cases/{case.pk}/decide/", {"act": "hide", "version": version})
    assert wrong.status_code == 400
    send(scene.second, f"cases/{case.pk}/decide/", {"act": "overturn", "version": version})
    assert Decision.objects.get(pk=hidden["id"]).undone_at is not None


def test_a_stale_decision_is_refused_and_changes_nothing(scene, send):
    answer = decided(scene, send, version=0)
    assert (answer.status_code, answer.json()["code"]) == (409, "changed")
    assert not Decision.objects.exists()


def test_words_are_sent_again_once(scene, send):
    decided(scene, send)
    decision = Decision.objects.get()
    for person, status in ((scene.reader, 404), (scene.writer, 200), (scene.writer, 403)):
        answer = send(person, f"decisions/{decision.pk}/resend/", {"words": "Kinder words"})
        assert answer.status_code == status
    assert Case.objects.open().get().origin == "review"


@pytest.mark.parametrize("count", [1, 3])
def test_the_queue_costs_the_same_for_any_length(scene, client, count, django_assert_num_queries):
    from tests.portal.moderation.test_reports import report

    for _one in range(count):
        post = make_post(scene.post.thread, scene.writer)
        report(actor=scene.reader, reportable_key="groups.post", public_id=post.public_id, reason="unkind")
    client.force_login(scene.first)
    client.get("/api/v1/cases/")

    with django_assert_num_queries(3):  # user, groups moderated, page
        assert len(client.get("/api/v1/cases/").json()["results"]) == count


def test_done_cases_come_newest_first(scene, send):
    decided(scene, send)
    assert [row["reason"] for row in send(scene.first, "cases/?state=done").json()["results"]] == ["unkind"]
    assert send(scene.first, "cases/").json()["results"] == []
    assert send(scene.first, "cases/?state=second").json()["results"] == []
    appeal(actor=scene.writer, decision=Decision.objects.get())
    with pytest.raises(Exception, match="somebody else looks"):
        claim(actor=scene.first, case=Case.objects.get(origin="appeal"))
