"""The newsroom in the admin."""

from articles.admin.article import ArticleAdmin
from articles.admin.hard_words import HardWordAdmin
from articles.admin.links import LinkCheckAdmin
from articles.admin.pictures import ArticlePictureAdmin
from articles.admin.revision import RevisionAdmin
from articles.admin.unanswered import UnansweredQueryAdmin

__all__ = [
    "ArticleAdmin",
    "ArticlePictureAdmin",
    "HardWordAdmin",
    "LinkCheckAdmin",
    "RevisionAdmin",
    "UnansweredQueryAdmin",
]
