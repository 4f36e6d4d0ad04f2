"""The newsroom in the admin."""

from articles.admin.article import ArticleAdmin
from articles.admin.links import LinkCheckAdmin
from articles.admin.revision import RevisionAdmin

__all__ = ["ArticleAdmin", "LinkCheckAdmin", "RevisionAdmin"]
