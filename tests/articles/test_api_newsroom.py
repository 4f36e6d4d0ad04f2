"""The newsroom for programs: the same rules as at the staff desk, and nothing at all for anybody else."""

from datetime import timedelta

import pytest
from allauth.mfa.models import Authenticator
from django.contrib.admin.models import LogEntry
from django.test import Client
from django.utils import timezone

from articles.models import Article, Revision, Step
from articles.operations.drafts import save_draft
from portal.accounts import roles
from tests.factories.accounts import make_user
from tests.factories.articles import approve_draft, care_card, make_draft, make_reviewed, make_topic, sources, text

pytestmark = pytest.mark.django_db
LIST = "/api/v1/newsroom/articles/"
JSON = "application/json"
EDITOR, REVIEWER = (roles.EDITORS,), (roles.CLINICAL_REVIEWERS,)
OTHERS = [None, (), (roles.MODERATORS,), (roles.SAFEGUARDING_LEADS,), (roles.ADMINISTRATORS,)]
ACTS = ["send-to-language-check", "send-to-review", "send-back", "approve", "schedule", "unschedule", "publish",
        "publish-minor", "retire"]  # fmt: skip


@pytest.fixture(autouse=True)
def without_second_step(settings):
    settings.DEMO = True


def signed_in_as(person):
    client = Client()
    client.force_login(person)
    return client


def words(*blocks, **fields):
    make_topic("back-pain")
    said = {"language": "en", "slug": "a-guide", "title": "A guide", "lead": "A lead.", "topics": ["back-pain"]}
    shown = [{"kind": kind, "data": data} for kind, data in blocks or [text()]]
    return {**said, "sample": False, "blocks": shown, **fields}


def draft_by(editor, *blocks, **fields):
    return save_draft(actor=editor, draft=make_draft(*blocks, sample=False, **fields))


def at(article):
    return f"{LIST}{article.pk}/"


def seen_in(client, article):
    return client.get(at(article)).json()["seen"]


def put(client, article, sent, **headers):
    return client.put(at(article), sent, JSON, headers=headers)


def do(person, article, act, **sent):
    """One act with the words as they are now."""
    client = signed_in_as(person)
    sent.setdefault("seen", seen_in(client, article))
    return client.post(f"{at(article)}actions/{act}/", sent, JSON)


def test_an_editor_begins_a_draft_that_no_reader_sees(client):
    editor = make_user(*EDITOR)
    client.force_login(editor)

    answer = client.post(LIST, words(care_card(), text("Lying down"), sources()), JSON)

    told, article = answer.json(), Article.objects.get()
    assert (answer.status_code, answer["ETag"]) == (201, f'"{told["seen"]}"')
    assert (told["state"], told["stage"], told["title"], told["faults"]) == ("draft", "writing", "A guide", [])
    assert [block["kind"] for block in told["blocks"]] == ["care-card", "text", "sources"]
    assert (article.owner, article.current, article.contributions.get().person) == (editor, None, editor)
    assert LogEntry.objects.get().user == editor
    assert Client().get("/en/learn/a-guide/").status_code == 404
    assert client.get("/api/v1/articles/a-guide/").status_code == 404


def test_a_reviewer_reads_drafts_but_does_not_write_them(client):
    article = draft_by(make_user(*EDITOR))
    client.force_login(make_user(*REVIEWER))

    assert client.get(at(article)).json()["slug"] == article.slug
    assert client.post(LIST, words(), JSON).status_code == 403
    assert put(client, article, words(seen=seen_in(client, article), slug=article.slug)).status_code == 403
    assert Article.objects.get().title == article.title


@pytest.mark.parametrize("held", OTHERS)
def test_to_everybody_else_there_is_nothing_here(held):
    article = draft_by(make_user(*EDITOR))
    client = Client() if held is None else signed_in_as(make_user(*held))

    answers = [
        client.get(LIST),
        client.get(at(article)),
        client.post(LIST, words(), JSON),
        put(client, article, words()),
        *[client.post(f"{at(article)}actions/{act}/", {}, JSON) for act in [*ACTS, "nothing"]],
        client.delete(at(article)),
    ]

    assert {(answer.status_code, answer["Content-Type"]) for answer in answers} == {(404, "application/problem+json")}
    assert len({answer.content for answer in answers}) == 1
    assert not [answer for answer in answers if article.title in answer.text]


def test_outside_of_the_demo_it_needs_the_second_step(client, settings):
    settings.DEMO = False
    editor = make_user(*EDITOR)
    client.force_login(editor)
    assert client.get(LIST).status_code == 404

    Authenticator.objects.create(user=editor, type=Authenticator.Type.TOTP, data={})

    assert client.get(LIST).status_code == 200


def test_an_editor_whose_role_was_taken_away_finds_nothing(client):
    editor = make_user(*EDITOR)
    article = draft_by(editor)
    client.force_login(editor)
    assert client.get(at(article)).status_code == 200

    editor.groups.clear()

    assert client.get(at(article)).status_code == 404


@pytest.mark.parametrize("count", [1, 3])
def test_the_list_of_drafts_has_a_constant_price(client, django_assert_num_queries, count):
    editor = make_user(*EDITOR)
    articles = [draft_by(editor, text("One"), text("Two"), topics=["back-pain", "sleep"]) for _one in range(count)]
    client.force_login(editor)
    client.get("/api/v1/articles/")  # the first answer after signing in writes the session

    with django_assert_num_queries(5):  # the person, their roles, the drafts, their blocks, their topics
        answer = client.get(LIST)

    assert {row["id"] for row in answer.json()["results"]} == {str(article.pk) for article in articles}
    assert answer["Cache-Control"] == "private, no-store"
    with django_assert_num_queries(5):  # the person, their roles, the draft, its blocks, its topics
        client.get(at(articles[0]))


def test_the_list_can_be_narrowed_to_a_stage_a_state_and_a_language(client):
    editor = make_user(*EDITOR)
    make_reviewed(editor=editor, slug="published")
    do(editor, draft_by(editor, slug="waiting"), "send-to-review")
    draft_by(editor, slug="written")
    client.force_login(editor)

    def slugs(**wanted):
        return [row["slug"] for row in client.get(LIST, wanted).json()["results"]]

    assert slugs(stage="review") == ["waiting"]
    assert slugs(state="published") == ["published"]
    assert slugs(state="draft", stage="writing") == ["written"]
    assert slugs(language="de") == slugs(stage="\x00") == []


@pytest.mark.parametrize("way", ["header", "weak header", "body"])
def test_a_replace_needs_the_words_that_were_seen(client, way):
    article = draft_by(make_user(*EDITOR), slug="a-guide")
    client.force_login(make_user(*EDITOR))
    tag = client.get(at(article))["ETag"]
    headers = {"header": {"If-Match": tag}, "weak header": {"If-Match": f"W/{tag}"}}.get(way, {})
    sent = words(title="Other words") | ({} if headers else {"seen": tag.strip('"')})

    answer = put(client, article, sent, **headers)

    assert (answer.status_code, answer.json()["title"]) == (200, "Other words")
    assert answer["ETag"] != tag


def test_a_replace_or_an_act_that_has_seen_nothing_is_asked_to_look_first(client):
    article = draft_by(make_user(*EDITOR), slug="a-guide")
    client.force_login(make_user(*EDITOR))

    answers = [put(client, article, words()), client.post(f"{at(article)}actions/send-to-review/", {}, JSON)]

    assert [(answer.status_code, answer.json()["code"]) for answer in answers] == [(428, "unseen")] * 2
    assert list(answers[0].json()["fields"]) == ["seen"]


def test_words_that_changed_meanwhile_are_not_overwritten_and_it_says_who_changed_them(client):
    mine, theirs = make_user(*EDITOR), make_user(*EDITOR, display_name="Quill")
    article = draft_by(mine, slug="a-guide")
    client.force_login(mine)
    old = seen_in(client, article)
    put(signed_in_as(theirs), article, words(title="Theirs", seen=old))
    now = seen_in(client, article)

    by_header = put(client, article, words(title="Mine"), **{"If-Match": f'"{old}"'})
    by_body = put(client, article, words(title="Mine", seen=old))
    acted = client.post(f"{at(article)}actions/send-to-review/", {"seen": old}, JSON)

    answers = [by_header, by_body, acted]
    assert [answer.status_code for answer in answers] == [412, 409, 409]
    assert {(answer.json()["code"], answer.json()["seen"]) for answer in answers} == {("stale", now)}
    assert all(answer.json()["title"].startswith("Quill changed this article") for answer in answers)
    assert by_header.json()["changed"] == by_body.json()["changed"] == ["title"]
    article.refresh_from_db()
    assert (article.title, article.stage) == ("Theirs", "writing")


def test_blocks_keep_their_ids_through_a_replace(client):
    article = draft_by(make_user(*EDITOR), text("One"), text("Two"), text("Three"), slug="a-guide")
    client.force_login(make_user(*EDITOR))
    told = client.get(at(article)).json()
    _one, two, three = told["blocks"]
    two["data"] = {"heading": "Quite another", "html": "<p>Said anew.</p>"}
    new = {"kind": "text", "data": {"heading": "One", "html": "<p>New.</p>"}}

    answer = put(client, article, words(seen=told["seen"]) | {"blocks": [three, new, two]})

    assert [block["data"]["heading"] for block in answer.json()["blocks"]] == ["Three", "One", "Quite another"]
    assert [block["id"] for block in answer.json()["blocks"]][::2] == [three["id"], two["id"]]


def test_items_inside_a_block_keep_their_ids_too(client):
    article = draft_by(make_user(*EDITOR), care_card(), sources(), slug="a-guide")
    client.force_login(make_user(*EDITOR))
    told = client.get(at(article)).json()
    ids = [row["id"] for row in told["blocks"][0]["data"]["symptoms"]]
    told["blocks"][0]["data"]["title"] = "Other signs"

    answer = put(client, article, words(seen=told["seen"]) | {"blocks": told["blocks"]})

    card = answer.json()["blocks"][0]["data"]
    assert (card["title"], [row["id"] for row in card["symptoms"]]) == ("Other signs", ids)


def test_a_guide_goes_all_the_way_to_its_readers_and_out_of_their_sight():
    editor, reviewer = make_user(*EDITOR), make_user(*REVIEWER)
    article = draft_by(editor, slug="a-guide")

    told = [
        do(editor, article, "send-to-language-check"),
        do(editor, article, "send-to-review"),
        do(reviewer, article, "send-back", comment="Shorter, please."),
        do(editor, article, "send-to-review"),
        do(reviewer, article, "approve", comment="Checked."),
        do(editor, article, "publish", comment="The first version"),
    ]

    assert [answer.status_code for answer in told] == [200] * 6
    assert [answer.json()["stage"] for answer in told] == [
        "language", "review", "writing", "review", "approved", "done",
    ]  # fmt: skip
    assert (told[-1].json()["state"], told[-1].json()["revision"]) == ("published", 1)
    revision = Revision.objects.get()
    assert (revision.reviewed_by, revision.published_by, revision.note) == (reviewer, editor, "The first version")
    assert Client().get("/en/learn/a-guide/").status_code == 200

    other = make_reviewed(editor=editor)
    retired = do(editor, article, "retire", to=str(other.pk), seen="")

    assert (retired.status_code, retired.json()["state"]) == (200, "retired")
    assert Client().get("/en/learn/a-guide/")["Location"] == other.get_absolute_url()


def test_an_approved_guide_is_scheduled_and_taken_off_the_schedule():
    editor = make_user(*EDITOR)
    article = approve_draft(draft_by(editor))
    later = (timezone.now() + timedelta(days=2)).isoformat()

    no_time = do(editor, article, "schedule")
    past = do(editor, article, "schedule", at="2020-01-01T09:00:00Z")
    scheduled = do(editor, article, "schedule", at=later)
    off = do(editor, article, "unschedule", seen="")

    assert (no_time.status_code, no_time.json()["fields"]["at"][0]["message"]) == (400, "Say when.")
    assert (past.status_code, past.json()["code"], list(past.json()["fields"])) == (409, "past", ["at"])
    assert (scheduled.json()["stage"], scheduled.json()["publish_at"] is not None) == ("scheduled", True)
    assert (off.json()["stage"], off.json()["publish_at"]) == ("approved", None)


def test_a_minor_edit_goes_out_with_the_review_of_before():
    editor = make_user(*EDITOR)
    article = make_reviewed(text("Words", "<p>Some wrods to read every day.</p>"), editor=editor, sample=False)
    client = signed_in_as(editor)
    told = client.get(at(article)).json()
    told["blocks"][0]["data"]["html"] = "<p>Some words to read every day.</p>"
    named = ("language", "slug", "title", "lead", "topics", "art", "minutes", "position", "sample", "blocks", "seen")
    assert put(client, article, {name: told[name] for name in named}).status_code == 200

    answer = do(editor, article, "publish-minor", comment="A typing mistake")

    assert (answer.status_code, answer.json()["revision"]) == (200, 2)
    assert Revision.objects.get(number=2).minor is True


def test_what_keeps_a_guide_from_review_is_named_by_block_and_field():
    editor = make_user(*EDITOR)
    article = draft_by(editor, text("First"), care_card(), topics=["back-pain"])

    answer = do(editor, article, "send-to-review")

    assert (answer.status_code, answer.json()["code"]) == (409, "not_ready")
    assert [(one["block"], one["field"]) for one in answer.json()["faults"]] == [(1, "data.symptoms.0")]
    assert signed_in_as(editor).get(at(article)).json()["faults"] == answer.json()["faults"]
    assert Step.objects.count() == 0


def test_sending_back_says_why():
    editor = make_user(*EDITOR)
    article = draft_by(editor)
    do(editor, article, "send-to-review")

    answer = do(make_user(*REVIEWER), article, "send-back", seen="")

    assert (answer.status_code, list(answer.json()["fields"])) == (409, ["comment"])


def test_acts_that_are_none_or_that_belong_to_somebody_else_change_nothing():
    editor, reviewer = make_user(*EDITOR), make_user(*REVIEWER)
    article = make_reviewed(editor=editor)

    assert do(editor, article, "delete").status_code == 404
    assert [do(reviewer, article, act).status_code for act in ("retire", "publish", "send-to-review")] == [403] * 3
    assert do(editor, article, "approve").status_code == 403
    assert do(editor, article, "retire", to=str(article.pk)).status_code == 409
    assert do(editor, article, "retire", to=str(draft_by(editor).pk)).json()["fields"].keys() == {"to"}
    assert Client().get(article.get_absolute_url()).status_code == 200


def test_topics_and_addresses_that_cannot_be_are_refused(client):
    client.force_login(make_user(*EDITOR))
    draft_by(make_user(*EDITOR), slug="taken")

    unknown, taken = (client.post(LIST, words(**said), JSON) for said in ({"topics": ["no"]}, {"slug": "taken"}))

    assert [(answer.status_code, answer.json()["code"]) for answer in (unknown, taken)] == [
        (409, "topic"), (409, "taken"),
    ]  # fmt: skip
    assert [list(answer.json()["fields"]) for answer in (unknown, taken)] == [["topics"], ["slug"]]


def test_a_published_guide_keeps_its_address(client):
    article = make_reviewed(slug="known", editor=make_user(*EDITOR))
    client.force_login(make_user(*EDITOR))

    answer = put(client, article, words(slug="moved", seen=seen_in(client, article)))

    assert (answer.status_code, answer.json()["code"]) == (409, "fixed")


def test_a_block_of_another_guide_cannot_be_taken(client):
    theirs, mine = draft_by(make_user(*EDITOR)), draft_by(make_user(*EDITOR), slug="a-guide")
    client.force_login(make_user(*EDITOR))
    taken = {"id": str(theirs.blocks.get().pk), "kind": "text", "data": text("Mine now")[1]}

    answer = put(client, mine, words(seen=seen_in(client, mine)) | {"blocks": [taken]})

    assert (answer.status_code, list(answer.json()["fields"])) == (400, ["blocks.0.id"])
    assert theirs.blocks.get().data["heading"] == "Words"


def test_a_browser_needs_the_word_against_forgery_here_too():
    editor = make_user(*EDITOR)
    client = Client(enforce_csrf_checks=True)
    client.force_login(editor)

    assert client.post(LIST, words(), JSON).status_code == 403
    assert Article.objects.count() == 0


def test_the_description_has_an_example_of_every_write(client):
    schema = client.get("/api/v1/schema/", headers={"Accept": "application/vnd.oai.openapi+json"}).json()

    writes = {
        path: told["requestBody"]["content"][JSON]["examples"]
        for path, methods in schema["paths"].items()
        for method, told in methods.items()
        if path.startswith(LIST) and method in {"post", "put"}
    }

    assert {path: len(examples) for path, examples in writes.items()} == {
        LIST: 1, f"{LIST}{{id}}/": 1, f"{LIST}{{id}}/actions/{{act}}/": 1,
    }  # fmt: skip
