"""Pages of the newsroom that stand beside the page of an article in the admin."""

from typing import Any

from django.urls import URLPattern

from articles.admin.autosave import autosave_pages
from articles.admin.comparing import comparing_pages
from articles.admin.inviting import inviting_pages
from articles.admin.translating import translating_pages


def newsroom_pages(staff: Any) -> list[URLPattern]:
    return [*autosave_pages(staff), *comparing_pages(staff), *inviting_pages(staff), *translating_pages(staff)]
