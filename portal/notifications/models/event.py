"""What happened in a house, written in the operation's own transaction: saved together or not at all."""

from django.db import models

from portal.core.clock import HandrailNow


class Event(models.Model):
    """`cursor` is the last person told of; `subject` is an id or a key, never words."""

    kind = models.CharField(max_length=64)
    subject = models.CharField(max_length=200)
    created_at = models.DateTimeField(db_default=HandrailNow(), editable=False)
    cursor = models.UUIDField(null=True, blank=True)
    failures = models.PositiveSmallIntegerField(default=0)
    next_try_at = models.DateTimeField(db_default=HandrailNow())
    done_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        indexes = [
            models.Index(fields=["next_try_at", "id"], condition=models.Q(done_at=None), name="event_to_expand"),
            models.Index(fields=["done_at"], condition=~models.Q(done_at=None), name="event_expanded"),
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.subject}"
