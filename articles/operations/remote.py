"""Drafts written and moved on by programs: the same operations, for somebody who says which words they have seen."""

from collections.abc import Callable, Sequence
from itertools import zip_longest
from typing import Any

from django.contrib.admin.models import ADDITION, CHANGE, LogEntry
from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from articles.models import Article
from articles.operations.drafts import Draft, draft_of, save_draft
from articles.seen import lock, state_of, who_changed
from portal.core.errors import RuleViolation


class Stale(RuleViolation):
    """The words are others by now. `seen` is what they are; `changed` names where they differ from `sent`."""

    def __init__(self, article: Article, sent: Draft | None = None) -> None:
        super().__init__(f"{who_changed(article)} {_('Read it again first: nothing was done.')}", code="stale")
        self.seen = state_of(article)
        self.changed = differences(draft_of(article), sent) if sent else []


def differences(now: Draft, sent: Draft) -> list[str]:
    """The names of what is not the same in both, such as `title` and `blocks.2`."""
    here, there = now.says(), sent.says()
    blocks, others = here.pop("blocks"), there.pop("blocks")
    rows = [place for place, (one, other) in enumerate(zip_longest(blocks, others)) if one != other]
    return [*(name for name in here if here[name] != there[name]), *(f"blocks.{place}" for place in rows)]


def refuse_stale(article: Article, seen: str, sent: Draft | None = None) -> None:
    if state_of(article) != seen:
        raise Stale(article, sent)


@transaction.atomic
def write(*, actor: Any, draft: Draft, ids: Sequence[str], article: Article | None = None, seen: str = "") -> Article:
    """Make a draft, or put this one in the place of the words that were seen. Raises Stale, RuleViolation,
    PermissionDenied."""
    now = lock(article) if article else None
    if now is not None:
        refuse_stale(now, seen, draft)
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
