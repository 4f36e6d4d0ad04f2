"""Paging by position, never by COUNT and OFFSET: a list costs the same on its last page as on its first."""

from collections.abc import Mapping
from datetime import datetime
from uuid import UUID

from django.db.models import Q
from rest_framework.pagination import CursorPagination


class KeysetPagination(CursorPagination):
    """Newest first by a time and a key; `page_size` up to 100."""

    ordering = ("-created_at", "-pk")
    page_size_query_param = "page_size"
    max_page_size = 100


def beyond(place: Mapping[str, object], *, descending: bool = True) -> Q:
    """The rows after a place, in the order of its columns: those beyond it in the first, then, where that is the same,
    in the next, and so on. `descending` for newest first."""
    word, found, same = ("lt" if descending else "gt"), Q(), Q()
    for name, value in place.items():
        found |= same & Q(**{f"{name}__{word}": value})
        same &= Q(**{name: value})
    return found


def write_place(at: datetime, key: UUID) -> str:
    """A place in a list by time and key, for an address."""
    return f"{at.isoformat()}~{key}"


def read_place(written: str) -> tuple[datetime, UUID]:
    """What `write_place` wrote, also where an address turned the plus of its offset into a space. Raises ValueError
    for anything else."""
    when, _tilde, key = written.partition("~")
    at = datetime.fromisoformat(when.replace(" ", "+"))
    if at.tzinfo is None:
        raise ValueError("A place needs a time with its offset.")
    return at, UUID(key)
