"""A rest: from one day to another, for everything, for one kind, or for one activity."""

from datetime import date
from typing import Self
from uuid import UUID

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.utils.translation import gettext_lazy as _

from portal.core.crypto import Sealed, SealedColumn
from selfcare.models.owned import Owned, OwnedQuerySet
from selfcare.models.template import Kind


class PauseQuerySet(OwnedQuerySet):
    def still_on(self, day: date) -> Self:
        """Those that hold on this local date or will, and were not ended."""
        return self.filter(models.Q(ends_on=None) | models.Q(ends_on__gte=day), ended_at=None)


class Pause(Owned):
    """`begins_on` and `ends_on` are local dates, both of them resting; no end: until the person says so. `kind` empty:
    everything, also what is added while it holds; with `activity` nothing but that one. `awake`: what the person took
    up again during it. Those that move the person come back with a step less. `why` is the person's own word.
    `ended_at`: it is over, or the person ended it. When something rests is worked out from these rows alone and from
    the hold on exercise, by selfcare/due/resting.py; an activity's `rests` remember it."""

    class Variant(models.TextChoices):
        REST = "rest", _("Let it rest")
        CHEMO = "chemo", _("Treatment week: drinking, check-ins and the essentials go on")

    kind = models.CharField(max_length=12, choices=Kind, blank=True)
    activity = models.ForeignKey("selfcare.Activity", models.CASCADE, null=True, blank=True, related_name="own_rests")
    awake = ArrayField(models.UUIDField(), default=list, blank=True)
    variant = models.CharField(max_length=5, choices=Variant, default=Variant.REST)
    begins_on = models.DateField()
    ends_on = models.DateField(null=True, blank=True)
    made_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True, blank=True)
    why_sealed = SealedColumn(null=True)
    why = Sealed("why_sealed")

    objects = PauseQuerySet.as_manager()  # type: ignore[misc]

    activity_id: UUID | None

    class Meta:
        verbose_name = _("rest")
        verbose_name_plural = _("rests")
        ordering = ["begins_on", "made_at"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(ends_on=None) | models.Q(ends_on__gte=models.F("begins_on")),
                name="pause_ends_after_it_begins",
            ),
            models.CheckConstraint(condition=models.Q(kind__in=["", *Kind.values]), name="pause_kind_is_known"),
            models.UniqueConstraint(
                fields=["activity"],
                condition=models.Q(ended_at=None, activity__isnull=False),
                name="pause_once_per_activity",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.begins_on} {self.kind}"
