"""A packed copy of a group for another host: asked for with a reason, agreed to, made by a worker, gone after days."""

import uuid
from datetime import datetime, timedelta
from typing import Any

from django.conf import settings
from django.db import models
from django.db.models import Exists, F, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from groups.models.group import SupportGroup, mine
from portal.core.crypto import Sealed, SealedColumn
from portal.core.parts import SealedPart

OPENS_FOR = timedelta(days=3)


class HandoverQuerySet(models.QuerySet["Handover"]):
    def visible_to(self, user: Any) -> "HandoverQuerySet":
        """The door: of a group that everyone reads, Administrators; of any other, the moderators of this very group."""
        if not user.is_authenticated:
            return self.none()
        public = Q(group__read_by=SupportGroup.Audience.EVERYONE)
        moderated = ~public & Q(Exists(mine(user, "group").moderating()))
        return self.filter(moderated | public if user.staff_roles.administers else moderated)

    def open(self) -> "HandoverQuerySet":
        return self.filter(state__in=Handover.OPEN)


class Handover(models.Model):
    """One at a time for a group. A worker that takes it holds `token` until `lease_until`."""

    class State(models.TextChoices):
        ASKED = "asked", _("waits for a second moderator")
        WAITING = "waiting", _("will be packed soon")
        MAKING = "making", _("is being packed")
        READY = "ready", _("ready")
        FAILED = "failed", _("could not be packed")
        OVER = "over", _("gone")

    OPEN = (State.ASKED, State.WAITING, State.MAKING, State.READY)

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    group = models.ForeignKey(SupportGroup, models.CASCADE, related_name="handovers")
    asked_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")
    agreed_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")
    reason_sealed = SealedColumn(null=True, editable=False)
    state = models.CharField(max_length=8, choices=State.choices)
    asked_at = models.DateTimeField(default=timezone.now)
    ready_at = models.DateTimeField(null=True)
    attempts = models.PositiveSmallIntegerField(default=0)
    token = models.UUIDField(null=True)
    lease_until = models.DateTimeField(null=True)
    threads_total = models.PositiveIntegerField(default=0)
    position = models.PositiveIntegerField(default=0)
    size = models.PositiveBigIntegerField(default=0, help_text=_("In bytes."))

    reason = Sealed("reason_sealed", purpose="safety")

    objects = HandoverQuerySet.as_manager()

    class Meta:
        verbose_name = _("packed copy of a group")
        verbose_name_plural = _("packed copies of groups")
        constraints = [
            models.UniqueConstraint(
                fields=["group"], condition=Q(state__in=["asked", "waiting", "making", "ready"]),
                name="handover_one_at_a_time",
            ),
            models.CheckConstraint(condition=~Q(agreed_by=F("asked_by")), name="handover_takes_two"),
            models.CheckConstraint(
                condition=~Q(state="ready") | Q(ready_at__isnull=False), name="handover_ready_has_a_time"
            ),
        ]  # fmt: skip
        indexes = [
            models.Index(fields=["asked_at"], condition=Q(state__in=["waiting", "making"]), name="handover_to_make")
        ]

    def __str__(self) -> str:
        return f"{self.pk}: {self.state}"

    @property
    def is_at_work(self) -> bool:
        return self.state in {self.State.WAITING, self.State.MAKING}

    @property
    def percent(self) -> int:
        return 100 * self.position // self.threads_total if self.threads_total else 0

    @property
    def opens_until(self) -> datetime | None:
        return self.ready_at + OPENS_FOR if self.ready_at else None


class HandoverPart(SealedPart):
    owner = models.ForeignKey(Handover, models.CASCADE, related_name="parts")

    class Meta:
        verbose_name = _("part of a packed group")
        verbose_name_plural = _("parts of packed groups")
        constraints = [models.UniqueConstraint(fields=["owner", "number"], name="handover_part_once")]
