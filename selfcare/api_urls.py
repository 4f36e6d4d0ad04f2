"""Addresses of this house's API, under /api/v1/."""

from rest_framework.routers import SimpleRouter

from selfcare.api import TodayViewSet, WaterViewSet
from selfcare.api_diary import DiaryViewSet

router = SimpleRouter()
router.register("today", TodayViewSet, basename="today")
router.register("water", WaterViewSet, basename="water")
router.register("diary", DiaryViewSet, basename="diary")

urlpatterns = router.urls
