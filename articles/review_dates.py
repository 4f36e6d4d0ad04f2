"""When a guide has to be looked at again, and what that means for readers and for the newsroom."""

import datetime as dt
from typing import Any

from django.db.models import Q
from django.utils import timezone

SOON = dt.timedelta(days=60)


def a_year_on(today: dt.date) -> dt.date:
    """The same day next year; the last day of February for 29 February."""
    try:
        return today.replace(year=today.year + 1)
    except ValueError:
        return today.replace(year=today.year + 1, day=28)


def is_overdue(article: Any) -> bool:
    return bool(article.review_due and article.review_due < timezone.localdate())


def is_due_soon(article: Any) -> bool:
    """Within 60 days, or already past."""
    return bool(article.review_due and article.review_due <= timezone.localdate() + SOON)


def in_date() -> Q:
    """Guides that may be recommended: not overdue."""
    return Q(review_due=None) | Q(review_due__gte=timezone.localdate())


def due_soon() -> Q:
    return Q(review_due__lte=timezone.localdate() + SOON)
