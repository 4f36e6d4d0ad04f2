"""Paging by position, never by COUNT and OFFSET: a list costs the same on its last page as on its first."""

from rest_framework.pagination import CursorPagination


class KeysetPagination(CursorPagination):
    """Newest first by a time and a key; `page_size` up to 100."""

    ordering = ("-created_at", "-pk")
    page_size_query_param = "page_size"
    max_page_size = 100
