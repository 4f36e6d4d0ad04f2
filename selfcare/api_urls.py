"""Addresses of this house's API, under /api/v1/."""

from rest_framework.routers import SimpleRouter

from selfcare.api import TodayViewSet, WaterViewSet
from selfcare.api_diary import DiaryViewSet
from selfcare.api_plans import ActivityViewSet, PlanViewSet, RestViewSet
from selfcare.api_templates import PlanTemplateViewSet

router = SimpleRouter()
router.register("today", TodayViewSet, basename="today")
router.register("water", WaterViewSet, basename="water")
router.register("diary", DiaryViewSet, basename="diary")
router.register("plan-templates", PlanTemplateViewSet, basename="plan-template")
router.register("plans", PlanViewSet, basename="own-plan")
router.register("activities", ActivityViewSet, basename="activity")
router.register("rests", RestViewSet, basename="rest")

urlpatterns = router.urls
