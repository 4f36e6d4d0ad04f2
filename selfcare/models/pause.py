"""A rest that was planned: from one day to another, for everything or for one kind."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from portal.core.crypto import Sealed, SealedColumn
from selfcare.models.owned import Owned
from selfcare.models.template import Kind


class Pause(Owned):
    """`begins_on` and `ends_on` are local dates, both of them resting; no end: until the person says so. `kind` empty:
    everything. `why` is the person's own word. The activities it laid to rest point at it; those that move the person
    come back with a step less. `ended_at`: it is over, or the person ended it."""

    class Variant(models.TextChoices):
        REST = "rest", _("Let it rest")
        CHEMO = "chemo", _("Treatment week: drinking, check-ins and the essentials go on")

    kind = models.CharField(max_length=12, choices=Kind, blank=True)
    variant = models.CharField(max_length=5, choices=Variant, default=Variant.REST)
    begins_on = models.DateField()
    ends_on = models.DateField(null=True, blank=True)
    made_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True, blank=True)
    why_sealed = SealedColumn(null=True)
    why = Sealed("why_sealed")

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
        ]

    def __str__(self) -> str:
        return f"{self.begins_on} {self.kind}"
