"""One article: who sees what of it, in which country, and at what price."""

import pytest
from django.urls import reverse

from articles.operations.publishing import retire
from portal.accounts import roles
from tests.factories.accounts import make_user
from tests.factories.articles import block, care_card, make_article, make_topic, sources, text
from tests.factories.groups import make_group
from tests.factories.selfcare import make_template

pytestmark = pytest.mark.django_db
PEOPLE = [None, (), (roles.EDITORS,), (roles.CLINICAL_REVIEWERS,), (roles.MODERATORS,), (roles.ADMINISTRATORS,)]
MAY_PREVIEW = [(roles.EDITORS,), (roles.CLINICAL_REVIEWERS,), (roles.ADMINISTRATORS,)]


def make_offers(topic):
    group, words = make_group("open", name="Company for this"), make_template("walk")
    group.topics.add(make_topic(topic))
    words.template.topics.add(make_topic(topic))
    return group, words.title


def visit(client, person, name, *args):
    if person is not None:
        client.force_login(make_user(*person))
    return client.get(reverse(f"articles:{name}", args=args))


@pytest.mark.parametrize("person", PEOPLE)
def test_everybody_reads_what_is_published(client, person):
    article = make_article(text("Heading", "<p>Published words.</p>"), title="A title")

    response = visit(client, person, "article", "en", article.slug)

    assert response.status_code == 200
    assert "Published words." in response.text
    assert "Sample text, not clinically reviewed." in response.text
    assert "Version 1" in response.text


@pytest.mark.parametrize("person", PEOPLE)
def test_a_draft_exists_only_for_the_newsroom(client, person):
    article = make_article(text("Heading", "<p>Secret draft words.</p>"), published=False)

    page = visit(client, person, "article", "en", article.slug)
    preview = client.get(reverse("articles:preview", args=["en", article.slug]))

    if person in MAY_PREVIEW:
        assert page.status_code == 302
        assert "Secret draft words." in preview.text
        assert "This is a preview of the draft" in preview.text
    else:
        assert page.status_code == preview.status_code == 404
        assert "Secret" not in page.text + preview.text


@pytest.mark.parametrize("person", [None, (), (roles.MODERATORS,)])
def test_a_retired_article_is_like_one_that_never_was(client, person):
    article = make_article(title="Was here")
    retire(actor=None, article=article)

    gone, never = (visit(client, person, "article", "en", slug) for slug in (article.slug, "never-was"))

    assert gone.status_code == never.status_code == 404
    assert "Was here" not in gone.text


def test_the_draft_of_a_published_article_stays_out_of_the_page(client):
    article = make_article(title="Old title")
    article.title = "New title"
    article.save()
    article.blocks.create(kind="text", ordering=99, data=text("New", "<p>Unfinished words.</p>")[1])

    page = visit(client, None, "article", "en", article.slug)

    assert "Old title" in page.text
    assert "New title" not in page.text
    assert "Unfinished" not in page.text


@pytest.mark.parametrize(("country", "number"), [("GB", "999"), ("US", "911"), ("TR", "112")])
def test_phone_numbers_are_those_of_the_readers_country(client, country, number):
    article = make_article(care_card(), sources())
    client.force_login(make_user(country=country))

    page = client.get(article.get_absolute_url())

    assert f'<a href="tel:{number}">{number}</a>' in page.text
    assert "{help:" not in page.text


def test_signed_out_readers_get_the_country_they_chose(client):
    article = make_article(care_card(), sources())

    assert 'href="tel:999"' in client.get(article.get_absolute_url()).text
    client.cookies["help_country"] = "US"
    assert 'href="tel:911"' in client.get(article.get_absolute_url()).text


def test_care_cards_come_first_then_main_points_then_the_rest(client):
    article = make_article(
        block("key-points", ["The point."]), care_card("emergency"), care_card("urgent"), text("Body"), sources()
    )

    page = client.get(article.get_absolute_url()).text

    places = [
        page.index(words) for words in ("care--emergency", "care--urgent", "The point.", 'id="body"', 'id="sources"')
    ]
    assert places == sorted(places)
    assert '<a href="#get-help">When to get help</a>' in page
    assert '<a href="#body">Body</a>' in page


def test_citations_lead_to_numbered_sources_and_links_to_articles(client):
    other = make_article(slug="other-guide")
    article = make_article(
        text("Body", '<p>As said.[^who] See <a href="article:other-guide">the other</a>.</p>'),
        text("More", "<p>Again.[^nice]</p>"),
        sources("nice", "who"),
    )

    page = client.get(article.get_absolute_url()).text

    assert 'href="#source-who"' in page
    assert '<li id="source-who">' in page
    assert f'href="{other.get_absolute_url()}"' in page


def test_stored_icons_follow_the_release(client):
    page = client.get(make_article(care_card(), sources()).get_absolute_url()).text

    assert "[[sprite]]" not in page
    assert "/static/portal/icons.svg#i-emergency" in page


@pytest.mark.parametrize("blocks", [3, 60])
def test_a_page_costs_the_same_at_any_length_with_what_stands_beside_it(client, django_assert_num_queries, blocks):
    group, plan = make_offers(topic="back-pain")
    many = [text(f"Heading {number}") for number in range(blocks - 2)]
    article = make_article(
        *many,
        block("group-offer", {"topic": "sleep", "text": "Talk."}),
        block("plan-offer", {"template": "gone", "text": "Walk."}),
    )

    # the article with its revision; one look for groups, one for plans; names of its topics
    with django_assert_num_queries(4):
        page = client.get(article.get_absolute_url())

    assert group.name in page.text
    assert plan in page.text
    assert "Talk." not in page.text, "an offer with nothing behind it is left out"


def test_what_the_text_offers_is_not_offered_again_beside_it(client):
    make_offers(topic="back-pain")
    article = make_article(
        block("group-offer", {"topic": "back-pain", "text": "Talk."}),
        block("plan-offer", {"template": "walk", "text": "Walk."}),
    )

    page = client.get(article.get_absolute_url())

    assert "Talk." in page.text
    assert "Walk." in page.text
    assert page.context["page"].beside == []


@pytest.mark.parametrize("preset", ["private", "hidden"])
def test_a_group_that_not_everybody_may_know_stands_beside_nothing(client, preset):
    group = make_group(preset, name="Quiet den")
    group.topics.add(make_topic("back-pain"))

    assert "Quiet den" not in client.get(make_article().get_absolute_url()).text


def test_at_most_two_groups_stand_beside_a_guide(client):
    for number in range(3):
        make_group("open", name=f"Group {number}").topics.add(make_topic("back-pain"))

    page = client.get(make_article().get_absolute_url()).context["page"]
    assert [offer.title for offer in page.beside] == ["Group 0", "Group 1"]


def test_nothing_signed_in_is_kept_by_a_cache(client):
    article = make_article()

    assert visit(client, (), "article", "en", article.slug).headers["Cache-Control"] == "private, no-store"


@pytest.mark.parametrize("address", ["/xx/learn/", "/en/learn/None/", "/en/learn/topics/none/", "/xx/learn/a-z/"])
def test_addresses_that_are_none_are_404(client, address):
    assert client.get(address).status_code == 404


def test_words_of_a_published_article_never_become_code(client):
    article = make_article(
        text("<script>alert(1)</script>", '<p>x<img src=x onerror=alert(1)><a href="javascript:alert(1)">y</a></p>'),
        block("faq", [{"question": "<b>Q</b>", "answer": "<script>alert(2)</script> [z](javascript:alert(3))"}]),
        title="<i>Title</i>",
    )

    page = client.get(article.get_absolute_url()).text

    for bad in ("<script>alert", "onerror=alert(1)>", 'href="javascript', "<i>Title</i>", "<b>Q</b>"):
        assert bad not in page
