"""A word in every field of a guide that nobody may see yet, or any more, and a walk over every public address."""

import re
from datetime import timedelta
from html import unescape

import pytest
from django.conf import settings as site
from django.urls import reverse
from django.utils import timezone

from articles.models import SavedArticle
from articles.operations.drafts import Draft, draft_of, save_draft
from articles.operations.publishing import publish, retire
from articles.operations.schedule import schedule
from articles.operations.workflow import send_to_review
from portal.accounts import roles
from tests.factories.accounts import make_user
from tests.factories.articles import approve_draft, block, care_card, make_draft, make_reviewed, make_topic, text

pytestmark = pytest.mark.django_db
SLUG, ASKED = "the-hidden-guide", "wombat"
MARK = re.compile(r"quokka-?[a-z]+")
STATES = ["draft", "review", "approved", "scheduled", "retired", "rewritten"]
ELSEWHERE = ("/static/", "/accounts/", "/_allauth/", "/admin/", "/groups/", "/plan", "/diary/", "/settings/", "/media/")
"""Addresses that hold no guides, and that ways out of the library lead to."""
LINK = re.compile(r"""(?:href|src|action|hx-get|data-[a-z-]+)="([^"#]+)|<loc>([^<]+)|"(/[^"\s#]*)\"""")


def says(place):
    """A word that only this place has, and another that only the hidden guide has: what a reader would search for."""
    return f"quokka{place} {ASKED}"


def a_word_in_every_field():
    """Every kind of block, each of its texts with a word of its own. The slug says it too."""
    cite = {"source": "nice"}
    position = {"who": says("who"), "says": says("says"), **cite}
    return [
        block("key-points", {"points": [says("point")]}),
        care_card(
            "emergency",
            title=says("sign"),
            timescale=says("soon"),
            who=f"{says('call')} {{help:emergency}}",
            intro=says("intro"),
            symptoms=[{"text": says("symptom"), **cite}],
            say=says("phone"),
            do=[says("meanwhile")],
        ),
        text(says("heading"), f"<p>{says('prose')}.</p><h3>{says('sub')}</h3><p>More.</p>"),
        block("do-dont", {"title": says("rules"), "do": [says("do")], "dont": [says("dont")]}),
        block("table", {"caption": says("caption"), "header": [says("column"), "B"], "rows": [[says("cell"), "b"]]}),
        block("steps", {"title": says("steps"), "items": [says("step")]}),
        block("evidence", {"title": says("evidence"), "grade": "good", "text": says("known"), "sources": ["nice"]}),
        block("disagree", {"title": says("dispute"), "positions": [position, position], "meaning": says("means")}),
        block("figure", {"art": "spine", "alt": says("alt"), "caption": says("drawing")}),
        block("glossary", {"terms": [{"term": says("term"), "meaning": says("meaning")}]}),
        block("story", {"title": says("tale"), "text": says("story"), "note": says("whose")}),
        block("plan-offer", {"template": "walking-starter", "text": says("plan")}),
        block("group-offer", {"topic": "back-pain", "text": says("group")}),
        block("faq", {"items": [{"question": says("question"), "answer": says("answer")}]}),
        block("questions", {"title": says("ask"), "items": [says("asked")]}),
        block("organisations", {"title": says("orgs"), "items": [
            {"name": says("org"), "what": says("what"), "country": "GB", "url": "https://example.org/quokkaweb"}]}),
        block("sources", [{"key": "nice", "title": says("source"), "publisher": says("publisher"),
                           "url": "https://example.org/quokkaaddress"}]),
    ]  # fmt: skip


def hidden_words():
    return {"title": says("title"), "lead": says("lead"), "slug": SLUG, "topics": ["back-pain", "sleep"]}


def in_state(state):
    """The guide that says them, in a state in which readers may not see it. It stands among published ones."""
    editor = make_user(roles.EDITORS)
    make_topic("sleep")
    for _number in range(2):
        make_reviewed(editor=editor, topics=["back-pain", "sleep"])
    blocks = a_word_in_every_field()
    if state in {"published", "retired"}:
        article = make_reviewed(*blocks, editor=editor, **hidden_words())
        if state == "retired":
            retire(actor=editor, article=article)
        return article
    if state == "rewritten":
        article = make_reviewed(text("Plain"), editor=editor, slug=SLUG, topics=["back-pain"])
        new = vars(draft_of(article)) | {"title": says("title"), "lead": says("lead"), "blocks": blocks}
        return save_draft(actor=editor, draft=Draft(**new), article=article)
    article = save_draft(actor=editor, draft=make_draft(*blocks, **hidden_words()))
    if state == "review":
        send_to_review(actor=editor, article=article)
    if state in {"approved", "scheduled"}:
        approve_draft(article)
    if state == "scheduled":
        schedule(actor=editor, article=article, at=timezone.now() + timedelta(days=1))
    return article


def where_to_begin():
    """Every public place of the library, and whatever somebody might try who knows or guesses the address."""
    of_guide = ("article", "preview", "versions", "code", "article_questions", "remark", "vote", "say_why")
    of_library = ("library", "a_z", "feed", "get_help", "help_card", "glossary", "organisations")
    of_topic = [reverse(f"articles:{name}", args=["en", "back-pain"]) for name in ("topic", "topic_feed")]
    searches = [f"/search/{more}q={ASKED}" for more in ("?", "suggest/?", "?kind=articles&", "?exact=1&")]
    searches += ["/search/suggest/?q=quok", "/search/suggest/?q=qukka", "/search/?q=quokkaterms", "/search/?q=womabt"]
    guide = reverse("articles:article", args=["en", SLUG])
    programs = [
        f"/api/v1/articles/{more}" for more in ("", f"?q={ASKED}", "?topic=sleep", f"{SLUG}/", f"{SLUG}/versions/")
    ]
    return [
        "/", "/today/", "/learn/", "/learn/kept/", "/learn/questions/", f"/ask/?about={SLUG}",
        "/sitemap.xml", "/robots.txt", "/urgent-help/",
        *[reverse(f"articles:{name}", args=["en", SLUG]) for name in of_guide],
        *[reverse(f"articles:{name}", args=["en"]) for name in of_library],
        *of_topic, *searches, *programs,
        f"{guide}?version=1", f"{guide}?print=1", f"{guide}versions/?from=1&to=2", f"{guide}versions/?a=1&b=2",
        "/api/v1/", "/api/v1/care-cards/", "/api/v1/newsroom/articles/", "/api/v1/docs/", "/api/v1/schema/",
    ]  # fmt: skip


def links_of(page, told):
    if page.status_code in {301, 302, 308}:
        return [page.headers["Location"]]
    return [unescape(next(filter(None, found))) for found in LINK.findall(told)]


def crawl(client):
    """Every page that can be walked to, by its address, with the words of the hidden guide on it."""
    waiting, seen = where_to_begin(), {}
    while waiting:
        address = waiting.pop().removeprefix(site.BASE_URL).split("#")[0]
        if address in seen or not re.match(r"/(?!/)", address) or address.startswith(ELSEWHERE) or len(seen) > 400:
            continue
        page = client.get(address)
        told = (b"".join(page) if page.streaming else page.content).decode()
        headers = " ".join(value for _name, value in page.items())
        asked = re.findall(r"q=([a-z]+)", address)
        seen[address] = {word for word in MARK.findall(f"{told} {headers}") if word not in asked}
        waiting += links_of(page, told)
    return seen


def leaks(client):
    return {address: words for address, words in crawl(client).items() if words}


@pytest.mark.parametrize("signed_in", [False, True])
@pytest.mark.parametrize("state", STATES)
def test_no_public_address_says_a_word_that_readers_may_not_see(settings, client, state, signed_in):
    settings.DEMO = True
    in_state(state)
    if signed_in:
        client.force_login(make_user())

    assert leaks(client) == {}


@pytest.mark.parametrize("signed_in", [False, True])
def test_published_and_read_and_retired_it_is_gone_from_everywhere_at_once(client, signed_in):
    article = in_state("published")
    if signed_in:
        person = make_user()
        client.force_login(person)
        SavedArticle.objects.create(person=person, article=article)
    warm = leaks(client)
    said = set().union(*warm.values())
    shown = [address for address in where_to_begin() if address in warm]

    retire(actor=None, article=article)
    gone = leaks(client)
    publish(actor=None, article=article)
    back = leaks(client)

    assert said >= {word for kind, data in a_word_in_every_field() for word in MARK.findall(repr(data))} | {
        "quokkatitle",
        "quokkalead",
    }
    assert len(shown) > 15
    assert gone == {}
    assert set(back) == set(warm)


@pytest.mark.parametrize(("signed_in", "kept"), [(False, "no-cache"), (True, "no-store")])
def test_no_cache_gives_words_of_a_guide_without_asking_again(client, signed_in, kept):
    in_state("published")
    if signed_in:
        client.force_login(make_user())

    found = leaks(client)

    assert len(found) > 15
    assert [address for address in found if kept not in client.get(address).headers["Cache-Control"]] == []


def test_a_retired_guide_leads_on_without_being_remembered(client):
    article = in_state("published")
    retire(actor=None, article=article, to=make_reviewed())

    answer = client.get(article.get_absolute_url())

    assert (answer.status_code, answer.headers["Cache-Control"]) == (301, "no-cache")


STAFF = ["change", "desk", "compare", "translate", "beside", "remarks", "autosave", "publish"]


@pytest.mark.parametrize("held", [None, (), (roles.MODERATORS,), (roles.SAFEGUARDING_LEADS,)])
def test_staff_addresses_tell_nobody_else(settings, client, held):
    settings.DEMO = True
    article = in_state("rewritten")
    places = [reverse(f"admin:articles_article_{name}", args=[article.pk]) for name in STAFF]
    places += [reverse("admin:articles_article_changelist"), reverse("api:newsroom-detail", args=[article.pk])]

    def told(by):
        return {place for place in places if MARK.search(by.get(place).text)}

    client.force_login(make_user(roles.EDITORS))
    shown = told(client)
    client.logout()
    if held is not None:
        client.force_login(make_user(*held))

    assert len(shown) > 4
    assert told(client) == set()
