"""The library's place in the API."""

from rest_framework.routers import SimpleRouter

from articles.api.library import ArticleViewSet
from articles.api.newsroom import NewsroomViewSet
from articles.api.questions import QuestionViewSet
from articles.api.reading import CareCardViewSet

router = SimpleRouter()
router.register("articles", ArticleViewSet, basename="article")
router.register("care-cards", CareCardViewSet, basename="care-card")
router.register("newsroom/articles", NewsroomViewSet, basename="newsroom")
router.register("questions", QuestionViewSet, basename="question")
urlpatterns = router.urls
