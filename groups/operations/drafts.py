"""Keeping what somebody has begun to write, and letting go of it."""

from collections.abc import Mapping
from datetime import timedelta
from typing import Any

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from groups.models import Draft, Post, SupportGroup, Thread
from groups.operations.form_keys import key_of
from groups.operations.words import LONGEST
from portal.accounts.models import User
from portal.core.errors import RuleViolation

MOST = 100  # drafts of one person: more is not forgetfulness
KEPT = timedelta(days=180)
FIELDS = {"title": 140, "body": LONGEST, "reply_to": 16, "quotes": 2000, "aside": 36, "alt": 300}


@transaction.atomic
def save_draft(
    *,
    actor: User,
    words: Mapping[str, str],
    thread: Thread | None = None,
    group: SupportGroup | None = None,
) -> Draft | None:
    """Keep the words as they are typed, over what was kept for this place before. Nothing typed means nothing kept.

    The place must have come through the actor's door. Whether the actor may post there is asked when they post: a
    draft is only theirs. Returns None when nothing is kept. Raises RuleViolation with a hundred drafts kept elsewhere.
    """
    if not actor.is_authenticated or (thread is None) == (group is None):
        raise PermissionDenied(_("Drafts belong to somebody who is signed in, and to one place."))
    kept = {name: words.get(name, "").replace("\x00", "")[:longest] for name, longest in FIELDS.items()}
    place: dict[str, Any] = {"user": actor, "kind": Draft.Kind.REPLY if thread else Draft.Kind.THREAD}
    place |= {"thread": thread} if thread else {"group": group}
    key = key_of(actor, words.get("form_key", ""))
    if key is not None and Post.objects.filter(form_key=key).exists():
        return None  # a late saving of words that are posted by now
    if not (kept["title"].strip() or kept["body"].strip() or kept["quotes"]):
        Draft.objects.filter(**place).delete()
        return None
    User.objects.select_for_update().only("pk").get(pk=actor.pk)  # two windows saving at once make one draft
    draft = Draft.objects.filter(**place).first() or Draft(**place)
    if draft._state.adding and Draft.objects.filter(user=actor)[:MOST].count() >= MOST:
        raise RuleViolation(_("A hundred drafts are kept for you. Throw one away, please."), code="too_many")
    draft.group = thread.group if thread else group
    draft.words, draft.saved_at = {name: text for name, text in kept.items() if text}, timezone.now()
    draft.save()
    return draft


def drop_draft(*, actor: User, draft: Draft) -> bool:
    """Throw one's own draft away. Returns whether there was one."""
    return Draft.objects.filter(pk=draft.pk, user=actor).delete()[0] > 0


def forget_draft(actor: User, *, thread: Thread | None = None, group: SupportGroup | None = None) -> None:
    """The words are posted: what was kept of them goes, in the same transaction. One statement."""
    rows = Draft.objects.filter(user=actor)
    if thread is not None:
        rows.filter(kind=Draft.Kind.REPLY, thread=thread).delete()
    else:
        rows.filter(kind=Draft.Kind.THREAD, group=group).delete()


def forget_old_drafts() -> int:
    """Let go of what nobody came back to for half a year. Returns how many drafts."""
    return Draft.objects.filter(saved_at__lt=timezone.now() - KEPT).delete()[0]
