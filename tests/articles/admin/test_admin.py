"""Writing in the admin: who may, what is kept, and that the page stays clean."""

import re

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from articles.models import Article, Block, Revision
from portal.accounts import roles
from tests.factories.accounts import make_user
from tests.factories.articles import approve_draft, block, care_card, make_article, make_topic, sources, text

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def without_second_step(settings):
    """Staff sign in with one step here; the second step has tests of its own."""
    settings.DEMO = True


@pytest.fixture
def editor(client):
    person = make_user(roles.EDITORS)
    client.force_login(person)
    return person


def address(name, *args):
    return reverse(f"admin:articles_{name}", args=args)


def typed(response):
    """What a browser would send back from this page, unchanged."""
    data = {}
    forms = [response.context["adminform"].form]
    for inline in response.context["inline_admin_formsets"]:
        forms += [inline.formset.management_form, *inline.formset.forms]
    for form in forms:
        for field in form:
            value = field.value()
            if hasattr(field.field, "widget") and type(field.field.widget).__name__ == "RowsWidget":
                rows = value or []
                for place, row in enumerate(rows):
                    data |= {f"{field.html_name}-{place}-{key}": one or "" for key, one in row.items()}
            elif value is not None and value is not False and value != []:
                data[field.html_name] = value
    return data


def publish(client, article, note=""):
    """Open the form and send it."""
    page = address("article_publish", article.pk)
    return client.post(page, {"note": note, "seen": client.get(page).context["form"]["seen"].value()})


def new_block(data, kind, ordering=500, **fields):
    """Add one block of a kind to what is sent."""
    place = int(data[f"{kind}-TOTAL_FORMS"])
    data[f"{kind}-TOTAL_FORMS"] = place + 1
    data |= {f"{kind}-{place}-region": "main", f"{kind}-{place}-ordering": ordering}
    for name, value in fields.items():
        if isinstance(value, list):
            for at, row in enumerate(value):
                data |= {f"{kind}-{place}-{name}-{at}-{key}": one for key, one in ({"id": ""} | row).items()}
        else:
            data[f"{kind}-{place}-{name}"] = value
    return data


def test_the_page_holds_every_block_and_a_nonce_for_its_scripts(client, editor):
    article = make_article(care_card(), text("My heading"), sources())

    page = client.get(address("article_change", article.pk))

    policy = page.headers["Content-Security-Policy"]
    nonce = re.search(r"'nonce-([^']+)'", policy)
    assert "My heading" in page.text
    assert "'unsafe-inline'" not in policy
    assert nonce is not None
    assert f'nonce="{nonce[1]}"' in re.search(r"<script[^>]*importmap[^>]*>", page.text)[0]


def test_a_new_article_is_saved_with_its_blocks_and_owner(client, editor):
    topic = make_topic("back-pain")
    data = typed(client.get(address("article_add")))
    data |= {"title": "New guide", "slug": "new-guide", "lead": "Lead", "language": "en", "position": 5, "art": "path"}
    data |= {"topic_links-0-topic": topic.pk, "topic_links-0-position": 0}
    new_block(data, "text", 10, heading="First", html="<p>Hello <b>there</b></p><script>alert(1)</script>")
    new_block(
        data,
        "care-card",
        5,
        level="emergency",
        title="Call",
        timescale="Now",
        who="Call {help:emergency}.",
        symptoms=[{"text": "Weak legs", "source": "nice"}, {"text": "", "source": ""}],
        do="Lie down\nBe still",
    )
    new_block(
        data, "table", 20, caption="Causes", header="Cause | Feels", rows="Muscle | Dull\nNerve | Sharp", sources="nice"
    )

    response = client.post(address("article_add"), data)

    article = Article.objects.get()
    blocks = list(article.blocks.all())
    assert response.status_code == 302
    assert article.owner == editor
    assert [one.kind for one in blocks] == ["care-card", "text", "table"]
    assert [row["text"] for row in blocks[0].data["symptoms"]] == ["Weak legs"]
    assert [row["text"] for row in blocks[0].data["do"]] == ["Lie down", "Be still"]
    assert blocks[1].data["html"] == "<p>Hello <strong>there</strong></p>"
    assert [row["cells"] for row in blocks[2].data["rows"]] == [["Muscle", "Dull"], ["Nerve", "Sharp"]]
    assert list(article.topics.all()) == [topic]


def test_saving_without_a_change_changes_no_block_and_no_id(client, editor):
    article = make_article(
        care_card(do=["One", "Two"]), text("H", "<p>x</p>"),
        block("steps", {"title": "How", "items": ["a", "b"]}),
        block("faq", [{"question": "Q", "answer": "A\n\nB"}]),
        block("table", {"caption": "c", "header": ["a", "b"], "rows": [["1", "2"]], "sources": ["nice"]}),
        sources(),
    )  # fmt: skip
    before = list(Block.objects.order_by("ordering").values_list("pk", "kind", "data"))

    response = client.post(
        address("article_change", article.pk), typed(client.get(address("article_change", article.pk)))
    )

    assert response.status_code == 302
    assert list(Block.objects.order_by("ordering").values_list("pk", "kind", "data")) == before


def test_blocks_are_reordered_changed_and_removed(client, editor):
    article = make_article(text("One"), text("Two"), text("Three"))
    data = typed(client.get(address("article_change", article.pk)))
    data |= {"text-0-ordering": 99, "text-1-heading": "Two, better", "text-2-DELETE": "on"}

    client.post(address("article_change", article.pk), data)

    assert [one.data["heading"] for one in article.blocks.all()] == ["Two, better", "One"]


def test_a_wrong_block_keeps_what_was_typed_and_says_what_to_mend(client, editor):
    article = make_article(text())
    data = typed(client.get(address("article_change", article.pk)))
    new_block(
        data,
        "care-card",
        5,
        level="",
        title="Kept title",
        who="Call {help:police}.",
        symptoms=[{"text": "Kept sign", "source": ""}],
    )

    page = client.post(address("article_change", article.pk), data)

    assert page.status_code == 200
    assert "Kept title" in page.text
    assert "Kept sign" in page.text
    assert "This is missing." in page.text
    assert "{help:police} is not known" in page.text
    assert article.blocks.count() == 1


def test_code_typed_into_the_editor_never_reaches_readers(client, editor):
    article = make_article(text())
    data = typed(client.get(address("article_change", article.pk)))
    hostile = "<script>alert(1)</script><img src=x onerror=alert(1)>"
    data |= {"text-0-html": f"<p>fine</p>{hostile}", "text-0-heading": hostile, "title": hostile, "lead": hostile}
    new_block(data, "glossary", 600, terms=[{"term": hostile, "meaning": hostile}])

    client.post(address("article_change", article.pk), data)
    publish(client, article, hostile)

    for page in (article.get_absolute_url(), "/en/learn/", address("revision_changelist")):
        shown = client.get(page).text
        assert "<script>alert" not in shown
        assert "<img src=x" not in shown


def test_publishing_asks_for_a_note_and_makes_a_revision(client, editor):
    article = approve_draft(make_article(text(), published=False))

    asked = client.get(address("article_publish", article.pk))
    publish(client, article, "First version")

    revision = Revision.objects.get()
    assert "What changed" in asked.text
    assert (revision.note, revision.published_by) == ("First version", editor)


def test_publishing_what_is_not_ready_says_why(client, editor):
    article = make_article(text("H", "<p>x[^missing]</p>"), published=False)

    page = publish(client, article, "")

    assert "The source “missing” is not among the sources." in page.text
    assert Revision.objects.count() == 0


def test_the_second_of_two_editors_is_told_of_the_first_before_anything_is_overwritten(client, editor):
    article = make_article(text("Heading", "<p>Old words.</p>"))
    first, change = Client(), address("article_change", article.pk)
    first.force_login(make_user(roles.EDITORS, display_name="Magpie"))
    one, two = typed(first.get(change)), typed(client.get(change))
    two["text-0-html"] = "<p>My words.</p>"

    assert first.post(change, one | {"text-0-html": "<p>Their words.</p>"}).status_code == 302
    refused = client.post(change, two)

    assert "Magpie changed this article after you opened it (Today, " in refused.text
    assert "My words." in refused.text
    assert article.blocks.get().data["html"] == "<p>Their words.</p>"
    assert client.post(change, typed(refused)).status_code == 302  # knowing it, one's own words may stand
    assert article.blocks.get().data["html"] == "<p>My words.</p>"


def test_nobody_overwrites_what_was_loaded_from_a_file_meanwhile(client, editor):
    article = make_article(text())
    data = typed(client.get(address("article_change", article.pk)))
    Article.objects.filter(pk=article.pk).update(lead="From a file", edited_at=timezone.now())

    refused = client.post(address("article_change", article.pk), data | {"title": "Mine"})

    assert "This article was changed after you opened it (Today, " in refused.text
    assert 'value="Mine"' in refused.text
    assert Article.objects.get().lead == "From a file"


def test_a_draft_that_changed_since_the_form_was_opened_is_not_published(client, editor):
    article = approve_draft(make_article(text(), published=False))
    page = address("article_publish", article.pk)
    seen = client.get(page).context["form"]["seen"].value()
    Article.objects.filter(pk=article.pk).update(lead="Words that nobody looked at")

    refused = client.post(page, {"note": "My note", "seen": seen})

    assert "Nothing was published." in refused.text
    assert 'value="My note"' in refused.text
    assert "changed after the approval" in publish(client, article).text
    assert Revision.objects.count() == 0


@pytest.mark.parametrize(("button", "goes_to"), [("_preview", "/preview/"), ("_publish", "/publish/")])
def test_save_leads_on_to_preview_and_publish(client, editor, button, goes_to):
    article = make_article(text())
    data = typed(client.get(address("article_change", article.pk))) | {button: "x", "title": "Kept"}

    response = client.post(address("article_change", article.pk), data)

    assert response.headers["Location"].endswith(goes_to)
    assert Article.objects.get().title == "Kept"


def test_editors_retire_from_the_list(client, editor):
    article = make_article()

    client.post(address("article_changelist"), {"action": "retire", "_selected_action": [article.pk]})

    article.refresh_from_db()
    assert article.state == Article.State.RETIRED


ROUTES = [
    "article_changelist",
    "article_add",
    "article_change",
    "article_publish",
    "revision_changelist",
    "revision_change",
]
SEES = {"article_changelist", "article_change", "revision_changelist", "revision_change"}
PEOPLE = [
    (None, set()),
    ((), set()),
    ((roles.MODERATORS,), set()),
    ((roles.SAFEGUARDING_LEADS,), set()),
    ((roles.CLINICAL_REVIEWERS,), SEES),
    ((roles.ADMINISTRATORS,), SEES),
    ((roles.EDITORS,), set(ROUTES)),
]


@pytest.mark.parametrize("route", ROUTES)
@pytest.mark.parametrize(("person", "allowed"), PEOPLE)
def test_each_role_opens_its_own_pages(client, person, allowed, route):
    article = make_article()
    if person is not None:
        client.force_login(make_user(*person))
    keys = {"article_change": [article.pk], "article_publish": [article.pk], "revision_change": [article.current.pk]}

    response = client.get(address(route, *keys.get(route, [])))

    assert (response.status_code == 200) == (route in allowed)


def test_a_reviewer_sees_the_facts_and_the_preview_but_cannot_write(client):
    article = make_article(text("Heading"))
    client.force_login(make_user(roles.CLINICAL_REVIEWERS))

    page = client.get(address("article_change", article.pk))
    refused = client.post(address("article_change", article.pk), {"title": "Taken over"})

    assert "/preview/" in page.text
    assert "Save and publish" not in page.text
    assert refused.status_code == 403
    assert Article.objects.get().title == article.title


def test_nobody_changes_or_removes_a_revision_or_what_was_published(client, editor):
    article = make_article()

    assert client.post(address("revision_change", article.current.pk), {"title": "x"}).status_code == 403
    assert client.get(address("revision_delete", article.current.pk)).status_code == 403
    assert client.get(address("article_delete", article.pk)).status_code == 403


def test_an_editor_may_throw_a_draft_away(client, editor):
    article = make_article(published=False)

    client.post(address("article_delete", article.pk), {"post": "yes"})

    assert Article.objects.count() == 0


@pytest.mark.parametrize("count", [1, 3])
def test_the_list_costs_the_same_whatever_it_shows(client, editor, django_assert_num_queries, count):
    for _number in range(count):
        make_article()
    client.get(address("article_changelist"))

    # the person, their roles, what needs them today (sent back, approved, due again, remarks,
    # sources), the length of the table (2), the articles with owners and figures,
    # the owners and the languages to filter by
    with django_assert_num_queries(12):
        client.get(address("article_changelist"))
