"""Where this house's part of the API lies."""

from rest_framework.routers import SimpleRouter

from groups.api import GroupViewSet, PostViewSet, ThreadViewSet

router = SimpleRouter()
router.register("groups", GroupViewSet, basename="group")
router.register("threads", ThreadViewSet, basename="thread")
router.register("posts", PostViewSet, basename="post")

urlpatterns = router.urls
