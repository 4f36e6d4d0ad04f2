"""What this house offers the shared rooms."""

from groups.wiring import finding, moderating, opening, personal, telling

__all__ = ["finding", "moderating", "opening", "personal", "telling"]
