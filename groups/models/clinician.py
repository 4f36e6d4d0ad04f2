"""A person of whom Administrators have checked that they work in health care. Every badge has who gave it, and when."""

import uuid
from typing import Any

from django.conf import settings
from django.db import models
from django.db.models import OuterRef, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _


class ClinicianQuerySet(models.QuerySet["Clinician"]):
    def of(self, person: str) -> "ClinicianQuerySet":
        """The badge, while it holds, of the person that `person` names in the outer query."""
        return self.filter(person=OuterRef(person), taken_at=None)


class Clinician(models.Model):
    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    person = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="clinician_badges")
    profession = models.CharField(
        _("profession"), max_length=80, help_text=_("As on the register, such as “palliative care nurse”.")
    )
    checked_in = models.CharField(
        _("where it was checked"), max_length=200, help_text=_("The register and the entry in it. Only staff see this.")
    )
    given_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, editable=False, related_name="+")
    given_at = models.DateTimeField(_("given"), default=timezone.now, editable=False)
    taken_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, editable=False, related_name="+")
    taken_at = models.DateTimeField(_("taken back"), null=True, blank=True, editable=False)

    objects: Any = ClinicianQuerySet.as_manager()

    class Meta:
        verbose_name = _("verified clinician")
        verbose_name_plural = _("verified clinicians")
        ordering = ["-given_at"]
        constraints = [
            models.UniqueConstraint(fields=["person"], condition=Q(taken_at=None), name="clinician_once"),
        ]

    def __str__(self) -> str:
        return self.profession
