"""A draft on its way to its readers: checked for plain words, reviewed by a second person, sent back, approved.

Every act locks the article, checks its own rule and leaves a Step. Nobody approves their own words, whatever roles
they hold, and an approval is for exactly the words that were looked at.
"""

from collections.abc import Collection
from typing import Any

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from articles import rules, telling
from articles.links.nightly import addresses, read_again
from articles.models import Article, Revision, Step
from articles.operations.drafts import FORGET_APPROVAL, draft_of, locked
from articles.review_dates import a_year_on
from articles.rules import Fault
from portal.core.errors import RuleViolation

Stage = Article.Stage
Act = Step.Act


class NotReady(RuleViolation):
    """The article cannot go on yet. `faults` says why, all at once."""

    def __init__(self, faults: list[Fault]) -> None:
        super().__init__(" ".join(dict.fromkeys(fault.message for fault in faults)), code="not_ready")
        self.faults = faults


def note_step(
    *, article: Article, act: str, actor: Any, comment: str = "", digest: str = "", revision: Revision | None = None
) -> Step:
    """Write down who did what. Runs inside the transaction of the act."""
    return Step.objects.create(
        article=article, act=act, by=actor, comment=comment.strip()[:2000], digest=digest, revision=revision
    )


def need_editor(actor: Any) -> None:
    if not rules.may_edit(actor):
        raise PermissionDenied(_("Only editors can do this."))


def need_stage(article: Article, stages: Collection[str]) -> None:
    if article.stage not in stages:
        words = _("This is not possible now. Where the article stands: %(stage)s.")
        raise RuleViolation(words % {"stage": article.get_stage_display()}, code="stage")


def approval_missing(article: Article, digest: str) -> str:
    """Why these words may not be published yet, in a sentence; empty when a second person approved exactly them."""
    if not article.approved_digest or article.approved_by_id is None:
        return _("A clinical reviewer has to approve it first: somebody who did not write it.")
    if article.approved_digest != digest:
        return _("The words changed after the approval. Send it to clinical review again.")
    if article.owner_id == article.approved_by_id or wrote(article, article.approved_by_id):
        return _("The person who approved it also wrote it. Somebody else has to review it.")
    return ""


def wrote(article: Article, person_id: Any) -> bool:
    """Whether this person changed words since the last version with a review."""
    return article.contributions.filter(person_id=person_id).exists()


@transaction.atomic
def send_to_language_check(*, actor: Any, article: Article, comment: str = "") -> Step:
    """Ask colleagues to read it for plain words. Raises PermissionDenied, RuleViolation."""
    need_editor(actor)
    now = locked(article)
    need_stage(now, {Stage.WRITING, Stage.DONE})
    return _move(now, Stage.LANGUAGE, Act.ASKED_LANGUAGE, actor, comment)


@transaction.atomic
def send_to_review(*, actor: Any, article: Article, comment: str = "") -> Step:
    """Ask the clinical reviewers. Raises NotReady with everything that is missing, PermissionDenied, RuleViolation.

    Words that readers see already may be sent again: that is what a review date asks for.
    """
    need_editor(actor)
    now = locked(article)
    need_stage(now, {Stage.WRITING, Stage.LANGUAGE, Stage.DONE})
    step = wait_for_review(now, actor, comment)
    telling.tell_reviewers(step)
    return step


def wait_for_review(now: Article, actor: Any, comment: str = "") -> Step:
    """Put a locked article before the reviewers. `actor` None is an import."""
    draft = draft_of(now)
    faults = rules.faults(draft.blocks, draft.topics)
    if faults:
        raise NotReady(faults)
    return _move(now, Stage.REVIEW, Act.ASKED_REVIEW, actor, comment)


@transaction.atomic
def send_back(*, actor: Any, article: Article, comment: str) -> Step:
    """Back to the author, saying why. By a reviewer, or by an editor. What was approved is not approved any more."""
    if not (rules.may_edit(actor) or rules.may_review(actor)):
        raise PermissionDenied(_("Only editors and clinical reviewers can send an article back."))
    if not comment.strip():
        raise RuleViolation(_("Say what has to change."), code="comment", field="comment")
    now = locked(article)
    need_stage(now, {Stage.LANGUAGE, Stage.REVIEW, Stage.APPROVED, Stage.SCHEDULED})
    Article.objects.filter(pk=now.pk).update(**FORGET_APPROVAL)
    step = _move(now, Stage.WRITING, Act.RETURNED, actor, comment)
    telling.tell_author(telling.RETURNED, step)
    return step


@transaction.atomic
def approve(*, actor: Any, article: Article, seen: str = "", comment: str = "") -> Step:
    """A clinical reviewer who wrote none of it says yes to these very words.

    `seen` is the digest of the draft that was on their page. Raises PermissionDenied for the wrong person and
    RuleViolation when there is nothing to approve or the words changed meanwhile. The next review is due in a year, or
    on a later day that an editor chose; the sources count as read.
    """
    if not rules.may_review(actor):
        raise PermissionDenied(_("Only clinical reviewers can approve an article."))
    now = locked(article)
    if now.owner_id == actor.pk or wrote(now, actor.pk):
        raise PermissionDenied(_("You wrote at this article. Somebody else has to review it."))
    need_stage(now, {Stage.REVIEW})
    draft = draft_of(now)
    if seen and seen != draft.digest:
        raise RuleViolation(_("The words changed after you opened them. Read them again."), code="stale")
    faults = rules.faults(draft.blocks, draft.topics)
    if faults:
        raise NotReady(faults)
    next_time = a_year_on(timezone.localdate())
    Article.objects.filter(pk=now.pk).update(
        approved_digest=draft.digest,
        approved_by=actor,
        approved_at=timezone.now(),
        review_due=max(now.review_due or next_time, next_time),
    )
    read_again(addresses({"data": data} for _kind, data in draft.blocks))
    step = _move(now, Stage.APPROVED, Act.APPROVED, actor, comment)
    telling.tell_author(telling.APPROVED, step)
    return step


def _move(article: Article, stage: str, act: str, actor: Any, comment: str) -> Step:
    Article.objects.filter(pk=article.pk).update(stage=stage)
    return note_step(article=article, act=act, actor=actor, comment=comment, digest=draft_of(article).digest)
