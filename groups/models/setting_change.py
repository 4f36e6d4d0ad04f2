"""What changed in the settings of a group, by whom and when. Choices and numbers are kept; texts only by name."""

from typing import Any

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from groups.models.group import SupportGroup


class SettingChangeQuerySet(models.QuerySet["SettingChange"]):
    def visible_to(self, user: Any) -> "SettingChangeQuerySet":
        """The door: those who lead in the group, and its auditors."""
        from groups.models.group import mine
        from groups.models.membership import Membership

        if not user.is_authenticated:
            return self.none()
        watching = (*Membership.LEADING, Membership.Role.AUDITOR)
        return self.filter(models.Exists(mine(user, "group").filter(role__in=watching)))


class SettingChange(models.Model):
    group = models.ForeignKey(SupportGroup, models.CASCADE, related_name="setting_changes")
    changed_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")
    at = models.DateTimeField(default=timezone.now, editable=False)
    changed = models.JSONField()  # {"read_by": ["everyone", "members"], "description": null}

    objects = SettingChangeQuerySet.as_manager()

    class Meta:
        verbose_name = _("change of a group's settings")
        verbose_name_plural = _("changes of groups' settings")
        ordering = ["-at", "-pk"]
        indexes = [models.Index(fields=["group", "-at"], name="setting_change_of_group")]

    def __str__(self) -> str:
        return f"{self.group_id}, {self.at:%Y-%m-%d}"
