"""Publishing at a time: only what is still approved when the time comes."""

import datetime as dt
from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from articles import telling
from articles.models import Article, Step
from articles.operations.drafts import draft_of, locked
from articles.operations.publishing import publish
from articles.operations.workflow import approval_missing, need_editor, need_stage, note_step
from portal.core.errors import RuleViolation

Stage = Article.Stage


@transaction.atomic
def schedule(*, actor: Any, article: Article, at: dt.datetime, comment: str = "") -> Step:
    """Publish the approved words at this time. Raises PermissionDenied, RuleViolation."""
    need_editor(actor)
    now = locked(article)
    need_stage(now, {Stage.APPROVED, Stage.SCHEDULED})
    digest = draft_of(now).digest
    missing = approval_missing(now, digest)
    if missing:
        raise RuleViolation(missing, code="not_approved")
    if at <= timezone.now():
        raise RuleViolation(_("Choose a time that is still to come."), code="past", field="at")
    Article.objects.filter(pk=now.pk).update(stage=Stage.SCHEDULED, publish_at=at)
    return note_step(article=now, act=Step.Act.SCHEDULED, actor=actor, comment=comment, digest=digest)


@transaction.atomic
def unschedule(*, actor: Any, article: Article, comment: str = "") -> Step:
    """Take it off the schedule; it stays approved. Raises PermissionDenied, RuleViolation."""
    need_editor(actor)
    now = locked(article)
    need_stage(now, {Stage.SCHEDULED})
    return _off(now, actor, comment)


def publish_due(limit: int = 50) -> int:
    """Publish what is due, each in a transaction of its own; returns how many. May run twice and side by side."""
    due = Article.objects.filter(stage=Stage.SCHEDULED, publish_at__lte=timezone.now()).order_by("publish_at")
    return sum(_publish_one(pk) for pk in list(due.values_list("pk", flat=True)[:limit]))


@transaction.atomic
def _publish_one(pk: Any) -> bool:
    """A guide that lost its approval, or that is not whole any more, goes off the schedule instead."""
    now = Article.objects.select_for_update(of=("self",), skip_locked=True).filter(pk=pk).first()
    if now is None or now.stage != Stage.SCHEDULED or now.publish_at is None or now.publish_at > timezone.now():
        return False
    missing = approval_missing(now, draft_of(now).digest)
    if missing:
        _off(now, None, missing)
        return False
    try:
        revision = publish(actor=None, article=now, note=_("Published as scheduled"))
    except RuleViolation as refused:
        _off(now, None, refused.message)
        return False
    step = now.steps.filter(act=Step.Act.PUBLISHED, revision=revision).first()
    if step:
        telling.tell_author(telling.PUBLISHED, step)
    return True


def _off(now: Article, actor: Any, comment: str) -> Step:
    Article.objects.filter(pk=now.pk).update(stage=Stage.APPROVED, publish_at=None)
    digest = draft_of(now).digest
    return note_step(article=now, act=Step.Act.UNSCHEDULED, actor=actor, comment=comment, digest=digest)
