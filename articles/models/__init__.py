from articles.models.article import Article, ArticleTopic
from articles.models.block import Block
from articles.models.published import PublishedCareCard, SearchSection, SearchWord
from articles.models.revision import Revision

__all__ = ["Article", "ArticleTopic", "Block", "PublishedCareCard", "Revision", "SearchSection", "SearchWord"]
