"""What programs send for a draft: whatever is wrong is named by its place, and nothing hostile comes through."""

import pytest
from django.test import Client

from articles.models import Article
from tests.articles.test_api_newsroom import EDITOR, JSON, LIST, do, signed_in_as, words
from tests.factories.accounts import make_user
from tests.factories.articles import approve_draft, care_card, text

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def without_second_step(settings):
    settings.DEMO = True


def bad(**fields):
    return lambda: words(**fields)


def bad_block(kind, data):
    return lambda: words() | {"blocks": [{"kind": "text", "data": text()[1]}, {"kind": kind, "data": data}]}


@pytest.mark.parametrize(
    ("sent", "named"),
    [
        (bad(title=""), "title"),
        (bad(slug="a-z"), "slug"),
        (bad(slug="Not an address"), "slug"),
        (bad(language="xx"), "language"),
        (bad(topics=["sleep", "sleep"]), "topics"),
        (bad(minutes=-1), "minutes"),
        (bad(position=10**9), "position"),
        (bad(art="nothing"), "art"),
        (bad(blocks="words"), "blocks"),
        (bad(blocks=[{"kind": "text", "data": text()[1]}] * 201), "blocks"),
        (bad_block("nothing", {}), "blocks.1.kind"),
        (bad_block("text", {"heading": "H", "html": ["x"]}), "blocks.1.data.html"),
        (bad_block("text", {"heading": "H", "html": "<p>x</p>", "more": 1}), "blocks.1.data.more"),
        (bad_block("text", {"heading": ["H"], "html": "<p>x</p>"}), "blocks.1.data.heading"),
        (bad_block("care-card", {**care_card()[1], "level": "red"}), "blocks.1.data.level"),
        (bad_block("care-card", {**care_card()[1], "symptoms": [{"source": "nice"}]}), "blocks.1.data.symptoms.0.text"),
        (bad_block("text", "words"), "blocks.1.data"),
        (bad(blocks=[{"id": "4be1", "kind": "text", "data": text()[1]}]), "blocks.0.id"),
        (bad(blocks=[{"kind": "text", "data": text()[1], "html": "x"}]), "blocks.0.html"),
    ],
)
def test_bad_input_is_named_by_its_block_and_field(client, sent, named):
    client.force_login(make_user(*EDITOR))

    answer = client.post(LIST, sent(), JSON)

    assert (answer.status_code, answer["Content-Type"]) == (400, "application/problem+json")
    assert list(answer.json()["fields"]) == [named]
    assert Article.objects.count() == 0


HOSTILE = [
    "<script>alert(1)</script>", "<img src=x onerror=alert(1)>", "<svg onload=alert(1)><p>x</p></svg>",
    '<p onclick="alert(1)">x</p>', '<p><a href="javascript:alert(1)">x</a></p>', '<p style="x:alert(1)">x</p>',
    '<iframe srcdoc="<script>alert(1)</script>"></iframe>', "<p>x</p><!--><script>alert(1)</script>-->",
]  # fmt: skip


@pytest.mark.parametrize("html", HOSTILE)
def test_hostile_html_is_refused_or_says_nothing(html):
    editor = make_user(*EDITOR)
    client = signed_in_as(editor)
    made = client.post(LIST, words() | {"blocks": [{"kind": "text", "data": {"heading": html, "html": html}}]}, JSON)
    if made.status_code == 400:
        assert set(made.json()["fields"]) <= {"blocks.0.data.html", "blocks.0.data.heading"}
        return
    article = approve_draft(Article.objects.get())
    do(editor, article, "publish")

    page = Client().get("/en/learn/a-guide/")

    assert page.status_code == 200
    for sign in ("<script>alert", "<img src=x", "<svg onload", "<p onclick", 'href="javascript', "<p style", "<iframe"):
        assert sign not in page.text


@pytest.mark.parametrize(
    "body",
    [
        '{"title": "\\u0000"}', '{"title": "\\ud800"}', '{"minutes": 1e999}', '{"minutes": 99999999999999999999999}',
        '{"blocks": ' + "[" * 40 + "]" * 40 + "}", "[" * 100_000, '"words"', "[]", "null", "{", "",
    ],
)  # fmt: skip
def test_what_no_database_could_hold_is_refused(client, body):
    client.force_login(make_user(*EDITOR))

    answer = client.post(LIST, body, JSON)

    assert (answer.status_code, answer["Content-Type"]) == (400, "application/problem+json")


def test_more_than_a_guide_can_be_is_refused(client):
    client.force_login(make_user(*EDITOR))

    assert client.post(LIST, words(title="x" * 1_100_000), JSON).status_code in {400, 413}
