"""Drafts written and moved on by programs: the same operations, for somebody who says which words they have seen."""

from collections.abc import Callable, Sequence
from typing import Any

from django.contrib.admin.models import ADDITION, CHANGE, LogEntry
from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from articles.models import Article
from articles.operations.drafts import Draft, save_draft
from articles.seen import lock, state_of, who_changed
from portal.core.errors import RuleViolation


class Stale(RuleViolation):
    """The words are others by now. `seen` is what they are."""

    def __init__(self, article: Article) -> None:
        super().__init__(f"{who_changed(article)} {_('Read it again first: nothing was done.')}", code="stale")
        self.seen = state_of(article)


def refuse_stale(article: Article, seen: str) -> None:
    if state_of(article) != seen:
        raise Stale(article)


@transaction.atomic
def write(*, actor: Any, draft: Draft, ids: Sequence[str], article: Article | None = None, seen: str = "") -> Article:
    """Make a draft, or put this one in the place of the words that were seen. Raises Stale, RuleViolation,
    PermissionDenied."""
    now = lock(article) if article else None
    if now is not None:
        refuse_stale(now, seen)
        if now.current_id and (now.slug, now.language) != (draft.slug, draft.language):
            words = _("Readers know this guide by its address and language: both stay.")
            raise RuleViolation(words, code="fixed", field="slug")
    try:
        with transaction.atomic():
            saved = save_draft(actor=actor, draft=draft, article=now, ids=ids)
    except IntegrityError:
        words = _("Another article of this language has this address already.")
        raise RuleViolation(words, code="taken", field="slug") from None
    flag = CHANGE if article else ADDITION
    LogEntry.objects.log_actions(actor.pk, [saved], flag, change_message="API", single_object=True)
    return saved


@transaction.atomic
def act(*, article: Article, seen: str, verb: Callable[[Article], Any]) -> Article:
    """Do one act with the words that were seen; an empty `seen` asks for nothing. Raises Stale and what the act
    raises."""
    now = lock(article)
    if seen:
        refuse_stale(now, seen)
    verb(now)
    return now
