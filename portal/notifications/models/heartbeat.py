"""Signs of life of the engine's roles, and which channels are resting because their far end is away."""

from django.db import models


class Heartbeat(models.Model):
    role = models.CharField(max_length=32, primary_key=True)
    seq = models.BigIntegerField(default=0)
    at = models.DateTimeField()

    def __str__(self) -> str:
        return f"{self.role} {self.seq}"


class Breaker(models.Model):
    """Open means: nothing is claimed for this channel but one probe every 15 s. `counting_from` is the attempt after
    which failures are counted again."""

    channel = models.CharField(max_length=16, primary_key=True)
    opened_at = models.DateTimeField(null=True, blank=True)
    next_probe_at = models.DateTimeField(null=True, blank=True)
    counting_from = models.BigIntegerField(default=0)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=models.Q(opened_at=None) | models.Q(next_probe_at__isnull=False),
                name="breaker_open_has_a_next_probe",
            )
        ]

    def __str__(self) -> str:
        return f"{self.channel}: {'open' if self.opened_at else 'closed'}"
