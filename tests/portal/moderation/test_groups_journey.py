"""Report this post, a moderator hides it, the author is told why: with a real support group, at the doors."""

import pytest
from django.urls import reverse

from groups.models import Post
from portal.moderation.models import Case, Decision
from portal.notifications.models import Event
from tests.factories.accounts import make_user
from tests.factories.groups import make_group, make_member, make_post, make_thread
from tests.factories.moderation import make_moderator


def report_page(post):
    return reverse("moderation:report", args=["groups.post", post.public_id])


def decide_page_of(client, case):
    client.post(reverse("moderation:claim_case", args=[case.pk]))
    return reverse("moderation:case", args=[case.pk])


def shown_to(user, post):
    return Post.objects.visible_to(user).get(pk=post.pk).shown


def test_a_post_is_reported_hidden_told_appealed_and_shown_again(client, db):
    group = make_group("open")
    author, reader, first, second = make_user(), make_user(), make_moderator(), make_moderator()
    make_member(group, author)
    post = make_post(make_thread(group), author, body="Buy my mushroom tea")

    client.force_login(reader)
    assert client.post(report_page(post), {"reason": "selling", "words": "an advert"}).status_code == 302

    client.force_login(first)
    case = Case.objects.get()
    page = decide_page_of(client, case)
    assert "Buy my mushroom tea" in client.get(page).content.decode()
    case.refresh_from_db()
    typed = {"act": "hide", "reason": "selling", "message": "", "note": "", "version": case.version}
    assert client.post(page, typed).status_code == 302
    assert shown_to(reader, post) == "hidden"

    decision = Decision.objects.get()
    assert Event.objects.filter(kind="moderation.decision", subject=str(decision.pk)).exists()
    client.force_login(author)
    told = client.get(reverse("moderation:decision", args=[decision.pk])).content.decode()
    assert "Buy my mushroom tea" in told
    assert "Selling, or asking for money" in told
    client.post(reverse("moderation:appeal", args=[decision.pk]))

    client.force_login(second)
    appeal = Case.objects.get(appeal_of=decision)
    page = decide_page_of(client, appeal)
    appeal.refresh_from_db()
    client.post(page, {"act": "overturn", "message": "", "note": "", "version": appeal.version})
    assert shown_to(reader, post) == "shown"


def test_staff_moderators_do_not_learn_of_cases_in_a_private_group(client, db):
    group = make_group("private")
    author, own, staff = make_user(), make_user(), make_moderator()
    make_member(group, author)
    make_member(group, own, role="moderator")
    member = make_member(group).user
    post = make_post(make_thread(group), author)
    client.force_login(member)
    client.post(report_page(post), {"reason": "worried"})
    case = Case.objects.get()

    client.force_login(own)
    assert client.get(reverse("moderation:case", args=[case.pk])).status_code == 200
    client.force_login(staff)
    assert client.get(reverse("moderation:case", args=[case.pk])).status_code == 404
    assert case.number not in client.get(reverse("moderation:desk")).content.decode()


@pytest.mark.parametrize("preset", ["private", "hidden"])
def test_what_a_private_group_holds_cannot_be_reported_by_a_stranger(client, db, preset):
    post = make_post(make_thread(make_group(preset)))

    for person in [None, make_user(), make_moderator()]:
        if person:
            client.force_login(person)
        assert client.get(report_page(post)).status_code == 404


def test_an_open_group_takes_reports_from_readers_who_are_signed_out(client, db):
    post = make_post(make_thread(make_group("open")))

    assert client.post(report_page(post), {"reason": "worried"}).status_code == 302
    assert Case.objects.get().band_name == "crisis"


def test_a_moderator_takes_a_post_from_its_thread_to_the_desk_once(client, db):
    group = make_group("private")
    post = make_post(make_thread(group), make_member(group).user)
    leads = [make_member(group, role="moderator").user for _ in range(2)]
    address = reverse("groups:moderate_post", args=[post.public_id])
    for lead in leads:
        client.force_login(lead)
        assert "Moderate this post" in client.get(post.thread.get_absolute_url()).content.decode()
        answer = client.post(address)
        assert answer.url == Case.objects.get().get_absolute_url()
        assert client.get(answer.url).status_code == 200

    assert Case.objects.get().reports.count() == 1
    assert client.get(address).url == post.get_absolute_url()  # looking opens nothing


def test_only_who_moderates_the_group_takes_its_posts_to_the_desk(client, db):
    group = make_group("private")
    author = make_member(group, role="moderator").user
    post = make_post(make_thread(group), author)
    address = reverse("groups:moderate_post", args=[post.public_id])
    elsewhere = make_member(make_group("open"), role="moderator").user
    for person, status in [(make_member(group).user, 403), (author, 404), (elsewhere, 404), (make_moderator(), 404)]:
        client.force_login(person)
        assert client.post(address).status_code == status
    client.force_login(make_member(group).user)
    assert "Moderate this post" not in client.get(post.thread.get_absolute_url()).content.decode()
    assert not Case.objects.exists()
