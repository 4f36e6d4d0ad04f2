"""How far a person has read in a thread."""

from django.conf import settings
from django.db import models


class ReadMark(models.Model):
    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="read_marks")
    thread = models.ForeignKey("groups.Thread", models.CASCADE, related_name="read_marks")
    last_read_number = models.PositiveIntegerField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["user", "thread"], name="read_mark_once_per_thread")]

    def __str__(self) -> str:
        return f"{self.thread_id}: {self.last_read_number}"
