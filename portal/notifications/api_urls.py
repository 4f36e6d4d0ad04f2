"""Where this room's part of the API lies."""

from rest_framework.routers import SimpleRouter

from portal.notifications.api import NoticeViewSet

router = SimpleRouter()
router.register("notices", NoticeViewSet, basename="notice")

urlpatterns = router.urls
