"""Groups, threads and posts for programs: the same doors, rules and operations as the pages."""

from groups.api.beside import PictureViewSet
from groups.api.own_things import DraftViewSet, KeptViewSet
from groups.api.requests import JoinRequestViewSet
from groups.api.sessions import InvitationViewSet, SessionViewSet
from groups.api.talk import THREAD_LEVELS, GroupViewSet, PostViewSet, ThreadViewSet

__all__ = [
    "THREAD_LEVELS", "DraftViewSet", "GroupViewSet", "InvitationViewSet", "JoinRequestViewSet", "KeptViewSet",
    "PictureViewSet", "PostViewSet", "SessionViewSet", "ThreadViewSet",
]  # fmt: skip
