from articles.models.article import Article, ArticleTopic
from articles.models.block import Block
from articles.models.newsroom import (
    BlockComment,
    Contribution,
    DraftSave,
    HardWord,
    ImportedItem,
    LinkCheck,
    OldAddress,
    ReviewInvitation,
    Step,
)
from articles.models.picture import ArticlePicture, ArticlePictureFile, PublishedPicture
from articles.models.published import (
    PublishedCareCard,
    PublishedOrganisation,
    PublishedTerm,
    SearchSection,
    SearchWord,
)
from articles.models.reading import AppointmentQuestion, HelpfulVote, ReadCount, SavedArticle, UnansweredQuery
from articles.models.revision import Revision

__all__ = [
    "AppointmentQuestion",
    "Article",
    "ArticlePicture",
    "ArticlePictureFile",
    "ArticleTopic",
    "Block",
    "BlockComment",
    "Contribution",
    "DraftSave",
    "HardWord",
    "HelpfulVote",
    "ImportedItem",
    "LinkCheck",
    "OldAddress",
    "PublishedCareCard",
    "PublishedOrganisation",
    "PublishedPicture",
    "PublishedTerm",
    "ReadCount",
    "ReviewInvitation",
    "Revision",
    "SavedArticle",
    "SearchSection",
    "SearchWord",
    "Step",
    "UnansweredQuery",
]
