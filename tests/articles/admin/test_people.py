import pytest
from django.urls import reverse

from articles.models import Article
from portal.accounts import roles
from tests.factories.accounts import make_user
from tests.factories.articles import make_article, text

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("role", [roles.EDITORS, roles.CLINICAL_REVIEWERS])
def test_colleagues_are_named_without_a_link_to_a_page_that_would_refuse(client, settings, role):
    settings.DEMO = True  # one step of sign-in is enough here
    magpie = make_user(roles.EDITORS, display_name="Magpie")
    article = make_article(text())
    Article.objects.filter(pk=article.pk).update(owner=magpie)
    client.force_login(make_user(role))

    page = client.get(reverse("admin:articles_article_change", args=[article.pk])).text

    assert "Magpie" in page
    assert "/admin/accounts/user/" not in page
