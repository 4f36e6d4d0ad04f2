"""Where this room's part of the API lies."""

from rest_framework.routers import SimpleRouter

from portal.notifications.api.devices import DeviceViewSet
from portal.notifications.api.inbox import DeliveryViewSet, NoticeViewSet

router = SimpleRouter()
router.register("notices", NoticeViewSet, basename="notice")
router.register("deliveries", DeliveryViewSet, basename="delivery")
router.register("devices", DeviceViewSet, basename="device")

urlpatterns = router.urls
