"""What this house offers the shared rooms."""

from groups.wiring import finding, moderating, on_posts, on_writing, opening, personal, sessions, talk, telling

__all__ = ["finding", "moderating", "on_posts", "on_writing", "opening", "personal", "sessions", "talk", "telling"]
