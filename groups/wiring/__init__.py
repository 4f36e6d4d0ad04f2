"""What this house offers the shared rooms."""

from groups.wiring import finding, moderating, naming, on_posts, on_writing, opening, personal, sessions, telling

__all__ = ["finding", "moderating", "naming", "on_posts", "on_writing", "opening", "personal", "sessions", "telling"]
