"""Every address of the site."""

from allauth.account.decorators import secure_admin_login
from django.contrib import admin
from django.urls import include, path, re_path

from portal.core.problems import nowhere

admin.autodiscover()
admin.site.login = secure_admin_login(admin.site.login)  # type: ignore[method-assign]

handler400 = "portal.core.problems.unreadable"
handler500 = "portal.core.problems.broken"

urlpatterns = [
    path("", include("portal.home.urls")),
    path("", include("portal.safety.urls")),
    path("", include("portal.moderation.urls")),
    path("", include("portal.notifications.urls")),
    path("", include("articles.urls")),
    path("groups/", include("groups.urls")),
    path("", include("selfcare.urls")),
    path("api/v1/", include("portal.home.api_urls")),
    re_path(r"^api(?:/|$)", nowhere),
    path("accounts/", include("allauth.urls")),
    path("admin/", admin.site.urls),
    path("_allauth/", include("allauth.headless.urls")),
]
