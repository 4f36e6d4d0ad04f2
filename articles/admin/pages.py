"""Pages of the newsroom that stand beside the page of an article in the admin."""

from typing import Any

from django.urls import URLPattern

from articles.admin.comparing import comparing_pages
from articles.admin.inviting import inviting_pages


def newsroom_pages(staff: Any) -> list[URLPattern]:
    return [*comparing_pages(staff), *inviting_pages(staff)]
