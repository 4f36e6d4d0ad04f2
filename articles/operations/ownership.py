"""Who looks after an article."""

from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from articles.models import Article
from articles.operations.drafts import locked
from articles.operations.workflow import need_editor
from portal.core.errors import RuleViolation


@transaction.atomic
def take_over(*, actor: Any, article: Article) -> Article:
    """Make the actor its owner. Raises PermissionDenied, RuleViolation when they are, or when they approved the draft:
    nobody owns what they approved and others still have to publish."""
    need_editor(actor)
    now = locked(article)
    if now.owner_id == actor.pk:
        raise RuleViolation(_("You are its owner already."), code="owner")
    if now.approved_by_id == actor.pk and now.stage in {Article.Stage.APPROVED, Article.Stage.SCHEDULED}:
        raise RuleViolation(_("You approved it, so somebody else has to own it until it is published."), code="owner")
    Article.objects.filter(pk=now.pk).update(owner=actor)
    now.owner = actor
    return now
