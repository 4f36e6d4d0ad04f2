"""Where this room's part of the API lies."""

from rest_framework.routers import SimpleRouter

from portal.notifications.api import DeliveryViewSet, NoticeViewSet

router = SimpleRouter()
router.register("notices", NoticeViewSet, basename="notice")
router.register("deliveries", DeliveryViewSet, basename="delivery")

urlpatterns = router.urls
