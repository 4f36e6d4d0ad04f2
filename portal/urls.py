"""Every address of the site."""

from allauth.account.decorators import secure_admin_login
from django.contrib import admin
from django.urls import include, path

admin.autodiscover()
admin.site.login = secure_admin_login(admin.site.login)  # type: ignore[method-assign]

urlpatterns = [
    path("", include("portal.home.urls")),
    path("", include("portal.safety.urls")),
    path("", include("portal.moderation.urls")),
    path("", include("portal.notifications.urls")),
    path("", include("articles.urls")),
    path("groups/", include("groups.urls")),
    path("", include("selfcare.urls")),
    path("api/v1/", include("portal.home.api_urls")),
    path("accounts/", include("allauth.urls")),
    path("admin/", admin.site.urls),
    path("_allauth/", include("allauth.headless.urls")),
]
