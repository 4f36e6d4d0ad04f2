"""What is not published yet, or not any more, is nowhere: each place is searched for a word that only it contains."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from articles.operations.drafts import Draft, draft_of, save_draft
from articles.operations.publishing import publish, retire
from articles.operations.schedule import schedule
from articles.operations.workflow import send_to_review
from articles.search import search
from portal.accounts import roles
from portal.core.related import offer_sources
from tests.factories.accounts import make_user
from tests.factories.articles import approve_draft, care_card, make_article, make_draft, make_reviewed, sources, text

pytestmark = pytest.mark.django_db
MARK = "quokkaword"
WORDS = {"title": f"About {MARK}", "lead": f"A lead with {MARK}.", "slug": "quokka-guide"}
BLOCKS = [care_card(title=f"Signs of {MARK}"), text(MARK, f"<p>Text with {MARK}.</p>"), sources()]


def in_state(state):
    """An article that says the word everywhere, and that readers may not see."""
    editor = make_user(roles.EDITORS)
    if state == "retired":
        article = make_reviewed(*BLOCKS, editor=editor, **WORDS)
        retire(actor=editor, article=article)
        return article
    if state == "rewritten":
        article = make_reviewed(care_card(), text("Plain"), sources(), editor=editor, slug=WORDS["slug"])
        new = Draft(**{**vars(draft_of(article)), "title": WORDS["title"], "lead": WORDS["lead"], "blocks": BLOCKS})
        return save_draft(actor=editor, draft=new, article=article)
    article = save_draft(actor=editor, draft=make_draft(*BLOCKS, **WORDS))
    if state == "review":
        send_to_review(actor=editor, article=article)
    if state in {"approved", "scheduled"}:
        approve_draft(article)
    if state == "scheduled":
        schedule(actor=editor, article=article, at=timezone.now() + timedelta(days=1))
    return article


STATES = ["draft", "review", "approved", "scheduled", "retired", "rewritten"]
PEOPLE = [None, (), (roles.MODERATORS,)]


def places():
    other = make_article(slug="another-guide")
    lists = ["library", "a_z"]
    return [
        reverse("articles:article", args=["en", WORDS["slug"]]),
        reverse("articles:preview", args=["en", WORDS["slug"]]),
        reverse("articles:preview", args=["en", other.slug]),
        *[reverse(f"articles:{name}", args=["en"]) for name in lists],
        reverse("articles:topic", args=["en", "back-pain"]),
        other.get_absolute_url(),
        f"/search/?q={MARK}",
        "/sitemap.xml",
        "/today/",
        "/",
        reverse("api:article-list"),
        f"{reverse('api:article-list')}?q={MARK}",
        reverse("api:article-detail", args=[WORDS["slug"]]),
    ]


def told(client, address, asked=()):
    """What the page says, without the question that a search repeats."""
    page = client.get(address, follow=True)
    words = page.content.decode()
    return [line for line in words.splitlines() if MARK in line and not any(word in line for word in asked)]


@pytest.mark.parametrize("state", STATES)
@pytest.mark.parametrize("held", PEOPLE)
def test_words_that_readers_may_not_see_are_nowhere(client, settings, state, held):
    settings.DEMO = True
    in_state(state)
    if held is not None:
        client.force_login(make_user(*held))

    found = {address: told(client, address) for address in places() if "q=" not in address}

    assert {address: lines for address, lines in found.items() if lines} == {}


@pytest.mark.parametrize("state", STATES)
def test_search_and_offers_do_not_know_them(state):
    in_state(state)
    reader = make_user()

    offers = offer_sources.get("articles").offers(reader, ["back-pain"], 50)

    assert MARK not in repr(search(reader, MARK, "en", 10))
    assert MARK not in repr(offers)


def test_these_places_do_show_the_words_once_they_are_published(client):
    make_reviewed(*BLOCKS, **WORDS)

    shown = [address for address in places() if "preview" not in address and told(client, address)]

    assert reverse("articles:article", args=["en", WORDS["slug"]]) in shown
    assert reverse("articles:library", args=["en"]) in shown
    assert reverse("api:article-detail", args=[WORDS["slug"]]) in shown


def test_nothing_is_kept_of_a_page_that_was_read_before_it_was_retired(client):
    article = make_reviewed(*BLOCKS, **WORDS)
    detail = reverse("api:article-detail", args=[article.slug])
    tag = client.get(detail).headers["ETag"]
    assert MARK in client.get(article.get_absolute_url()).text

    retire(actor=make_user(roles.EDITORS), article=article)

    assert client.get(article.get_absolute_url()).status_code == 404
    assert client.get(detail, headers={"If-None-Match": tag}).status_code == 404


def test_a_retired_address_leads_on_only_as_long_as_the_other_guide_can_be_seen(client):
    editor = make_user(roles.EDITORS)
    article, other = make_reviewed(editor=editor), make_reviewed(editor=editor)
    retire(actor=editor, article=article, to=other)

    answer = client.get(article.get_absolute_url())
    assert (answer.status_code, answer.headers["Location"]) == (301, other.get_absolute_url())
    retire(actor=editor, article=other)
    assert client.get(article.get_absolute_url()).status_code == 404
    publish(actor=editor, article=article)
    assert client.get(article.get_absolute_url()).status_code == 200
