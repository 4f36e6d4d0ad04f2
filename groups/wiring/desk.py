"""What this house brings to the moderators' desk beside cases."""

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from groups.reads.requests import keys_waiting
from portal.core.reportables import DeskPage, desk_pages

desk_pages.register(
    DeskPage(
        key="requests",
        label=_("Requests to join"),
        url=lambda: reverse("groups:desk_requests"),
        waiting=keys_waiting,
    )
)
