"""Pictures in guides: added by editors, told in words too, and found only where their guide is."""

import pytest
from django.core.exceptions import PermissionDenied
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from articles.models import ArticlePicture
from articles.operations.drafts import draft_of, save_draft
from articles.operations.invitations import invite, revoke, token_of
from articles.operations.pictures import add_picture, in_use
from articles.operations.publishing import retire
from portal.accounts import roles
from portal.core.errors import RuleViolation
from tests.factories.accounts import make_user
from tests.factories.articles import block, make_article, make_draft, text
from tests.factories.pictures import picture_file

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def demo(settings):
    """Staff in the demo need no second step."""
    settings.DEMO = True


@pytest.fixture
def picture():
    return add_picture(actor=make_user(roles.EDITORS), raw=picture_file(place=True), title="A knee roll")


def address(picture, **query):
    return reverse("articles:picture", args=[picture.key], query=query or None)


def figure(picture):
    return block("figure", {"picture": picture.key, "alt": "Somebody lies and lets the knees fall to one side"})


def test_readers_see_the_picture_of_a_published_guide_with_its_words_and_its_room(client, picture):
    article = make_article(text(), figure(picture))

    page = client.get(article.get_absolute_url()).text
    shown = client.get(address(picture))

    assert (
        f'src="{address(picture)}" alt="Somebody lies and lets the knees fall to one side" width="60" height="40"'
        in page
    )
    assert shown.headers["Content-Type"] == "image/webp"
    assert shown.headers["X-Content-Type-Options"] == "nosniff"
    assert b"A camera that tells" not in shown.content
    assert client.get(address(picture), headers={"If-None-Match": shown.headers["ETag"]}).status_code == 304


def test_a_picture_that_no_published_guide_shows_does_not_exist_for_readers(client, picture):
    article = make_article(text(), figure(picture), published=False)
    unknown = client.get(address(ArticlePicture(key="0" * 24 + "-60x40")))

    assert client.get(address(picture)).status_code == unknown.status_code == 404
    client.force_login(make_user(roles.MODERATORS))
    assert client.get(address(picture)).status_code == 404
    client.force_login(make_user(roles.CLINICAL_REVIEWERS))
    seen = client.get(address(picture))
    assert (seen.status_code, seen.headers["Cache-Control"]) == (200, "private, no-store")
    assert address(picture) in client.get(reverse("articles:preview", args=["en", article.slug])).text


def test_the_picture_of_a_retired_guide_is_gone_even_for_a_cache(client, picture):
    article = make_article(text(), figure(picture))
    tag = client.get(address(picture)).headers["ETag"]

    retire(actor=make_user(roles.EDITORS), article=article)

    assert client.get(address(picture), headers={"If-None-Match": tag}).status_code == 404


def test_a_guest_sees_the_pictures_of_the_one_draft_they_were_asked_about(client, picture):
    article = make_article(text(), figure(picture), published=False)
    other = add_picture(actor=None, raw=picture_file((50, 50)), title="Another")
    make_article(text(), figure(other), published=False)
    invitation = invite(actor=make_user(roles.EDITORS), article=article, name="Dr Rowan", email="rowan@example.org")
    token = token_of(invitation)

    page = client.get(reverse("articles:guest_review", args=[token])).text

    assert address(picture, invited=token).replace("&", "&amp;") in page
    assert client.get(address(picture, invited=token)).headers["Cache-Control"] == "private, no-store"
    assert client.get(address(other, invited=token)).status_code == 404
    assert client.get(address(picture, invited="made-up")).status_code == 404
    revoke(actor=make_user(roles.EDITORS), invitation=invitation)
    assert client.get(address(picture, invited=token)).status_code == 404


def test_an_editor_adds_a_picture_and_chooses_it_in_a_guide(client):
    client.force_login(make_user(roles.EDITORS))
    file = SimpleUploadedFile("knee.jpg", picture_file(), "image/jpeg")

    client.post(reverse("admin:articles_articlepicture_add"), {"title": "A knee roll", "file": file})

    picture = ArticlePicture.objects.get(title="A knee roll")
    assert "A knee roll" in client.get(reverse("admin:articles_articlepicture_changelist")).text
    article = make_article(text(), figure(picture), published=False)
    editor = client.get(reverse("admin:articles_article_change", args=[article.pk])).text
    assert f'<option value="{picture.key}" selected>A knee roll (60 × 40)</option>' in editor


def test_what_is_no_picture_is_told_beside_its_field_and_the_name_is_kept(client):
    client.force_login(make_user(roles.EDITORS))
    file = SimpleUploadedFile("knee.jpg", b"<script>alert(1)</script>", "image/jpeg")

    page = client.post(reverse("admin:articles_articlepicture_add"), {"title": "A knee roll", "file": file}).text

    assert "This file is not a picture we can read." in page
    assert 'value="A knee roll"' in page
    assert not ArticlePicture.objects.exists()


def test_only_editors_add_pictures():
    with pytest.raises(PermissionDenied):
        add_picture(actor=make_user(roles.CLINICAL_REVIEWERS), raw=picture_file(), title="x")


def test_the_same_file_is_kept_once(picture):
    assert add_picture(actor=None, raw=picture_file(place=True), title="Again") == picture


def test_a_picture_that_is_not_here_is_refused():
    with pytest.raises(RuleViolation) as refusal:
        save_draft(actor=None, draft=make_draft(block("figure", {"picture": "0" * 24 + "-60x40", "alt": "Nothing"})))
    assert refusal.value.field == "blocks"


def test_a_picture_in_use_cannot_be_deleted_and_an_unused_one_can(client, picture):
    client.force_login(make_user(roles.EDITORS))
    unused = add_picture(actor=None, raw=picture_file((50, 50)), title="Unused")
    article = make_article(text(), figure(picture))
    draft = draft_of(article)
    save_draft(actor=None, article=article, draft=make_draft(text(), slug=draft.slug))
    remove = "admin:articles_articlepicture_delete"

    assert in_use(picture), "a version that readers see shows it, though the draft does not any more"
    assert client.post(reverse(remove, args=[picture.pk]), {"post": "yes"}).status_code == 403
    client.post(reverse(remove, args=[unused.pk]), {"post": "yes"})
    assert list(ArticlePicture.objects.all()) == [picture]


def test_a_block_shows_a_drawing_or_a_picture_and_never_both():
    from articles.blocks import BLOCKS

    for given in ({"alt": "x"}, {"art": "spine", "picture": "0" * 24 + "-1x1", "alt": "x"}):
        assert BLOCKS["figure"].check(given)[1], given
