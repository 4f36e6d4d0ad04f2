"""Nobody puts health words before readers alone: every way in, by every person who might try."""

import threading

import pytest
from django.core.exceptions import PermissionDenied
from django.core.management import call_command
from django.db import connection
from django.urls import reverse

from articles.models import Article, Revision, Step
from articles.operations.drafts import draft_of, save_draft
from articles.operations.publishing import publish, publish_minor
from articles.operations.workflow import approve, send_to_review
from portal.accounts import roles
from portal.core.errors import RuleViolation
from tests.articles.files.test_reading import BODY, FRONT
from tests.factories.accounts import make_user
from tests.factories.articles import approve_draft, make_draft, make_reviewed, make_topic, text

pytestmark = pytest.mark.django_db
BOTH = (roles.EDITORS, roles.CLINICAL_REVIEWERS)
EVERY_ROLE = tuple(roles.ALL)


@pytest.fixture(autouse=True)
def without_second_step(settings):
    settings.DEMO = True


def waiting(author):
    article = save_draft(actor=author, draft=make_draft(sample=False))
    send_to_review(actor=make_user(roles.EDITORS), article=article)
    return article


def nothing_approved(article):
    article.refresh_from_db()
    approved = Step.objects.filter(act=Step.Act.APPROVED).exists()
    return not approved and article.approved_by is None and not Revision.objects.exists()


@pytest.mark.parametrize("held", [(), (roles.EDITORS,), (roles.ADMINISTRATORS,), (roles.MODERATORS,), BOTH, EVERY_ROLE])
def test_the_author_never_approves_whatever_roles_they_hold(held):
    author = make_user(roles.EDITORS)
    article = waiting(author)
    for role in held:
        author.groups.add(make_user(role).groups.get())
    author = type(author).objects.get(pk=author.pk)

    with pytest.raises(PermissionDenied):
        approve(actor=author, article=article)
    assert nothing_approved(article)


def test_a_superuser_without_the_role_does_not_approve():
    article = waiting(make_user(roles.EDITORS))

    with pytest.raises(PermissionDenied):
        approve(actor=make_user(is_superuser=True, is_staff=True), article=article)
    assert nothing_approved(article)


def test_a_command_does_not_approve():
    article = waiting(make_user(roles.EDITORS))

    with pytest.raises(PermissionDenied):
        approve(actor=None, article=article)
    assert nothing_approved(article)


def test_whoever_changed_one_word_since_the_last_review_does_not_approve():
    helper, article = make_user(*BOTH), save_draft(actor=make_user(roles.EDITORS), draft=make_draft())
    save_draft(actor=helper, draft=make_draft(text("Mine"), slug=article.slug), article=article)
    save_draft(actor=article.owner, draft=make_draft(text("Theirs again"), slug=article.slug), article=article)
    send_to_review(actor=helper, article=article)

    with pytest.raises(PermissionDenied, match="You wrote at this article"):
        approve(actor=helper, article=article)
    assert nothing_approved(article)


def test_giving_the_article_away_does_not_make_its_author_a_second_person():
    author = make_user(*BOTH)
    article = waiting(author)
    Article.objects.filter(pk=article.pk).update(owner=make_user(roles.EDITORS))

    with pytest.raises(PermissionDenied):
        approve(actor=author, article=article)


def test_after_a_reviewed_version_an_earlier_writer_may_review_the_next():
    writer, owner = make_user(*BOTH), make_user(roles.EDITORS)
    article = save_draft(actor=owner, draft=make_draft())
    save_draft(actor=writer, draft=make_draft(text("Mine"), slug=article.slug), article=article)
    publish(actor=owner, article=approve_draft(article))
    save_draft(actor=owner, draft=make_draft(text("Next"), slug=article.slug), article=article)

    approve_draft(article, reviewer=writer)

    assert article.approved_by == writer


def test_an_approval_written_by_a_query_for_the_author_does_not_publish():
    author = make_user(*BOTH)
    article = waiting(author)
    forged = {"approved_by": author, "approved_digest": draft_of(article).digest, "stage": "approved"}
    Article.objects.filter(pk=article.pk).update(**forged)

    with pytest.raises(RuleViolation, match="also wrote it"):
        publish(actor=author, article=article)


@pytest.mark.parametrize("held", [None, (roles.EDITORS,), BOTH, EVERY_ROLE])
@pytest.mark.parametrize("way", [publish, publish_minor])
def test_nobody_publishes_without_an_approval(held, way):
    article = save_draft(actor=make_user(roles.EDITORS), draft=make_draft(sample=False))
    actor = make_user(*held) if held else None

    with pytest.raises((RuleViolation, PermissionDenied)):
        way(actor=actor, article=article)
    assert Revision.objects.count() == 0


def test_a_command_publishes_sample_text_until_a_version_was_reviewed():
    article = save_draft(actor=None, draft=make_draft())
    assert publish(actor=None, article=article).sample is True
    approve_draft(article)
    publish(actor=make_user(roles.EDITORS), article=article)
    save_draft(actor=None, draft=make_draft(text("From a file"), slug=article.slug), article=article)

    with pytest.raises(RuleViolation, match="has to approve it first"):
        publish(actor=None, article=article)


def test_a_file_that_claims_a_review_waits_for_one(tmp_path, capsys):
    make_topic("back-pain")
    words = (FRONT + BODY).replace("sample: true", "sample: false")
    (tmp_path / "a-guide.md").write_text(words, encoding="utf-8")

    call_command("import_articles", str(tmp_path))

    article = Article.objects.get()
    assert "waiting" in capsys.readouterr().out
    assert (article.state, article.stage, article.current) == ("draft", Article.Stage.REVIEW, None)


@pytest.mark.parametrize("held", [(roles.EDITORS,), (roles.ADMINISTRATORS,), (roles.CLINICAL_REVIEWERS,), EVERY_ROLE])
def test_no_form_of_the_admin_sets_an_approval(client, held):
    article = waiting(make_user(roles.EDITORS))
    client.force_login(make_user(*held))
    page = reverse("admin:articles_article_change", args=[article.pk])
    forged = {"stage": "approved", "state": "published", "approved_digest": draft_of(article).digest}

    client.post(page, forged | {"approved_by": article.owner_id, "title": "T"})
    client.post(reverse("admin:articles_article_publish", args=[article.pk]), {"note": "x", "seen": "x"})

    assert nothing_approved(article)
    assert article.state == "draft"


@pytest.mark.parametrize("held", [(roles.EDITORS,), BOTH, EVERY_ROLE])
def test_the_api_is_no_way_round_for_the_author(client, held):
    author = make_user(*held)
    article = waiting(author)
    client.force_login(author)
    address = reverse("api:newsroom-detail", args=[article.pk])
    told = client.get(address).json()
    seen = {"seen": told["seen"]}

    approving, publishing, minor, later = (
        client.post(f"{address}actions/{act}/", {**seen, "at": "2100-01-01T09:00:00Z"}, "application/json").status_code
        for act in ("approve", "publish", "publish-minor", "schedule")
    )

    assert (approving, publishing, minor, later) == (403, 409, 409, 409)
    assert nothing_approved(article)
    assert article.state == "draft"


def test_words_sent_over_the_api_take_an_approval_back_and_make_their_writer_an_author(client):
    writer = make_user(*BOTH)
    article = approve_draft(save_draft(actor=make_user(roles.EDITORS), draft=make_draft(sample=False)))
    client.force_login(writer)
    address = reverse("api:newsroom-detail", args=[article.pk])
    told = client.get(address).json()
    names = ("language", "slug", "lead", "topics", "art", "position", "sample", "blocks", "seen")
    forged = {"state": "published", "stage": "approved", "approved_by": "Keel", "owner": None}
    sent = {name: told[name] for name in names} | {"title": "Other words"} | forged

    replaced = client.put(address, sent, "application/json").json()
    acts = [
        client.post(f"{address}actions/{act}/", {"seen": replaced["seen"]}, "application/json").status_code
        for act in ("publish", "send-to-review", "approve")
    ]

    assert (replaced["title"], replaced["state"], replaced["stage"]) == ("Other words", "draft", "writing")
    assert replaced["approved_by"] is None
    assert acts[0] == 409
    assert client.get(address).json()["stage"] == "review"
    assert not Revision.objects.exists()


@pytest.mark.django_db(transaction=True)
def test_an_edit_and_an_approval_at_the_same_time_never_approve_unseen_words():
    editor, reviewer = make_user(roles.EDITORS), make_user(roles.CLINICAL_REVIEWERS)
    article = waiting(editor)
    seen, start = draft_of(article).digest, threading.Barrier(2)

    def at_once(act):
        try:
            start.wait(5)
            act()
        except (RuleViolation, PermissionDenied):
            pass
        finally:
            connection.close()

    newer = make_draft(text("Newer"), slug=article.slug)
    acts = [
        lambda: save_draft(actor=editor, draft=newer, article=Article.objects.get(pk=article.pk)),
        lambda: approve(actor=reviewer, article=article, seen=seen),
    ]
    threads = [threading.Thread(target=at_once, args=[act]) for act in acts]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(20)

    article.refresh_from_db()
    assert (article.stage, article.approved_digest) == (Article.Stage.WRITING, "")
    with pytest.raises(RuleViolation):
        publish(actor=editor, article=article)


def test_a_reviewed_version_names_its_reviewer_and_is_no_sample():
    revision = make_reviewed().current

    assert (revision.sample, revision.reviewed_by is not None) == (False, True)
