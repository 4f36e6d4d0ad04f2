"""What this house offers the shared rooms."""

from groups.wiring import (
    finding,
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
    "finding",
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
