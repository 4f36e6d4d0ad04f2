from django.urls import path

from portal.safety import views

app_name = "safety"
urlpatterns = [path("urgent-help/", views.urgent_help, name="urgent_help")]
