from django.apps import AppConfig
from django.contrib.admin.apps import AdminConfig


class AccountsConfig(AppConfig):
    name = "portal.accounts"
    label = "accounts"
    verbose_name = "People"

    def ready(self) -> None:
        from portal.accounts import wiring  # noqa: F401


class StaffDeskConfig(AdminConfig):
    """Django's admin with Handrail's own rule of who gets in."""

    default_site = "portal.accounts.staff.PortalAdminSite"

    def ready(self) -> None:
        """Roles are given on a person's page; addresses, second steps and sessions are the person's own business."""
        super().ready()
        from allauth.account.models import EmailAddress
        from allauth.mfa.models import Authenticator
        from allauth.usersessions.models import UserSession
        from django.contrib import admin
        from django.contrib.auth.models import Group

        admin.site.unregister([Group, EmailAddress, Authenticator, UserSession])
