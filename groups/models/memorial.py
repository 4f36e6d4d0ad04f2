"""Somebody has died. Administrators set it down, with what the family wishes for the words that stay behind."""

import uuid

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _


class Memorial(models.Model):
    class Wish(models.TextChoices):
        KEEP = "keep", _("Keep what they wrote, under their name")
        ANONYMISE = "anonymise", _("Keep what they wrote, without their name")
        CLOSE = "close", _("Take everything down")

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    person = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="memorials")
    wish = models.CharField(_("what the family wishes"), max_length=9, choices=Wish.choices, default=Wish.KEEP)
    group = models.ForeignKey(
        "groups.SupportGroup", models.SET_NULL, null=True, blank=True, related_name="memorials",
        verbose_name=_("group to remember them in"),
        help_text=_("A thread is opened there in which members can say goodbye. Leave it out to open none."),
    )  # fmt: skip
    thread = models.ForeignKey("groups.Thread", models.SET_NULL, null=True, editable=False, related_name="+")
    set_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, editable=False, related_name="+")
    set_at = models.DateTimeField(_("set down"), default=timezone.now, editable=False)
    lifted_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, editable=False, related_name="+"
    )  # fmt: skip
    lifted_at = models.DateTimeField(_("taken back"), null=True, blank=True, editable=False)

    class Meta:
        verbose_name = _("memorial")
        verbose_name_plural = _("memorials")
        ordering = ["-set_at"]
        constraints = [
            models.UniqueConstraint(fields=["person"], condition=Q(lifted_at=None), name="memorial_once"),
        ]

    def __str__(self) -> str:
        return str(self.pk)
