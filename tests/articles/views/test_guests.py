"""A reviewer without an account: one draft, until a day, and remarks only."""

import datetime as dt
import re

import pytest
from django.core import signing
from django.core.exceptions import PermissionDenied
from django.urls import reverse
from django.utils import timezone

from articles.models import BlockComment, ReviewInvitation
from articles.operations.invitations import SALT, invite, revoke, token_of
from portal.accounts import roles
from portal.notifications.models import Delivery
from tests.factories.accounts import make_user
from tests.factories.articles import make_article, text

pytestmark = pytest.mark.django_db


@pytest.fixture
def invitation():
    article = make_article(text("Draft heading"), published=False)
    return invite(actor=make_user(roles.EDITORS), article=article, name="Dr Rowan", email="rowan@example.org")


def page(invitation):
    return reverse("articles:guest_review", args=[token_of(invitation)])


def answer(client, invitation, words="Say it in fewer words.", block=None):
    block = block or invitation.article.blocks.first()
    return client.post(page(invitation), {"block": block.pk, "words": words})


def test_the_mail_goes_through_the_engine_and_says_nothing_of_the_guide_in_its_subject(invitation):
    words = Delivery.objects.get(kind="articles.invitation").words

    assert words["address"] == "rowan@example.org"
    assert page(invitation) in str(words["message"])
    assert invitation.article.title not in words["message"]["subject"]


def test_the_address_shows_the_draft_and_looking_changes_nothing(client, invitation):
    shown = client.get(page(invitation))

    invitation.refresh_from_db()
    assert "Draft heading" in shown.text
    assert invitation.opened_at is None
    assert shown.headers["Referrer-Policy"] == "same-origin"
    assert "no-store" in shown.headers["Cache-Control"]
    assert shown.headers["X-Robots-Tag"] == "noindex, nofollow"


def test_a_remark_about_a_block_is_kept_under_the_name(client, invitation):
    response = answer(client, invitation)

    remark = BlockComment.objects.get()
    invitation.refresh_from_db()
    assert response.status_code == 302
    assert (remark.invitation, remark.block_id) == (invitation, invitation.article.blocks.first().pk)
    assert invitation.opened_at is not None
    assert "Say it in fewer words." in client.get(page(invitation)).text


def test_an_empty_remark_is_refused_with_a_reason(client, invitation):
    shown = answer(client, invitation, words="  ")

    assert "Write what you would change." in shown.text
    assert not BlockComment.objects.exists()


def test_a_block_of_another_article_is_refused_and_shown_to_nobody(client, invitation):
    other = make_article(text("Other secret"), published=False)

    shown = answer(client, invitation, block=other.blocks.first())

    assert "Other secret" not in shown.text
    assert not BlockComment.objects.exists()


@pytest.mark.parametrize("over", ["expired", "revoked", "wrong", "other-purpose", "not-an-id"])
def test_an_invitation_that_is_over_shows_a_calm_page_and_nothing_else(client, invitation, over):
    address = page(invitation)
    if over == "expired":
        ReviewInvitation.objects.update(expires_at=timezone.now() - dt.timedelta(seconds=1))
    elif over == "revoked":
        revoke(actor=make_user(roles.EDITORS), invitation=invitation)
    elif over == "wrong":
        address = reverse("articles:guest_review", args=[token_of(invitation)[:-1]])
    elif over == "other-purpose":
        address = reverse("articles:guest_review", args=[signing.Signer(salt="other").sign_object(str(invitation.pk))])
    else:
        address = reverse("articles:guest_review", args=[signing.Signer(salt=SALT).sign_object(["x"])])

    for response in (
        client.get(address),
        client.post(address, {"block": invitation.article.blocks.first().pk, "words": "x"}),
    ):
        assert response.status_code == 410
        assert "This invitation is over" in response.text
        assert "Draft heading" not in response.text
    assert not BlockComment.objects.exists()


def test_a_guest_does_not_read_what_others_remarked(client, invitation):
    second = invite(actor=make_user(roles.EDITORS), article=invitation.article, name="Dr Ash", email="ash@example.org")
    answer(client, second, words="A remark by Ash")

    assert "A remark by Ash" not in client.get(page(invitation)).text


@pytest.mark.parametrize("role", [roles.CLINICAL_REVIEWERS, roles.MODERATORS])
def test_only_editors_invite_and_take_back(invitation, role):
    person = make_user(role)

    with pytest.raises(PermissionDenied):
        invite(actor=person, article=invitation.article, name="x", email="x@example.org")
    with pytest.raises(PermissionDenied):
        revoke(actor=person, invitation=invitation)


def test_an_editor_invites_reads_remarks_ticks_them_off_and_takes_back(client, invitation, settings):
    settings.DEMO = True
    answer(client, invitation)
    client.force_login(make_user(roles.EDITORS))
    desk = reverse("admin:articles_article_remarks", args=[invitation.article.pk])

    assert "Say it in fewer words." in client.get(desk).text
    client.post(desk, {"done": BlockComment.objects.get().pk})
    client.post(desk, {"revoke": invitation.pk})
    client.post(desk, {"invite": "1", "name": "Dr Elm", "email": "elm@example.org"})

    invitation.refresh_from_db()
    assert BlockComment.objects.get().done_at is not None
    assert invitation.revoked_at is not None
    assert ReviewInvitation.objects.filter(name="Dr Elm").exists()


@pytest.mark.parametrize("sent", [{"done": "x"}, {"revoke": "0" * 36}, {"invite": "1", "name": "", "email": "no"}])
def test_a_wrong_form_on_the_desk_changes_nothing(client, invitation, settings, sent):
    settings.DEMO = True
    client.force_login(make_user(roles.EDITORS))

    response = client.post(reverse("admin:articles_article_remarks", args=[invitation.article.pk]), sent)

    assert response.status_code in {200, 404}
    assert ReviewInvitation.objects.filter(revoked_at=None).count() == 1


def test_a_clinical_reviewer_reads_remarks_without_addresses_and_cannot_act(client, invitation, settings):
    settings.DEMO = True
    answer(client, invitation)
    client.force_login(make_user(roles.CLINICAL_REVIEWERS))
    desk = reverse("admin:articles_article_remarks", args=[invitation.article.pk])

    shown = client.get(desk).text
    assert "Say it in fewer words." in shown
    assert not re.search("rowan@example.org", shown)
    assert client.post(desk, {"done": BlockComment.objects.get().pk}).status_code == 403
    assert BlockComment.objects.get().done_at is None
