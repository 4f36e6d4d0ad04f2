"""What came of each try. Insert-only: a trigger refuses changes, and the serving role has no right to make them."""

from django.db import models

from portal.core.clock import HandrailNow


class DeliveryAttempt(models.Model):
    """No key into Delivery: attempts outlive it, and hold nothing about a person. `late_ms` counts from the moment
    the delivery could have been sent."""

    class Outcome(models.TextChoices):
        SENT = "sent"
        FOR_NOW = "for_now"  # refused, or failed before the final dot: certainly unsent
        FOR_GOOD = "for_good"
        UNKNOWN = "unknown"  # the final dot went out and no reply came back
        LOST = "lost"  # the sender died with the message in hand
        RENDER = "render"  # no words could be made

    delivery_id = models.UUIDField()
    kind = models.CharField(max_length=64)
    channel = models.CharField(max_length=16)
    number = models.PositiveSmallIntegerField()
    outcome = models.CharField(max_length=10, choices=Outcome.choices)
    stage = models.CharField(max_length=10, blank=True, default="")
    code = models.CharField(max_length=64, blank=True, default="")
    late_ms = models.BigIntegerField(default=0)
    at = models.DateTimeField(db_default=HandrailNow())

    class Meta:
        indexes = [
            models.Index(fields=["channel", "-id"], name="attempt_newest_by_channel"),
            models.Index(fields=["delivery_id"], name="attempt_of_delivery"),
        ]

    def __str__(self) -> str:
        return f"{self.delivery_id} {self.number}: {self.outcome}"
