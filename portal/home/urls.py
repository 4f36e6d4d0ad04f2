"""Addresses of the roof."""

from django.urls import path

from portal.home.views import device, front, health, mailbox, own_data, plain, reading, search, settings, suggest

app_name = "home"

urlpatterns = [
    path("", front.home, name="home"),
    path("today/", front.today, name="today"),
    path("search/", search.search, name="search"),
    path("search/suggest/", suggest.suggest, name="suggest"),
    path("settings/", settings.settings, name="settings"),
    path("settings/appearance/", settings.appearance, name="appearance"),
    path("settings/reading/", reading.reading, name="reading"),
    path("settings/agreements/", settings.agreements, name="agreements"),
    path("settings/agreements/<slug:purpose>/", settings.change_agreement, name="change_agreement"),
    path("settings/blocked/", settings.blocked, name="blocked"),
    path("settings/muted/<uuid:person>/", settings.unmute_person, name="unmute_person"),
    path("settings/blocked/<uuid:person>/", settings.unblock_person, name="unblock_person"),
    path("settings/data/", own_data.own_data, name="own_data"),
    path("settings/data/copy/", own_data.new_copy, name="new_copy"),
    path("settings/data/<uuid:copy>/", own_data.data_copy, name="data_copy"),
    path("settings/erase/", own_data.leave, name="leave"),
    path("settings/erase/stay/", own_data.keep_account, name="keep_account"),
    path("safety/", plain.safety, name="safety"),
    path("privacy/", plain.privacy, name="privacy"),
    path("accessibility/", plain.accessibility, name="accessibility"),
    path("contact/", plain.contact, name="contact"),
    path("consent/<slug:purpose>/", plain.consent, name="consent"),
    path("demo/mail/", mailbox.mailbox, name="mailbox"),
    path("demo/mail/<str:name>/", mailbox.mail, name="mail"),
    path("demo/mail/<str:name>/html/", mailbox.mail_html, name="mail_html"),
    path("settings/device/", device.device, name="device"),
    path("offline/", device.offline, name="offline"),
    path("app.webmanifest", device.manifest, name="manifest"),
    path("sw.js", device.service_worker, name="service_worker"),
    path("favicon.ico", plain.favicon, name="favicon"),
    path("readyz/", health.readyz, name="readyz"),
    path("metrics", health.metrics, name="metrics"),
]
