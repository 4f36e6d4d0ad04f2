from django.urls import path

from portal.notifications import views

app_name = "notifications"

urlpatterns = [
    path("hooks/bounces/", views.bounce_hook, name="bounce_hook"),
    path("inbox/", views.inbox, name="inbox"),
    path("inbox/read/", views.mark_read, name="mark_read"),
    path("settings/notifications/", views.preferences, name="preferences"),
    path("settings/sent/", views.sent, name="sent"),
    path("settings/quiet/", views.quiet, name="quiet"),
    path("settings/quiet/pause/", views.pause, name="pause"),
    path("settings/device/<uuid:device>/", views.rename_device, name="rename_device"),
    path("settings/device/<uuid:device>/try/", views.try_device, name="try_device"),
    path("settings/device/<uuid:device>/remove/", views.remove_device, name="remove_device"),
    path("unsubscribe/<str:token>/", views.unsubscribe, name="unsubscribe"),
]
