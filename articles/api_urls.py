"""The library's place in the API."""

from rest_framework.routers import SimpleRouter

from articles.api import ArticleViewSet
from articles.api_newsroom import NewsroomViewSet
from articles.api_questions import QuestionViewSet
from articles.api_reading import CareCardViewSet

router = SimpleRouter()
router.register("articles", ArticleViewSet, basename="article")
router.register("care-cards", CareCardViewSet, basename="care-card")
router.register("newsroom/articles", NewsroomViewSet, basename="newsroom")
router.register("questions", QuestionViewSet, basename="question")
urlpatterns = router.urls
