"""What this house offers the shared rooms."""

from groups.wiring import (
    break_glass,
    desk,
    finding,
    handing,
    hooking,
    inviting,
    moderating,
    on_posts,
    on_writing,
    opening,
    people,
    personal,
    sessions,
    talk,
    telling,
    unanswered,
)

__all__ = [
    "break_glass",
    "desk",
    "finding",
    "handing",
    "hooking",
    "inviting",
    "moderating",
    "on_posts",
    "on_writing",
    "opening",
    "people",
    "personal",
    "sessions",
    "talk",
    "telling",
    "unanswered",
]
