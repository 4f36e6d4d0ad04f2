"""Where this house's part of the API lies."""

from rest_framework.routers import SimpleRouter

from groups.api import DraftViewSet, GroupViewSet, KeptViewSet, PictureViewSet, PostViewSet, ThreadViewSet

router = SimpleRouter()
router.register("groups", GroupViewSet, basename="group")
router.register("threads", ThreadViewSet, basename="thread")
router.register("posts", PostViewSet, basename="post")
router.register("pictures", PictureViewSet, basename="picture")
router.register("drafts", DraftViewSet, basename="draft")
router.register("kept-posts", KeptViewSet, basename="kept")

urlpatterns = router.urls
