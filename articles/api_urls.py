"""The library's place in the API."""

from rest_framework.routers import SimpleRouter

from articles.api import ArticleViewSet

router = SimpleRouter()
router.register("articles", ArticleViewSet, basename="article")
urlpatterns = router.urls
