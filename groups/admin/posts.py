"""Threads and posts of groups that everyone may read. Staff hide; they never rewrite or erase what someone said."""

import re

from django.contrib import admin, messages
from django.contrib.postgres.search import SearchQuery
from django.core.exceptions import PermissionDenied
from django.db.models import Q, QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from groups.models import Post, PostText, SupportGroup, Thread
from groups.operations.moderation import hide_post
from portal.accounts import roles
from portal.accounts.long_lists import LongListAdmin


class ReadOnly(LongListAdmin):
    """Moderators look; nobody adds, changes or deletes here. The newest first."""

    viewers = (roles.MODERATORS,)


@admin.register(Thread)
class ThreadAdmin(ReadOnly):
    list_display = ["title", "group", "posts_count", "last_post_at", "pinned_at", "locked_at", "hidden_at"]
    list_select_related = ["group"]
    search_fields = ["public_id", "title"]
    search_help_text = gettext_lazy("The whole handle, or beginnings of words of the title")
    fields = ["title", "group", "public_id", "posts_count", "created_at", "last_post_at", "locked_at", "hidden_at"]

    def get_queryset(self, request: HttpRequest) -> QuerySet[Thread]:
        return super().get_queryset(request).filter(group__read_by=SupportGroup.Audience.EVERYONE)

    def get_search_results(
        self, request: HttpRequest, queryset: QuerySet[Thread], search_term: str
    ) -> tuple[QuerySet[Thread], bool]:
        """By two indexes: that of handles, and the one of words of titles."""
        begun = [f"{word}:*" for word in re.findall(r"\w+", search_term)]
        if not begun:
            return queryset, False
        titled = SearchQuery(" & ".join(begun), search_type="raw", config="simple")
        return queryset.filter(Q(public_id=search_term.strip()) | Q(title_words=titled)), False


@admin.register(Post)
class PostAdmin(ReadOnly):
    list_display = ["public_id", "thread_title", "voice", "number", "created_at", "hidden_at", "removed_at"]
    list_select_related = ["thread", "voice"]
    search_fields = ["public_id__exact"]
    search_help_text = gettext_lazy("The whole handle")
    fields = ["thread_title", "voice", "number", "words", "created_at", "edited_at", "hidden_at", "removed_at"]
    readonly_fields = ["thread_title", "words"]
    actions = ["hide"]

    def get_queryset(self, request: HttpRequest) -> QuerySet[Post]:
        return super().get_queryset(request).filter(thread__group__read_by=SupportGroup.Audience.EVERYONE)

    def has_hide_permission(self, request: HttpRequest) -> bool:
        return request.user.is_authenticated and request.user.staff_roles.moderates

    @admin.display(description=gettext_lazy("thread"))
    def thread_title(self, post: Post) -> str:
        return post.thread.title

    @admin.display(description=gettext_lazy("words"))
    def words(self, post: Post) -> str:
        text = PostText.objects.filter(post=post, post__removed_at=None, post__deleted_at=None).first()
        return text.body if text else ""

    @admin.action(description=gettext_lazy("Hide from members"), permissions=["hide"])
    def hide(self, request: HttpRequest, queryset: QuerySet[Post]) -> None:
        hidden = 0
        for post in queryset.select_related("thread__group"):
            try:
                reason = _("It was hidden by the moderation team.")
                hidden += hide_post(actor=request.user, post=post, reason=reason)  # type: ignore[arg-type]
            except PermissionDenied as refusal:
                self.message_user(request, str(refusal), messages.ERROR)
                return
        self.message_user(request, _("%(number)d hidden.") % {"number": hidden}, messages.SUCCESS)
