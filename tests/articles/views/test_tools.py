"""What stands beside a guide: print, send, hear, size, cite; and the drawn code of its address."""

import re

import pytest
from django.conf import settings
from django.urls import reverse

from articles.operations.publishing import retire
from portal.accounts import roles
from tests.factories.accounts import make_user
from tests.factories.articles import make_article

pytestmark = pytest.mark.django_db


def code(article):
    return reverse("articles:code", args=["en", article.slug])


@pytest.mark.parametrize("signed_in", [False, True])
def test_the_sheet_carries_version_day_address_and_code(client, signed_in):
    article = make_article(title="A guide on paper")
    if signed_in:
        client.force_login(make_user())

    page = client.get(article.get_absolute_url()).text
    sheet = page[page.index('class="sheet only-print"') :]

    assert f'src="{code(article)}"' in sheet
    assert "Version 1, published" in sheet
    assert settings.BASE_URL + article.get_absolute_url() in sheet


def test_the_code_is_an_inert_drawing_that_says_the_address_and_may_be_kept(client):
    article = make_article()
    drawing = client.get(code(article))
    other = client.get(code(make_article()))

    assert drawing.headers["Content-Type"] == "image/svg+xml"
    assert drawing.headers["Cache-Control"] == "no-cache"
    assert b"<script" not in drawing.content
    assert b"http://www.w3.org/2000/svg" in drawing.content
    assert drawing.content != other.content


def test_what_is_not_published_has_no_code(client):
    draft, retired = make_article(published=False), make_article()
    retire(actor=None, article=retired)
    client.force_login(make_user(roles.EDITORS))

    assert [client.get(code(one)).status_code for one in (draft, retired)] == [404, 404]


def test_sending_tells_a_neutral_subject_and_asks_nobody_else(client):
    article = make_article(title="Cancer in the bones")
    page = client.get(article.get_absolute_url()).text

    subject = re.search(r'href="mailto:\?subject=([^&"]*)&amp;body=([^"]*)"', page)
    assert subject is not None
    assert subject[1] == "A%20guide%20I%20found"
    assert subject[2].endswith(article.slug + "%2F")
    assert re.findall(r'(?:src|action)="(?:https?:)?//', page) == []


def test_citing_names_the_version_and_the_day(client):
    page = client.get(make_article(title="Named").get_absolute_url()).text
    cited = page[page.index('id="cite"') :].split("</p>")[0]

    assert "Named. Version 1, published" in cited
    assert "Read on" in cited


def test_what_only_a_script_can_do_is_hidden_without_one(client):
    page = client.get(make_article().get_absolute_url()).text

    for name in ("data-print", "data-share=", "data-listen ", "data-text-size", "data-resume-switch", "data-resume "):
        tag = next(tag for tag in re.findall(r"<[a-z]+ [^>]*>", page) if name in tag)
        assert re.search(r"\shidden(?=[\s>])", tag), name


def test_a_preview_has_none_of_it(client):
    article = make_article(published=False)
    client.force_login(make_user(roles.EDITORS))

    page = client.get(reverse("articles:preview", args=["en", article.slug])).text
    for words in ("Did this guide help?", "Cite this guide", 'class="tools', "code.svg"):
        assert words not in page
