"""Colleagues remark on the parts of a draft beside its preview. Nobody else learns that there is a draft."""

import uuid

import pytest
from django.urls import reverse

from articles.models import BlockComment
from portal.accounts import roles
from tests.factories.accounts import make_user
from tests.factories.articles import make_article, text

pytestmark = pytest.mark.django_db


def page(article, name="preview"):
    return reverse(f"articles:{name}", args=[article.language, article.slug])


def remark(client, article, words="Say it in fewer words.", block=None):
    block = block or article.blocks.first().pk
    return client.post(page(article, "remark"), {"block": block, "words": words}, follow=True)


@pytest.mark.parametrize("role", [roles.EDITORS, roles.CLINICAL_REVIEWERS])
def test_a_colleague_leaves_a_remark_that_the_others_see_with_name_and_time(client, role):
    article = make_article(text("Draft heading"), published=False)
    client.force_login(make_user(role, display_name="Magpie"))

    remark(client, article)
    client.force_login(make_user(roles.EDITORS))
    shown = client.get(page(article)).text

    said = BlockComment.objects.get()
    assert said.block_id == article.blocks.get().pk
    assert "Say it in fewer words." in shown
    assert "<strong>Magpie</strong>" in shown
    assert said.at.strftime("%Y") in shown


@pytest.mark.parametrize("role", [None, roles.MODERATORS, "signed out"])
def test_for_others_there_is_nothing_to_remark_on(client, role):
    article = make_article(text())
    if role != "signed out":
        client.force_login(make_user(*([role] if role else [])))

    assert remark(client, article).status_code == 404
    assert not BlockComment.objects.exists()


def test_readers_never_see_remarks(client):
    article = make_article(text())
    client.force_login(make_user(roles.EDITORS))
    remark(client, article)
    client.logout()

    assert "fewer words" not in client.get(article.get_absolute_url()).text
    assert client.get(page(article)).status_code == 404


def test_an_empty_remark_or_one_about_another_guide_is_refused_with_a_sentence(client):
    article, other = make_article(text(), published=False), make_article(text(), published=False)
    client.force_login(make_user(roles.EDITORS))

    assert "Write what you would change." in remark(client, article, "  ").text
    assert "not in the draft any more" in remark(client, article, block=other.blocks.get().pk).text
    assert "not in the draft any more" in remark(client, article, block=uuid.uuid4()).text
    assert "at most 4000 characters" in remark(client, article, "x" * 4001).text
    assert not BlockComment.objects.exists()


def test_code_in_a_remark_stays_words(client):
    article = make_article(text(), published=False)
    client.force_login(make_user(roles.EDITORS))

    assert "<script>alert" not in remark(client, article, "<script>alert(1)</script>").text


@pytest.mark.parametrize("count", [1, 3])
def test_the_preview_costs_the_same_however_much_was_remarked(client, django_assert_max_num_queries, count):
    article = make_article(text(), published=False)
    client.force_login(make_user(roles.EDITORS))
    for _number in range(count):
        remark(client, article)

    with django_assert_max_num_queries(17):
        client.get(page(article))
