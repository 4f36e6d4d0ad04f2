"""The API's addresses: every house's own views under one root, and its description for machines and for people."""

from django.urls import include, path
from drf_spectacular.views import SpectacularAPIView

from portal.home.views.api_docs import api_docs, index

app_name = "api"

urlpatterns = [
    path("", index, name="index"),
    path("", include("articles.api_urls")),
    path("", include("groups.api_urls")),
    path("", include("selfcare.api_urls")),
    path("", include("portal.notifications.api_urls")),
    path("", include("portal.moderation.api_urls")),
    path("schema/", SpectacularAPIView.as_view(), name="schema"),
    path("docs/", api_docs, name="docs"),
]
