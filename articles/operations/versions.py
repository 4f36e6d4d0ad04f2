"""Going back to words that were published before."""

from typing import Any

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils.translation import gettext as _

from articles import rules
from articles.models import Article, ArticleTopic, Block, Contribution, Revision, Step
from articles.operations.drafts import draft_of
from portal.vocabulary.models import HealthTopic

SAID = ("title", "lead", "art")


@transaction.atomic
def roll_back(*, actor: Any, article: Article, revision: Revision) -> Article:
    """Put what a revision said, with its blocks' ids, back into the draft. Readers see it only when it is published
    in the ordinary way, as a revision of its own; whoever takes it up has a hand in the draft."""
    if not rules.may_edit(actor):
        raise PermissionDenied(_("Only editors can take up an earlier version."))
    if revision.article_id != article.pk:
        raise PermissionDenied(_("This version is of another article."))
    article = Article.objects.select_for_update().get(pk=article.pk)
    for name in SAID:
        setattr(article, name, getattr(revision, name))
    _take_stage_back(article)
    article.save()
    _put_topics(article, revision.topic_slugs)
    _put_blocks(article, revision)
    Contribution.objects.update_or_create(article=article, person=actor)
    words = _("Version %(number)s") % {"number": revision.number}
    Step.objects.create(
        article=article,
        act=Step.Act.ROLLED_BACK,
        by=actor,
        comment=words,
        digest=draft_of(article).digest,
        revision=revision,
    )
    return article


def _take_stage_back(article: Article) -> None:
    """What was approved or scheduled were other words."""
    article.stage, article.publish_at = Article.Stage.WRITING, None
    article.approved_digest, article.approved_by, article.approved_at = "", None, None


def _put_topics(article: Article, slugs: list[str]) -> None:
    topics = HealthTopic.objects.in_bulk(slugs, field_name="slug")
    there = [topics[slug] for slug in slugs if slug in topics]
    article.topic_links.all().delete()
    ArticleTopic.objects.bulk_create(
        ArticleTopic(article=article, topic=topic, position=place) for place, topic in enumerate(there)
    )


def _put_blocks(article: Article, revision: Revision) -> None:
    """Blocks that are still there keep their tie to the source of a translation."""
    ties = {str(pk): tie for pk, tie in article.blocks.values_list("pk", "source_block_id")}
    article.blocks.all().delete()
    Block.objects.bulk_create(
        Block(
            pk=one["id"],
            parent=article,
            kind=one["kind"],
            data=one["data"],
            ordering=(place + 1) * 10,
            source_block_id=ties.get(one["id"]) or one.get("source_block_id"),
        )
        for place, one in enumerate(revision.blocks)
    )
