"""From draft to what readers see, and back out of sight."""

from typing import Any

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils.translation import gettext as _

from articles import rules
from articles.blocks.whole import Whole
from articles.models import Article, Revision
from articles.operations.drafts import Draft, draft_of
from articles.operations.projections import clear, project
from articles.operations.words import rebuild_words
from articles.rendering import rendered
from articles.rules import Fault
from portal.core.errors import RuleViolation
from portal.core.text import RENDERER_VERSION


class NotReady(RuleViolation):
    """The article cannot be published yet. `faults` says why, all at once."""

    def __init__(self, faults: list[Fault]) -> None:
        super().__init__(" ".join(dict.fromkeys(fault.message for fault in faults)), code="not_ready")
        self.faults = faults


@transaction.atomic
def publish(*, actor: Any, article: Article, note: str = "", rebuild: bool = True) -> Revision:
    """Make the draft what readers see. Writes a revision only when something changed since the last one.

    `actor` None is a command run by the site's own staff. `rebuild` False leaves the spelling words for the caller to
    rebuild once after many. Raises NotReady, PermissionDenied.
    """
    if actor is not None and not rules.may_edit(actor):
        raise PermissionDenied(_("Only editors can publish articles."))
    article = Article.objects.select_for_update(of=("self",)).select_related("current").get(pk=article.pk)
    draft = draft_of(article)
    faults = rules.faults(draft.blocks, draft.topics)
    if faults:
        raise NotReady(faults)
    current = article.current
    if current and current.digest == draft.digest:
        if article.is_published:
            return current
        revision, whole = current, rendered(current.blocks, current.language)
    else:
        revision, whole = _write_revision(actor, article, draft, note)
    article.current, article.state = revision, Article.State.PUBLISHED
    article.save(update_fields=["current", "state"])
    project(article, revision, whole)
    if rebuild:
        rebuild_words(article.language)
    return revision


def _write_revision(actor: Any, article: Article, draft: Draft, note: str) -> tuple[Revision, Whole]:
    blocks = [block.as_json() for block in article.blocks.order_by("ordering", "pk")]
    whole = rendered(blocks, article.language)
    last = article.revisions.order_by("-number").values_list("number", flat=True).first() or 0
    revision = Revision.objects.create(
        article=article,
        number=last + 1,
        language=article.language,
        slug=article.slug,
        title=article.title,
        lead=article.lead,
        art=article.art,
        minutes=article.minutes or whole.minutes,
        sample=article.sample,
        topic_slugs=list(draft.topics),
        blocks=blocks,
        parts=whole.parts,
        contents=whole.contents,
        digest=draft.digest,
        renderer_version=RENDERER_VERSION,
        note=note[:300],
        published_by=actor,
    )
    return revision, whole


@transaction.atomic
def retire(*, actor: Any, article: Article) -> bool:
    """Take an article out of sight. Its revisions stay. Returns whether anything changed."""
    if actor is not None and not rules.may_edit(actor):
        raise PermissionDenied(_("Only editors can retire articles."))
    changed = Article.objects.filter(pk=article.pk, state=Article.State.PUBLISHED).update(state=Article.State.RETIRED)
    if changed:
        clear(article)
        rebuild_words(article.language)
    return bool(changed)
