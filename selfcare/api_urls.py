"""Addresses of this house's API, under /api/v1/."""

from django.urls import path
from rest_framework.routers import SimpleRouter

from selfcare.api.diary import DiaryViewSet
from selfcare.api.eating import EatingViewSet
from selfcare.api.own import CalendarViewSet, LetterViewSet
from selfcare.api.plans import ActivityViewSet, PlanViewSet, RestViewSet
from selfcare.api.sharing import CarerViewSet, LookViewSet, SharedViewSet
from selfcare.api.templates import PlanTemplateViewSet
from selfcare.api.today import TodayViewSet, WaterViewSet
from selfcare.api.trends import AppointmentViewSet, TrendsViewSet

router = SimpleRouter()
router.register("today", TodayViewSet, basename="today")
router.register("water", WaterViewSet, basename="water")
router.register("diary", DiaryViewSet, basename="diary")
router.register("trends", TrendsViewSet, basename="trends")
router.register("appointment", AppointmentViewSet, basename="appointment")
router.register("plan-templates", PlanTemplateViewSet, basename="plan-template")
router.register("plans", PlanViewSet, basename="own-plan")
router.register("activities", ActivityViewSet, basename="activity")
router.register("eating", EatingViewSet, basename="eating")
router.register("rests", RestViewSet, basename="rest")
router.register("carers", CarerViewSet, basename="carer")
router.register("looks", LookViewSet, basename="look")
router.register("shared", SharedViewSet, basename="shared")
router.register("letter", LetterViewSet, basename="letter")

calendar = CalendarViewSet.as_view({"get": "list", "post": "create", "delete": "destroy"})

urlpatterns = [*router.urls, path("calendar/", calendar, name="calendar")]
