"""Where moderation lies in the API."""

from rest_framework.routers import SimpleRouter

from portal.moderation.api.cases import CaseViewSet, DecisionViewSet, ReportViewSet

router = SimpleRouter()
router.register("reports", ReportViewSet, basename="report")
router.register("decisions", DecisionViewSet, basename="decision")
router.register("cases", CaseViewSet, basename="case")

urlpatterns = router.urls
