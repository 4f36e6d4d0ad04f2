"""A cohort: a group with a fixed number of places that begins and ends together, and the people who wait for one."""

import uuid
from typing import Any

from django.conf import settings
from django.core.validators import MinValueValidator
from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _


class Cohort(models.Model):
    """Makes a support group a cohort. The row is what people queue up at: it is locked while a place is given."""

    group = models.OneToOneField("groups.SupportGroup", models.CASCADE, primary_key=True, related_name="cohort")
    capacity = models.PositiveIntegerField(_("places"), validators=[MinValueValidator(1)])
    starts_on = models.DateField(_("first day"))
    ends_on = models.DateField(_("last day"))
    goes_on_in = models.ForeignKey(
        "groups.SupportGroup", models.SET_NULL, null=True, blank=True, related_name="+",
        verbose_name=_("group to go on in"),
        limit_choices_to={"join_by": "open"},
    )  # fmt: skip
    ended_at = models.DateTimeField(null=True, blank=True, editable=False)

    class Meta:
        verbose_name = _("cohort")
        verbose_name_plural = _("cohorts")
        constraints = [
            models.CheckConstraint(condition=Q(ends_on__gte=F("starts_on")), name="cohort_ends_after_it_starts"),
            models.CheckConstraint(condition=Q(capacity__gte=1), name="cohort_has_places"),
            models.CheckConstraint(condition=~Q(goes_on_in=F("group")), name="cohort_goes_on_elsewhere"),
        ]
        indexes = [models.Index(fields=["ends_on"], condition=Q(ended_at=None), name="cohort_running")]

    def __str__(self) -> str:
        return f"{self.group_id}: {self.capacity}"


class WaitingQuerySet(models.QuerySet["Waiting"]):
    def owned_by(self, user: Any) -> "WaitingQuerySet":
        """The door: one's own place in a waiting list."""
        return self.filter(user_id=user.pk) if user.is_authenticated else self.none()

    def open(self) -> "WaitingQuerySet":
        return self.filter(closed_at=None)

    def offered(self) -> "WaitingQuerySet":
        """Places that are kept for somebody at this moment."""
        return self.open().filter(offered_until__gt=timezone.now())


class Waiting(models.Model):
    """Somebody waits for a place, in the order of asking. An offer keeps the place free for them until it runs out."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    cohort = models.ForeignKey(Cohort, models.CASCADE, related_name="waiting")
    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="cohorts_waited_for")
    asked_at = models.DateTimeField(default=timezone.now)
    offered_until = models.DateTimeField(null=True, blank=True)
    closed_at = models.DateTimeField(null=True, blank=True)

    objects = WaitingQuerySet.as_manager()

    class Meta:
        verbose_name = _("place in a waiting list")
        verbose_name_plural = _("places in waiting lists")
        ordering = ["asked_at", "id"]
        constraints = [
            models.UniqueConstraint(fields=["cohort", "user"], condition=Q(closed_at=None), name="waiting_once"),
        ]
        indexes = [models.Index(fields=["cohort", "asked_at"], condition=Q(closed_at=None), name="waiting_in_order")]

    def __str__(self) -> str:
        return str(self.pk)

    @property
    def is_offered(self) -> bool:
        return self.closed_at is None and self.offered_until is not None and self.offered_until > timezone.now()
