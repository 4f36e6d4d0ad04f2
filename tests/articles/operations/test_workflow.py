"""From writing to readers: each act needs its person and its moment, and leaves a row that says who, when and why."""

import pytest
from django.core.exceptions import PermissionDenied

from articles.models import Article, Revision, Step
from articles.operations.drafts import Draft, draft_of, save_draft
from articles.operations.publishing import NotReady, publish, publish_minor, retire
from articles.operations.workflow import approve, send_back, send_to_language_check, send_to_review
from portal.accounts import roles
from portal.core.errors import RuleViolation
from tests.factories.accounts import make_user
from tests.factories.articles import (
    approve_draft,
    block,
    care_card,
    make_article,
    make_draft,
    make_reviewed,
    sources,
    text,
)

pytestmark = pytest.mark.django_db
LONG = "<p>Back pain is common and most of it settles by itself. Take 500 mg twice a day, and do not lift much.</p>"


@pytest.fixture
def editor():
    return make_user(roles.EDITORS)


@pytest.fixture
def reviewer():
    return make_user(roles.CLINICAL_REVIEWERS)


def written(editor, *blocks):
    return save_draft(actor=editor, draft=make_draft(*blocks))


def rewrite(article, editor, *blocks, **fields):
    """Other words in the draft of this article."""
    now = draft_of(article)
    said = {**vars(now), **fields, **({"blocks": list(blocks)} if blocks else {})}
    return save_draft(actor=editor, draft=Draft(**said), article=Article.objects.get(pk=article.pk))


def test_the_whole_way_leaves_a_step_for_each_act_and_names_the_reviewer_to_readers(editor, reviewer):
    article = written(editor)

    send_to_language_check(actor=editor, article=article, comment="Long sentences?")
    send_to_review(actor=editor, article=article)
    approve(actor=reviewer, article=article, seen=draft_of(article).digest, comment="Good")
    revision = publish(actor=editor, article=article, note="First")

    article.refresh_from_db()
    assert (article.stage, article.state) == (Article.Stage.DONE, Article.State.PUBLISHED)
    assert (revision.reviewed_by, revision.sample) == (reviewer, False)
    assert revision.reviewed_at == article.approved_at
    steps = article.steps.order_by("at").values_list("act", "by", "comment")
    assert list(steps) == [
        (Step.Act.ASKED_LANGUAGE, editor.pk, "Long sentences?"),
        (Step.Act.ASKED_REVIEW, editor.pk, ""),
        (Step.Act.APPROVED, reviewer.pk, "Good"),
        (Step.Act.PUBLISHED, editor.pk, "First"),
    ]
    assert {step.digest for step in article.steps.all()} == {draft_of(article).digest}


def test_a_change_of_words_after_the_approval_takes_it_back(editor):
    article = approve_draft(written(editor))

    rewrite(article, editor, text("Other"))

    article.refresh_from_db()
    assert (article.stage, article.approved_digest, article.approved_by) == (Article.Stage.WRITING, "", None)
    with pytest.raises(RuleViolation, match="has to approve it first"):
        publish(actor=editor, article=article)


def test_words_changed_behind_the_operations_back_are_not_published_either(editor):
    article = approve_draft(written(editor))
    Article.objects.filter(pk=article.pk).update(lead="Slipped in by a query.")

    with pytest.raises(RuleViolation, match="changed after the approval"):
        publish(actor=editor, article=article)
    assert Revision.objects.count() == 0


def test_saving_the_same_words_again_keeps_the_approval(editor):
    article = approve_draft(written(editor))

    rewrite(article, editor, position=7)

    article.refresh_from_db()
    assert article.stage == Article.Stage.APPROVED


def test_an_approval_of_words_that_nobody_on_the_page_saw_is_refused(editor, reviewer):
    article = written(editor)
    seen = draft_of(article).digest
    rewrite(article, editor, text("Newer"))
    send_to_review(actor=editor, article=article)

    with pytest.raises(RuleViolation, match="Read them again"):
        approve(actor=reviewer, article=article, seen=seen)


def test_sending_back_needs_a_reason_and_ends_the_approval(editor, reviewer):
    article = approve_draft(written(editor))

    with pytest.raises(RuleViolation, match="Say what has to change"):
        send_back(actor=reviewer, article=article, comment="  ")
    send_back(actor=reviewer, article=article, comment="The dose is wrong.")

    article.refresh_from_db()
    assert (article.stage, article.approved_digest) == (Article.Stage.WRITING, "")
    with pytest.raises(RuleViolation):
        publish(actor=editor, article=article)


@pytest.mark.parametrize(("act", "stage"), [(approve, "writing"), (send_to_review, "review")])
def test_an_act_out_of_turn_is_refused(editor, reviewer, act, stage):
    article = written(editor)
    Article.objects.filter(pk=article.pk).update(stage=stage)

    with pytest.raises(RuleViolation, match="not possible now"):
        act(actor=reviewer if act is approve else editor, article=article)


def test_only_what_could_be_published_is_sent_to_review(editor):
    article = written(editor, text("H", "<p>x[^missing]</p>"))

    with pytest.raises(NotReady, match="not among the sources"):
        send_to_review(actor=editor, article=article)


def test_readers_keep_their_version_while_a_new_one_is_written_and_reviewed(editor):
    article = make_reviewed(text("Old"), editor=editor)
    first = article.current

    rewrite(article, editor, text("New"))
    article.refresh_from_db()
    assert (article.stage, article.state, article.current) == (Article.Stage.WRITING, "published", first)
    approve_draft(article, editor=editor)
    second = publish(actor=editor, article=article)

    assert (second.number, first.parts[0]["html"] == second.parts[0]["html"]) == (2, False)


def test_the_same_words_reviewed_again_make_a_version_with_the_new_date(editor):
    article = make_reviewed(editor=editor)
    first = article.current

    second = publish(actor=editor, article=approve_draft(article, editor=editor))

    assert (second.number, second.digest, second.reviewed_at > first.reviewed_at) == (2, first.digest, True)


def test_a_few_other_words_are_a_minor_edit_under_the_review_of_before(editor):
    article = make_reviewed(text("Pain", LONG), editor=editor)
    rewrite(article, editor, text("Pain", LONG.replace("settles", "goes away")))

    revision = publish_minor(actor=editor, article=article, note="Plainer")

    assert (revision.minor, revision.reviewed_by) == (True, Revision.objects.get(number=1).reviewed_by)
    assert article.steps.first().act == Step.Act.MINOR


CARD, STEPS = care_card(), block("steps", {"title": "How", "items": ["Stand up", "Walk"]})
MUCH = LONG + "<p>And now something that nobody looked at at all, ever.</p>" * 3
OTHER_STEPS = block("steps", {"title": "How", "items": ["Stand", "Walk"]})
WHOLE = [CARD, text("Pain", LONG), STEPS, sources()]


@pytest.mark.parametrize(
    ("blocks", "named"),
    [
        ([care_card(who="Call somebody."), *WHOLE[1:]], "Block 1"),
        ([CARD, text("Pain", LONG.replace("500 mg", "500 g")), STEPS, sources()], "Block 2"),
        ([CARD, text("Pain", LONG.replace("twice", "once")), STEPS, sources()], "Block 2"),
        ([CARD, text("Pain", LONG.replace("do not", "do")), STEPS, sources()], "Block 2"),
        ([CARD, text("Pain", MUCH), *WHOLE[2:]], "Block 2"),
        ([CARD, text("Pain", LONG), OTHER_STEPS, sources()], "Block 3"),
        ([CARD, text("Pain", LONG), sources()], "Blocks were added"),
        ([CARD, STEPS, text("Pain", LONG), sources()], "Blocks were added"),
    ],
)  # fmt: skip
def test_what_is_more_than_a_minor_edit_is_refused_and_named(editor, blocks, named):
    article = make_reviewed(*WHOLE, editor=editor)
    rewrite(article, editor, *blocks)

    with pytest.raises(RuleViolation, match=named):
        publish_minor(actor=editor, article=article)
    assert Revision.objects.count() == 1


def test_many_small_changes_do_not_add_up_to_a_big_one(editor):
    words = " ".join(f"word{'abcdefghij'[n % 10]}" for n in range(60))
    article = make_reviewed(text("Pain", f"<p>{words}</p>"), editor=editor)
    for name in "abcde":
        words = words.replace(f"word{name}", f"other{name}")
        rewrite(article, editor, text("Pain", f"<p>{words}</p>"))
        if name in "cde":
            with pytest.raises(RuleViolation, match="Block 1"):
                publish_minor(actor=editor, article=article)
        elif name == "a":
            publish_minor(actor=editor, article=article)


def test_sample_text_that_nobody_reviewed_has_no_minor_edit(editor):
    article = make_article(text("Pain", LONG))
    rewrite(article, editor, text("Pain", LONG.replace("settles", "goes away")))

    with pytest.raises(RuleViolation, match="with a clinical review"):
        publish_minor(actor=editor, article=article)


def test_a_retired_article_may_name_another_that_readers_can_see(editor):
    article, other, draft = make_article(), make_article(), make_article(published=False)

    for wrong in (article, draft):
        with pytest.raises(RuleViolation, match="Choose another article"):
            retire(actor=editor, article=article, to=wrong)
    assert retire(actor=editor, article=article, to=other, comment="Told better there") is True

    article.refresh_from_db()
    assert (article.retired_to, article.steps.first().comment) == (other, "Told better there")


@pytest.mark.parametrize("role", [None, roles.MODERATORS, roles.SAFEGUARDING_LEADS, roles.ADMINISTRATORS])
def test_nobody_else_moves_an_article(editor, role):
    article, person = written(editor), make_user(*([role] if role else []))

    for act in (send_to_language_check, send_to_review, approve, publish, publish_minor, retire):
        with pytest.raises(PermissionDenied):
            act(actor=person, article=article)
    with pytest.raises(PermissionDenied):
        send_back(actor=person, article=article, comment="Because")
    assert Step.objects.count() == 0
