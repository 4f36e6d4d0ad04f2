"""Reminding the people of a guide that its review date comes near."""

import datetime as dt
from typing import Any

from django.db import transaction
from django.db.models import Q, QuerySet
from django.utils import timezone

from articles import telling
from articles.models import Article, Step
from articles.operations.workflow import note_step
from articles.review_dates import due_soon

AGAIN_AFTER = dt.timedelta(days=14)


def chase_reviews(limit: int = 200) -> int:
    """Mail owner and deputy of every guide that is due within 60 days, at most once in 14 days; returns how many.

    Each in a transaction of its own. May run twice and side by side.
    """
    return sum(_chase(pk) for pk in list(_to_chase().order_by("review_due").values_list("pk", flat=True)[:limit]))


def _to_chase() -> "QuerySet[Article]":
    rested = Q(chased_on=None) | Q(chased_on__lte=timezone.localdate() - AGAIN_AFTER)
    somebody = Q(owner__isnull=False) | Q(deputy__isnull=False)
    return Article.objects.published().filter(due_soon(), rested, somebody)


@transaction.atomic
def _chase(pk: Any) -> bool:
    """The condition and the date are one statement: of two that try, one does."""
    if not _to_chase().filter(pk=pk).update(chased_on=timezone.localdate()):
        return False
    article = Article.objects.get(pk=pk)
    step = note_step(article=article, act=Step.Act.CHASED, actor=None)
    telling.tell(telling.DUE, step, [article.owner_id, article.deputy_id])
    return True
