"""Shapes that no single queryset has. Every one of them goes through the doors."""

from groups.reads.news import NewThread, capped, new_in_my_groups

__all__ = ["NewThread", "capped", "new_in_my_groups"]
