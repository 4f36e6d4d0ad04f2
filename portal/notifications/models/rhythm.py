"""When somebody wants to hear from the site. No row means: a summary at nine, no quiet hours, no pause."""

from datetime import time

from django.conf import settings
from django.db import models
from django.db.models import F, Q

from portal.core.kinds import EMAIL, IN_APP, PUSH

SUMMARY_AT = time(9, 0)


class Rhythm(models.Model):
    """`summary_at` is a local wall time where the person is; `paused_until` a moment, and past ones mean nothing."""

    user = models.OneToOneField(settings.AUTH_USER_MODEL, models.CASCADE, primary_key=True, related_name="rhythm")
    summary_at = models.TimeField(default=SUMMARY_AT)
    paused_until = models.DateTimeField(null=True, blank=True)

    def __str__(self) -> str:
        return f"{self.user_id}: {self.summary_at}"


class QuietHours(models.Model):
    """From one local wall time to another on one channel, every night; an end before the start is the next day."""

    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="quiet_hours")
    channel = models.CharField(max_length=16)
    starts_at = models.TimeField()
    ends_at = models.TimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["user", "channel"], name="quiet_hours_once_per_channel"),
            models.CheckConstraint(condition=~Q(starts_at=F("ends_at")), name="quiet_hours_end_some_time"),
            models.CheckConstraint(condition=Q(channel__in=[EMAIL, IN_APP, PUSH]), name="quiet_hours_of_a_channel"),
        ]

    def __str__(self) -> str:
        return f"{self.channel}: {self.starts_at}–{self.ends_at}"
