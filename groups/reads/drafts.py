"""What somebody has begun, offered back where they left it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db.models import Exists, OuterRef
from django.urls import reverse

from groups.models import Draft, SupportGroup, Thread

SHORT = 120


@dataclass(frozen=True, slots=True)
class Unfinished:
    """A draft in a list. `title` and `place` are empty where the place may no longer be read by its writer."""

    pk: UUID
    is_reply: bool
    title: str
    place: str
    first_words: str
    saved_at: datetime
    url: str


def unfinished(user: Any, limit: int = 3) -> Sequence[Unfinished]:
    """One's own drafts, the latest first. One query."""
    rows = Draft.objects.owned_by(user).with_places(user).order_by("-saved_at")[:limit] if user.is_authenticated else ()
    return [told(draft) for draft in rows]


def told(draft: Draft) -> Unfinished:
    is_reply = draft.kind == Draft.Kind.REPLY
    title = (draft.thread_title or "") if is_reply else draft.said("title")
    return Unfinished(
        pk=draft.pk,
        is_reply=is_reply,
        title=title,
        place=draft.group_name or "",
        first_words=" ".join(draft.said("body").split())[:SHORT],
        saved_at=draft.saved_at,
        url=way_on(draft),
    )


def way_on(draft: Draft) -> str:
    """Where it can be finished; its own page, with the plain words, when that place is closed to its writer."""
    if draft.kind == Draft.Kind.REPLY and draft.thread_handle:
        return reverse("groups:reply", args=[draft.thread_handle])
    if draft.kind == Draft.Kind.THREAD and draft.group_slug:
        return reverse("groups:new_thread", args=[draft.group_slug])
    return reverse("groups:draft", args=[draft.pk])


def draft_for(user: Any, *, thread: Thread | None = None, group: SupportGroup | None = None) -> Draft | None:
    """What was begun in this place. One query."""
    rows = Draft.objects.owned_by(user)
    if thread is not None:
        return rows.filter(kind=Draft.Kind.REPLY, thread=thread).first()
    return rows.filter(kind=Draft.Kind.THREAD, group=group).first()


def with_draft(threads: Any, user: Any) -> Any:
    """Adds `has_draft` to threads that came through the door: whether a reply was begun, at no query of its own."""
    return threads.annotate(has_draft=Exists(Draft.objects.owned_by(user).filter(thread=OuterRef("pk"))))
