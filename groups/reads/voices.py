"""Who speaks in a thread already."""

from typing import Any

from groups.models import SupportGroup, Thread, ThreadVoice


def may_take_other_name(user: Any, group: SupportGroup, thread: Thread | None) -> bool:
    """Whether the group allows it and this would be one's first post in the thread. One query, or none."""
    if not group.allows_other_names or not user.is_authenticated:
        return False
    return thread is None or not ThreadVoice.objects.filter(thread=thread, user_id=user.pk).exists()
