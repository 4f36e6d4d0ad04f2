"""The page where an article moves on: each person gets their own buttons, and every button is an operation."""

import re
from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone
from django.utils.html import strip_tags

from articles.models import Article
from articles.operations.drafts import save_draft
from articles.operations.workflow import send_to_review
from portal.accounts import roles
from tests.factories.accounts import make_user
from tests.factories.articles import approve_draft, make_article, make_draft, make_reviewed

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def without_second_step(settings):
    settings.DEMO = True


def desk(article):
    return reverse("admin:articles_article_desk", args=[article.pk])


def act(client, article, name, **fields):
    seen = client.get(desk(article)).context["form"]["seen"].value()
    return client.post(desk(article), {"act": name, "seen": seen, "comment": "", **fields})


def offered(client, person, article):
    client.force_login(person)
    return [name for name, _label in client.get(desk(article)).context["acts"]]


@pytest.fixture
def editor():
    return make_user(roles.EDITORS)


@pytest.fixture
def waiting(editor):
    article = save_draft(actor=editor, draft=make_draft())
    send_to_review(actor=editor, article=article)
    return article


@pytest.mark.parametrize(
    ("held", "buttons"),
    [
        ((roles.EDITORS,), ["return"]),
        ((roles.CLINICAL_REVIEWERS,), ["approve", "return"]),
        ((roles.EDITORS, roles.CLINICAL_REVIEWERS), ["approve", "return"]),
        ((roles.ADMINISTRATORS,), []),
    ],
)
def test_each_role_gets_its_own_buttons(client, waiting, held, buttons):
    assert offered(client, make_user(*held), waiting) == buttons


@pytest.mark.parametrize("held", [(), (roles.MODERATORS,), (roles.SAFEGUARDING_LEADS,)])
def test_others_do_not_get_the_page(client, waiting, held):
    client.force_login(make_user(*held))

    assert client.get(desk(waiting)).status_code in {302, 403}


def test_the_author_with_both_roles_gets_no_approval_and_is_told_why(client):
    author = make_user(roles.EDITORS, roles.CLINICAL_REVIEWERS)
    article = save_draft(actor=author, draft=make_draft())
    send_to_review(actor=author, article=article)

    assert offered(client, author, article) == ["return"]
    assert "somebody else has to review it" in client.get(desk(article)).text
    assert act(client, article, "approve").status_code == 403


def test_from_review_to_readers_on_this_page(client, editor, waiting):
    client.force_login(make_user(roles.CLINICAL_REVIEWERS, display_name="Lantern"))
    assert act(client, waiting, "approve", comment="Sound").status_code == 302
    client.force_login(editor)
    assert act(client, waiting, "publish", comment="First").status_code == 302

    page = " ".join(strip_tags(client.get(desk(waiting)).text).split())
    assert re.search(r"Approved by a clinical reviewer [^·]+ · Lantern Sound", page)
    assert Article.objects.get().is_published


def test_sending_back_without_a_reason_says_so_and_keeps_the_page(client, waiting):
    client.force_login(make_user(roles.CLINICAL_REVIEWERS))

    refused = act(client, waiting, "return")

    assert "Say what has to change." in refused.text
    assert Article.objects.get().stage == Article.Stage.REVIEW


def test_scheduling_asks_for_a_time(client, editor, waiting):
    approve_again = make_user(roles.CLINICAL_REVIEWERS)
    client.force_login(approve_again)
    act(client, waiting, "approve")
    client.force_login(editor)

    assert "Say when." in act(client, waiting, "schedule").text
    at = (timezone.now() + timedelta(days=2)).strftime("%Y-%m-%dT%H:%M")
    assert act(client, waiting, "schedule", at=at).status_code == 302
    assert Article.objects.get().stage == Article.Stage.SCHEDULED


def test_retiring_names_what_readers_get_instead(client, editor):
    article, other = make_reviewed(editor=editor), make_article()
    client.force_login(editor)

    act(client, article, "retire", to=other.pk)

    article.refresh_from_db()
    assert (article.state, article.retired_to) == ("retired", other)


def test_an_unknown_act_is_not_there(client, editor, waiting):
    client.force_login(editor)

    assert act(client, waiting, "burn").status_code == 404


@pytest.mark.parametrize("count", [1, 3])
def test_the_page_costs_the_same_whatever_happened(client, editor, django_assert_num_queries, count):
    article = save_draft(actor=editor, draft=make_draft())
    approve_draft(article)
    for _number in range(count):
        article.steps.create(act="chased", by=editor)
    client.force_login(editor)
    client.get(desk(article))

    # the person, their roles, the article, its topics, its blocks, the steps
    with django_assert_num_queries(6):
        client.get(desk(article))
