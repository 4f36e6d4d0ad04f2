"""A copy of everything the site holds about a person: asked for by them, packed by a worker, fetched once."""

import uuid
from datetime import datetime, timedelta
from typing import Any

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from portal.core.crypto import SealedColumn, seal, unseal

OPENS_FOR = timedelta(hours=24)


class DataCopyQuerySet(models.QuerySet["DataCopy"]):
    def owned_by(self, user: Any) -> "DataCopyQuerySet":
        """The only door from a request to a copy: one's own."""
        return self.filter(user_id=user.pk) if user.is_authenticated else self.none()


class DataCopy(models.Model):
    """One a person at most. A worker that takes it holds `token` until `lease_until`; when it died, another one takes
    it. The packed file lies sealed in parts, because it holds the diary in the clear."""

    class State(models.TextChoices):
        WAITING = "waiting", _("asked for")
        MAKING = "making", _("being made")
        READY = "ready", _("ready")
        FETCHED = "fetched", _("fetched")
        FAILED = "failed", _("could not be made")

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    user = models.OneToOneField(settings.AUTH_USER_MODEL, models.CASCADE, related_name="data_copy")
    state = models.CharField(max_length=8, choices=State.choices, default=State.WAITING)
    asked_at = models.DateTimeField(default=timezone.now)
    attempts = models.PositiveSmallIntegerField(default=0)
    token = models.UUIDField(null=True, blank=True)
    lease_until = models.DateTimeField(null=True, blank=True)
    ready_at = models.DateTimeField(null=True, blank=True)
    fetched_at = models.DateTimeField(null=True, blank=True)
    size = models.PositiveBigIntegerField(default=0, help_text=_("In bytes."))

    objects = DataCopyQuerySet.as_manager()

    class Meta:
        verbose_name = _("copy of a person's data")
        verbose_name_plural = _("copies of people's data")
        constraints = [
            models.CheckConstraint(
                condition=~Q(state="making") | Q(token__isnull=False, lease_until__isnull=False),
                name="data_copy_taken_has_a_lease",
            ),
            models.CheckConstraint(
                condition=~Q(state="ready") | Q(ready_at__isnull=False), name="data_copy_ready_has_a_time"
            ),
        ]
        indexes = [
            models.Index(fields=["asked_at"], condition=Q(state__in=["waiting", "making"]), name="data_copy_to_make")
        ]

    def __str__(self) -> str:
        return f"{self.pk}: {self.state}"

    @property
    def opens_until(self) -> datetime | None:
        return self.ready_at + OPENS_FOR if self.ready_at else None

    @property
    def is_open(self) -> bool:
        """Whether it can be fetched now."""
        return (
            self.state == self.State.READY and self.ready_at is not None and timezone.now() < self.ready_at + OPENS_FOR
        )

    @property
    def is_coming(self) -> bool:
        return self.state in {self.State.WAITING, self.State.MAKING}


class DataCopyPart(models.Model):
    """A piece of the packed file, sealed for its place in it."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    copy = models.ForeignKey(DataCopy, models.CASCADE, related_name="parts")
    number = models.PositiveIntegerField()
    content_sealed = SealedColumn()

    class Meta:
        verbose_name = _("part of a copy")
        verbose_name_plural = _("parts of copies")
        constraints = [models.UniqueConstraint(fields=["copy", "number"], name="data_copy_part_once")]

    def __str__(self) -> str:
        return f"{self.copy_id}, {self.number}"

    @property
    def place(self) -> str:
        return f"accounts.datacopypart|{self.copy_id}|{self.number}"

    def put(self, content: bytes) -> None:
        self.content_sealed = seal(content, associated=self.place)

    def read(self) -> bytes:
        return unseal(bytes(self.content_sealed), associated=self.place)
