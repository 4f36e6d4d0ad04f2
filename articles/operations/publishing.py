"""From draft to what readers see, and back out of sight."""

from typing import Any

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils.translation import gettext as _

from articles import rules
from articles.blocks.whole import Whole
from articles.minor import more_than_minor
from articles.models import Article, Revision, Step
from articles.operations.drafts import Draft, draft_of, locked
from articles.operations.projections import clear, project
from articles.operations.translations import source_published
from articles.operations.words import rebuild_words
from articles.operations.workflow import NotReady, approval_missing, note_step
from articles.rendering import rendered
from portal.core.errors import RuleViolation
from portal.core.text import RENDERER_VERSION

__all__ = ["NotReady", "publish", "publish_minor", "retire"]


@transaction.atomic
def publish(*, actor: Any, article: Article, note: str = "", rebuild: bool = True) -> Revision:
    """Make the draft what readers see. Writes a revision only when something changed since the last one.

    A clinical reviewer who did not write it approved exactly these words: without that nobody publishes, whoever they
    are. The one exception is sample text that a command loads, which says of itself that nobody reviewed it, as long
    as no version of the article was ever reviewed. `actor` None is a command run by the site's own staff. `rebuild`
    False leaves the spelling words for the caller to rebuild once after many. Raises NotReady, RuleViolation,
    PermissionDenied.
    """
    if actor is not None and not rules.may_edit(actor):
        raise PermissionDenied(_("Only editors can publish articles."))
    article = locked(article)
    draft = draft_of(article)
    faults = rules.faults(draft.blocks, draft.topics)
    if faults:
        raise NotReady(faults)
    missing = approval_missing(article, draft.digest)
    if missing and not (actor is None and is_unreviewed_sample(article)):
        raise RuleViolation(missing, code="not_approved")
    return _show(actor, article, draft, note, reviewed=not missing, rebuild=rebuild)


def is_unreviewed_sample(article: Article) -> bool:
    """Sample text of which no version ever had a clinical review."""
    return article.sample and not article.revisions.filter(reviewed_at__isnull=False).exists()


@transaction.atomic
def publish_minor(*, actor: Any, article: Article, note: str = "") -> Revision:
    """Publish a small change of wording without a new review. The review of the version before stays named.

    It is measured against the last version with a full review, so that many small changes do not add up to a big one.
    Raises RuleViolation with the block that says more than a minor edit may, PermissionDenied.
    """
    if not rules.may_edit(actor):
        raise PermissionDenied(_("Only editors can publish articles."))
    article = locked(article)
    base = article.revisions.filter(minor=False).order_by("-number").first()
    if not article.is_published or base is None or base.reviewed_at is None:
        raise RuleViolation(_("Only a published article with a clinical review can have a minor edit."), code="minor")
    draft = draft_of(article)
    faults = rules.faults(draft.blocks, draft.topics)
    if faults:
        raise NotReady(faults)
    blocks = [block.as_json() for block in article.blocks.order_by("ordering", "pk")]
    said = draft.says()
    reason = more_than_minor(base, blocks, said)
    if reason:
        raise RuleViolation(reason, code="minor")
    return _show(actor, article, draft, note, reviewed=False, rebuild=True, follows=base)


def _show(
    actor: Any, article: Article, draft: Draft, note: str, *, reviewed: bool, rebuild: bool, follows: Any = None
) -> Revision:
    """Write the revision when there is something new in it, and put it before the readers."""
    current = article.current
    original = (follows or article).source_revision_id
    same = bool(current and current.digest == draft.digest and current.source_revision_id == original)
    if current and same and (not reviewed or current.reviewed_at == article.approved_at):
        revision, whole = current, rendered(current.blocks, current.language)
        if article.is_published:
            Article.objects.filter(pk=article.pk).update(stage=Article.Stage.DONE, publish_at=None)
            return revision
    else:
        revision, whole = _write_revision(actor, article, draft, note, reviewed, follows)
    article.current, article.state, article.stage = revision, Article.State.PUBLISHED, Article.Stage.DONE
    article.publish_at = article.retired_to = None
    article.save(update_fields=["current", "state", "stage", "publish_at", "retired_to"])
    if reviewed:
        article.contributions.all().delete()
    act = Step.Act.MINOR if follows else Step.Act.PUBLISHED
    note_step(article=article, act=act, actor=actor, comment=note, digest=draft.digest, revision=revision)
    project(article, revision, whole)
    source_published(article, revision, current)
    if rebuild:
        rebuild_words(article.language)
    return revision


def _write_revision(
    actor: Any, article: Article, draft: Draft, note: str, reviewed: bool, follows: Any
) -> tuple[Revision, Whole]:
    blocks = [block.as_json() for block in article.blocks.order_by("ordering", "pk")]
    whole = rendered(blocks, article.language)
    last = article.revisions.order_by("-number").values_list("number", flat=True).first() or 0
    by, at = (article.approved_by_id, article.approved_at) if reviewed else (None, None)
    if follows:
        by, at = follows.reviewed_by_id, follows.reviewed_at
    revision = Revision.objects.create(
        article=article,
        number=last + 1,
        language=article.language,
        slug=article.slug,
        title=article.title,
        lead=article.lead,
        art=article.art,
        minutes=article.minutes or whole.minutes,
        sample=article.sample and at is None,
        topic_slugs=list(draft.topics),
        blocks=blocks,
        parts=whole.parts,
        contents=whole.contents,
        digest=draft.digest,
        renderer_version=RENDERER_VERSION,
        note=note[:300],
        minor=bool(follows),
        reviewed_by_id=by,
        reviewed_at=at,
        source_revision_id=(follows or article).source_revision_id,
        published_by=actor,
    )
    return revision, whole


@transaction.atomic
def retire(*, actor: Any, article: Article, to: Article | None = None, comment: str = "") -> bool:
    """Take an article out of sight. Its revisions stay. `to` is what readers who come here are shown instead.

    Returns whether anything changed. Raises PermissionDenied, and RuleViolation for a place that is not published.
    """
    if actor is not None and not rules.may_edit(actor):
        raise PermissionDenied(_("Only editors can retire articles."))
    if to is not None and (to.pk == article.pk or not to.is_published):
        raise RuleViolation(_("Choose another article, one that readers can see."), code="retired_to", field="to")
    article = locked(article)
    if not article.is_published:
        return False
    away = {"state": Article.State.RETIRED, "retired_to": to, "publish_at": None}
    Article.objects.filter(pk=article.pk).update(**away)
    note_step(article=article, act=Step.Act.RETIRED, actor=actor, comment=comment, revision=article.current)
    clear(article)
    rebuild_words(article.language)
    return True
