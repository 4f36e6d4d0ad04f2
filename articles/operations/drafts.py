"""Writing drafts. Readers see nothing of it until it is published."""

import hashlib
import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.db.models import Prefetch, QuerySet
from django.utils.translation import gettext as _

from articles import rules
from articles.blocks import BLOCKS, Data
from articles.blocks.items import keep_item_ids
from articles.models import Article, ArticleTopic, Block, Contribution
from articles.models.article import ArticleQuerySet
from articles.operations.pictures import need_pictures
from articles.plain.report import grade_of
from portal.core.errors import RuleViolation
from portal.vocabulary.models import HealthTopic

WORDS = ("slug", "language", "title", "lead", "sample", "art", "minutes", "position")
FORGET_APPROVAL: dict[str, Any] = {"approved_digest": "", "approved_by": None, "approved_at": None, "publish_at": None}


@dataclass(frozen=True)
class Draft:
    """Everything an editor decides about an article. `topics` are slugs, the main one first."""

    slug: str
    language: str
    title: str
    lead: str
    topics: Sequence[str]
    blocks: Sequence[tuple[str, Data]]
    sample: bool = True
    art: str = "path"
    minutes: int | None = None
    position: int = 100

    def says(self) -> dict[str, Any]:
        """What readers would notice, without ids: two drafts that say the same are equal here."""
        said = {name: getattr(self, name) for name in ("slug", "language", "title", "lead", "sample", "art", "minutes")}
        blocks = [[kind, BLOCKS[kind].plain(data)] for kind, data in self.blocks]
        return {**said, "topics": list(self.topics), "blocks": blocks}

    @property
    def digest(self) -> str:
        text = json.dumps(self.says(), sort_keys=True, ensure_ascii=False, default=str)
        return hashlib.sha256(text.encode()).hexdigest()


def draft_of(article: Article) -> Draft:
    """The draft as it stands in the database."""
    links = article.topic_links.order_by("position", "pk").select_related("topic")
    return _draft(article, links, article.blocks.order_by("ordering", "pk"))


def with_drafts(articles: ArticleQuerySet) -> QuerySet[Article]:
    """Articles with all that their drafts say, for `draft_in` and `blocks_in`: three queries at any length."""
    return (
        articles.for_cards()
        .select_related("current", "owner", "approved_by")
        .prefetch_related(
            Prefetch("blocks", Block.objects.order_by("ordering", "pk")),
            Prefetch("topic_links", ArticleTopic.objects.order_by("position", "pk").select_related("topic")),
        )
    )


def draft_in(article: Article) -> Draft:
    """The same as `draft_of`, from what `with_drafts` fetched."""
    return _draft(article, article.topic_links.all(), blocks_in(article))


def blocks_in(article: Article) -> Iterable[Block]:
    """The blocks of the draft in their order, from what `with_drafts` fetched."""
    return article.blocks.all()


def _draft(article: Article, links: Iterable[ArticleTopic], blocks: Iterable[Block]) -> Draft:
    topics, said = [link.topic.slug for link in links], [(block.kind, block.data) for block in blocks]
    return Draft(**{name: getattr(article, name) for name in WORDS}, topics=topics, blocks=said)


def locked(article: Article) -> Article:
    """The article as it stands now, which nobody else can change until we are done. Needs a transaction."""
    return Article.objects.select_for_update(of=("self",)).select_related("current").get(pk=article.pk)


def words_changed(*, actor: Any, article: Article, before: str) -> bool:
    """Remember who wrote, and take back an approval of other words. `before` is the digest from before the save.

    Every way to save words ends here, inside the same transaction. Returns whether the draft says something else.
    The reading grade is stored with the words, so that a list can show and sort it; it is worked out for English only.
    """
    draft = draft_of(article)
    if draft.digest == before:
        return False
    if actor is not None:
        Contribution.objects.update_or_create(article=article, person=actor)
    english = draft.language.split("-")[0] == "en"
    grade = grade_of(draft.blocks).flesch_kincaid_grade if english else None
    changes = {**FORGET_APPROVAL, "stage": Article.Stage.WRITING, "grade": grade}
    Article.objects.filter(pk=article.pk).update(**changes)
    for name, value in changes.items():
        setattr(article, name, value)
    return True


@transaction.atomic
def save_draft(*, actor: Any, draft: Draft, article: Article | None = None, ids: Sequence[str] = ()) -> Article:
    """Make or rewrite a draft. `actor` None is a command run by the site's own staff.

    Blocks that stay keep their ids, and so do the items inside them: `ids` names, in the order of the blocks, the rows
    that the writer knows them by; those without one are told by their words. Raises RuleViolation for an unknown
    topic or a block that does not hold.
    """
    if actor is not None and not rules.may_edit(actor):
        raise PermissionDenied(_("Only editors can write articles."))
    for kind, data in draft.blocks:
        for problem in BLOCKS[kind].check(data)[1]:
            raise RuleViolation(problem.message, code="block", field="blocks")
    need_pictures(draft.blocks)
    topics = HealthTopic.objects.in_bulk(draft.topics, field_name="slug")
    for slug in draft.topics:
        if slug not in topics:
            raise RuleViolation(
                _("There is no health topic “%(slug)s”.") % {"slug": slug}, code="topic", field="topics"
            )
    before = draft_of(locked(article)).digest if article else ""
    article = article or Article(owner=actor)
    for name in WORDS:
        setattr(article, name, getattr(draft, name))
    article.full_clean(
        exclude=["current", "owner", "translation_of"], validate_unique=False, validate_constraints=False
    )
    article.save(update_fields=[*WORDS, "edited_at"] if before else None)
    _save_topics(article, [topics[slug] for slug in draft.topics])
    _save_blocks(article, draft.blocks, ids)
    words_changed(actor=actor, article=article, before=before)
    return article


def _save_topics(article: Article, topics: Sequence[HealthTopic]) -> None:
    article.topic_links.all().delete()
    ArticleTopic.objects.bulk_create(
        ArticleTopic(article=article, topic=topic, position=place) for place, topic in enumerate(topics)
    )


def _save_blocks(article: Article, blocks: Sequence[tuple[str, Data]], ids: Sequence[str]) -> None:
    rows = _with_known_ids(list(article.blocks.order_by("ordering", "pk")), blocks, ids)
    for place, row in enumerate(rows):
        row.parent, row.ordering = article, (place + 1) * 10
    kept = [row for row in rows if not row._state.adding]
    article.blocks.exclude(pk__in=[row.pk for row in kept]).delete()
    Block.objects.bulk_update(kept, ["ordering", "data"])
    Block.objects.bulk_create(row for row in rows if row._state.adding)


def _with_known_ids(old: list[Block], blocks: Sequence[tuple[str, Data]], ids: Sequence[str]) -> list[Block]:
    """Each new block on the row of the old one it continues: the one named, then the one with the same words, then the
    same heading, then the same kind."""
    rows: list[Block | None] = [None] * len(blocks)
    named = dict(enumerate(ids))
    for likeness in (_named, _same_words, _same_heading, _same_kind):
        for place, (kind, data) in enumerate(blocks):
            if rows[place] is not None:
                continue
            wanted = data if likeness is not _named else {"id": named.get(place, "")}
            found = next((row for row in old if row.kind == kind and likeness(row, wanted)), None)
            if found:
                old.remove(found)
                found.data = keep_item_ids(found.data, data)
                rows[place] = found
    return [row or Block(kind=kind, data=data) for row, (kind, data) in zip(rows, blocks, strict=True)]


def _named(row: Block, wanted: Data) -> bool:
    return bool(str(row.pk) == wanted["id"])


def _same_words(row: Block, data: Data) -> bool:
    return bool(row.type.plain(row.data) == row.type.plain(data))


def _same_heading(row: Block, data: Data) -> bool:
    return bool(row.type.title) and row.data.get(row.type.title) == data.get(row.type.title)


def _same_kind(row: Block, data: Data) -> bool:
    return True
