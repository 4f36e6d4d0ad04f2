"""Where this house's part of the API lies."""

from rest_framework.routers import SimpleRouter

from groups.api import (
    DraftViewSet,
    GroupViewSet,
    InvitationViewSet,
    JoinRequestViewSet,
    KeptViewSet,
    PictureViewSet,
    PostViewSet,
    SessionViewSet,
    ThreadViewSet,
)

router = SimpleRouter()
router.register("groups", GroupViewSet, basename="group")
router.register("threads", ThreadViewSet, basename="thread")
router.register("posts", PostViewSet, basename="post")
router.register("pictures", PictureViewSet, basename="picture")
router.register("drafts", DraftViewSet, basename="draft")
router.register("kept-posts", KeptViewSet, basename="kept")
router.register("sessions", SessionViewSet, basename="session")
router.register("join-requests", JoinRequestViewSet, basename="join-request")
router.register("invitations", InvitationViewSet, basename="invitation")

urlpatterns = router.urls
