"""One slot of an activity: what is due, and what became of it."""

import uuid
from datetime import datetime
from typing import TYPE_CHECKING, Self

from django.db import models
from django.db.models import Exists, OuterRef
from django.utils.translation import gettext_lazy as _

from portal.core.crypto import Sealed, SealedColumn
from selfcare.models.activity import Activity
from selfcare.models.comfort import Comfort

if TYPE_CHECKING:
    from django.contrib.auth.models import AnonymousUser

    from portal.accounts.models import User

REMINDER, DAY, RECHECK = "selfcare.reminder", "selfcare.day", "selfcare.recheck"


class OccurrenceQuerySet(models.QuerySet):
    def owned_by(self, user: "User | AnonymousUser") -> Self:
        """The slots of a person's own activities."""
        return self.filter(activity__owner_id=user.pk) if user.pk else self.none()

    def between(self, start: datetime, end: datetime) -> Self:
        """Due in this span, in order, with their activity; cancelled ones are as if they never were."""
        rows = self.filter(due_at__gte=start, due_at__lt=end).exclude(state=Occurrence.State.CANCELLED)
        return rows.select_related("activity").order_by("due_at", "local_key", "id")

    def to_count(self) -> Self:
        """Without those of people who want nothing counted."""
        return self.with_counting().filter(counts_off=False)

    def with_counting(self) -> Self:
        """Each says in `counts_off` whether its person wants nothing counted."""
        off = Comfort.objects.filter(owner=OuterRef("activity__owner"), counts_off_at__isnull=False)
        return self.annotate(counts_off=Exists(off))


class Occurrence(models.Model):
    """`slot_at` is when the plan put it, `due_at` where "Later" may have moved it. A reminder is worth sending until
    `not_after`; the slot can be answered until `closes_at`, local midnight, and then has no record. `why`: a key of
    selfcare/reasons.py for a skip, when the person gave one."""

    class State(models.TextChoices):
        PLANNED = "planned", _("To come")
        DONE = "done", _("Done")
        SKIPPED = "skipped", _("Skipped")
        NO_RECORD = "no_record", _("No record")
        CANCELLED = "cancelled", _("Cancelled")

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    # Two other indexes begin with it.
    activity = models.ForeignKey(Activity, models.CASCADE, related_name="occurrences", db_index=False)
    local_key = models.CharField(max_length=32)
    slot_at = models.DateTimeField()
    due_at = models.DateTimeField()
    not_after = models.DateTimeField()
    closes_at = models.DateTimeField()
    state = models.CharField(max_length=10, choices=State, default=State.PLANNED)
    snooze_no = models.PositiveSmallIntegerField(default=0)
    acted_at = models.DateTimeField(null=True, blank=True)
    why_sealed = SealedColumn(null=True)
    why = Sealed("why_sealed")
    counts_off: bool  # where `with_counting` was asked

    objects = OccurrenceQuerySet.as_manager()

    class Meta:
        verbose_name = _("slot")
        verbose_name_plural = _("slots")
        indexes = [
            models.Index(fields=["activity", "due_at"], name="occurrence_by_time"),
            models.Index(fields=["closes_at"], condition=models.Q(state="planned"), name="occurrence_to_close"),
        ]
        constraints = [
            models.UniqueConstraint(fields=["activity", "local_key"], name="occurrence_once_per_slot"),
            models.CheckConstraint(
                condition=models.Q(state__in=["planned", "done", "skipped", "no_record", "cancelled"]),
                name="occurrence_state_is_known",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.local_key} {self.state}"

    @property
    def subject_key(self) -> str:
        """What the engine knows this announcement by; "Later" makes a new one."""
        return f"occurrence:{self.pk}:{self.snooze_no}"
