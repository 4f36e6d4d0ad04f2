"""Two versions side by side in the admin, and an earlier one taken up again."""

import pytest
from django.urls import reverse

from articles.models import Revision, Step
from articles.operations.drafts import save_draft
from articles.operations.publishing import publish
from portal.accounts import roles
from tests.factories.accounts import make_user
from tests.factories.articles import make_article, make_draft, text

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def without_second_step(settings):
    settings.DEMO = True


@pytest.fixture
def changed():
    """An article with two versions and a draft that says the first words again, and more."""
    article = make_article(text("Pain", "<p>Take it twice a day.</p>"), text("Rest"))
    for second in ("<p>Take it once a day.</p>", "<p>Take it <strong>slowly</strong>.</p>"):
        draft = make_draft(text("Pain", second), text("Rest"), slug=article.slug, title=article.title)
        save_draft(actor=None, draft=draft, article=article)
        if article.revisions.count() == 1:
            publish(actor=None, article=article)
    article.refresh_from_db()
    return article


def page(article, **sides):
    return reverse("admin:articles_article_compare", args=[article.pk], query=sides)


@pytest.mark.parametrize("role", [roles.EDITORS, roles.CLINICAL_REVIEWERS])
def test_editors_and_reviewers_see_the_words_that_changed_between_two_versions(client, changed, role):
    client.force_login(make_user(role))

    shown = client.get(page(changed, **{"from": "1", "to": "2"}))

    assert "<del>" in shown.text
    assert "removed:" in shown.text
    assert [
        (run.how, run.text) for run in shown.context["blocks"][0].lines[0].line.runs if run.how != "same"
    ] == [("removed", " twice"), ("added", " once")]  # fmt: skip
    assert len(shown.context["blocks"]) == 1


def test_without_a_choice_the_draft_is_compared_with_what_readers_see(client, changed):
    client.force_login(make_user(roles.EDITORS))

    shown = client.get(page(changed))

    assert (shown.context["before"].key, shown.context["after"].key) == ("2", "draft")
    assert "**slowly**" in shown.text


def test_a_version_beside_itself_says_so(client, changed):
    client.force_login(make_user(roles.EDITORS))

    assert "They say the same." in client.get(page(changed, **{"from": "2", "to": "2"})).text


@pytest.mark.parametrize("wrong", ["3", "x", "-1", "99999999999", "²"])
def test_a_version_that_does_not_exist_is_not_found(client, changed, wrong):
    client.force_login(make_user(roles.EDITORS))

    assert client.get(page(changed, **{"from": wrong})).status_code == 404


def test_others_cannot_look(client, changed):
    client.force_login(make_user(roles.MODERATORS))

    assert client.get(page(changed)).status_code == 403


def test_hostile_words_are_shown_as_words(client):
    article = make_article(text("<script>alert(1)</script>"))
    save_draft(actor=None, draft=make_draft(text("<img src=x onerror=alert(1)>")), article=article)
    client.force_login(make_user(roles.EDITORS))

    shown = client.get(page(article)).text

    assert "<script>alert" not in shown
    assert "<img src=x" not in shown


def test_both_lists_lead_to_the_comparison(client, changed):
    client.force_login(make_user(roles.EDITORS))

    assert page(changed) in client.get(reverse("admin:articles_article_change", args=[changed.pk])).text
    history = client.get(reverse("admin:articles_revision_changelist")).text
    assert f"{page(changed)}?from=1&amp;to=2" in history


def test_an_editor_takes_up_an_earlier_version_after_being_asked(client, changed):
    client.force_login(make_user(roles.EDITORS))
    address = reverse("admin:articles_article_roll_back", args=[changed.pk, 1])

    assert client.get(address).status_code == 200
    assert not Step.objects.filter(act=Step.Act.ROLLED_BACK).exists()
    response = client.post(address)

    assert response.status_code == 302
    assert "twice" in changed.blocks.first().data["html"]
    assert Revision.objects.filter(article=changed).count() == 2


def test_a_reviewer_cannot_take_up_an_earlier_version(client, changed):
    client.force_login(make_user(roles.CLINICAL_REVIEWERS))

    assert client.post(reverse("admin:articles_article_roll_back", args=[changed.pk, 1])).status_code == 403
    assert "roll-back" not in client.get(page(changed)).text
