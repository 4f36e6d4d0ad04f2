"""Translations follow their original, block by block: begun from it, marked when it moves on, and caught up again."""

from collections.abc import Mapping
from itertools import pairwise
from typing import Any

from django.conf import settings
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.db.models import Value
from django.db.models.functions import Coalesce
from django.utils import timezone
from django.utils.translation import gettext as _

from articles import rules
from articles.blocks import BLOCKS
from articles.models import Article, Contribution, Revision
from articles.operations.drafts import FORGET_APPROVAL, Draft, locked, save_draft
from portal.core.errors import RuleViolation


@transaction.atomic
def start_translation(*, actor: Any, source: Article, language: str) -> Article:
    """A draft in another language that says, block by block, what readers of the original see now.

    Raises RuleViolation for a language that is taken or unknown, and for an original that nobody can read.
    """
    if not rules.may_edit(actor):
        raise PermissionDenied(_("Only editors can start a translation."))
    source = locked(source)
    original = source.current
    if source.translation_of_id or not source.is_published or original is None:
        raise RuleViolation(_("Only a published original can be translated."), code="source")
    if language not in languages_left(source):
        raise RuleViolation(
            _("There is a guide in this language already, or the site does not have it."),
            code="language",
            field="language",
        )
    draft = Draft(
        slug=original.slug,
        language=language,
        title=original.title,
        lead=original.lead,
        topics=original.topic_slugs,
        blocks=[(block["kind"], block["data"]) for block in original.blocks],
        sample=source.sample,
        art=original.art,
        minutes=source.minutes,
        position=source.position,
    )
    made = save_draft(actor=actor, draft=draft)
    for row, block in zip(made.blocks.order_by("ordering", "pk"), original.blocks, strict=True):
        row.source_block_id = block["id"]
        row.save(update_fields=["source_block_id"])
    made.translation_of, made.source_revision = source, original
    made.save(update_fields=["translation_of", "source_revision"])
    return made


def languages_left(source: Article) -> list[str]:
    """Languages of the site's content in which there is no guide at this address and no translation yet."""
    taken = {source.language, *source.translations.values_list("language", flat=True)}
    slug = source.current.slug if source.current else source.slug
    taken |= set(Article.objects.filter(slug=slug).values_list("language", flat=True))
    return [code for code in settings.CONTENT_LANGUAGES if code not in taken]


@transaction.atomic
def brought_up_to_date(*, actor: Any, article: Article, seen: str = "") -> Article:
    """The translator says: the draft says what the original says now. Readers are told when it is published.

    `seen` is the version of the original that was on their page. An approval was given beside an older original, so
    a reviewer looks again. Raises RuleViolation when the original moved on meanwhile.
    """
    if not rules.may_edit(actor):
        raise PermissionDenied(_("Only editors can bring a translation up to date."))
    article = locked(article)
    source = article.translation_of
    if source is None or source.current is None:
        raise RuleViolation(_("This article is not a translation of a published one."), code="source")
    if seen and seen != str(source.current_id):
        raise RuleViolation(_("The original changed after you opened it. Look at it again."), code="stale")
    if article.source_revision_id == source.current_id:
        return article
    article.source_revision = source.current
    changes = {**FORGET_APPROVAL, "stage": Article.Stage.WRITING}
    for name, value in changes.items():
        setattr(article, name, value)
    article.save(update_fields=["source_revision", *changes])
    Contribution.objects.update_or_create(article=article, person=actor)
    return article


def source_published(article: Article, revision: Revision, previous: Revision | None) -> None:
    """Tell the translations of what readers now see; or, when this is one, say whether it has caught up.

    Runs inside the publishing transaction. Every translation is written to, so that one which is being published at
    the same moment is waited for.
    """
    now = Value(timezone.now())
    if previous is not None and moved_on(previous, revision):
        article.translations.update(outdated_since=Coalesce("outdated_since", now))
    if article.translation_of_id:
        own = Article.objects.filter(pk=article.pk)
        own.update(outdated_since=Coalesce("outdated_since", now) if is_behind(revision, article) else None)


def is_behind(revision: Revision, article: Article) -> bool:
    """Whether the original moved on since this version of its translation. Small edits of wording do not count."""
    source = Article.objects.select_related("current").filter(translations=article).first()
    base = revision.source_revision
    if source is None or source.current is None or (base is not None and base.pk == source.current.pk):
        return False
    if base is None or base.article_id != source.pk:
        return True
    since = [base, *source.revisions.filter(number__gt=base.number).order_by("number")]
    return any(moved_on(one, other) for one, other in pairwise(since))


def moved_on(before: Revision, after: Revision) -> bool:
    """Whether translations have to follow: other words in more than a minor edit, or another care card."""
    if care_cards_of(before) != care_cards_of(after):
        return True
    return not after.minor and _words(before) != _words(after)


def care_cards_of(revision: Revision) -> Mapping[str, Any]:
    """What each care card says, by the lasting id of its block."""
    return {block["id"]: _plain(block) for block in revision.blocks if block["kind"] == "care-card"}


def _words(revision: Revision) -> list[Any]:
    return [revision.title, revision.lead, *(_plain(block) for block in revision.blocks)]


def _plain(block: Mapping[str, Any]) -> Any:
    return BLOCKS[block["kind"]].plain(block["data"])
