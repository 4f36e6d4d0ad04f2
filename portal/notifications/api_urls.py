"""Where this room's part of the API lies."""

from rest_framework.routers import SimpleRouter

from portal.notifications.api import DeliveryViewSet, NoticeViewSet
from portal.notifications.api_devices import DeviceViewSet

router = SimpleRouter()
router.register("notices", NoticeViewSet, basename="notice")
router.register("deliveries", DeliveryViewSet, basename="delivery")
router.register("devices", DeviceViewSet, basename="device")

urlpatterns = router.urls
