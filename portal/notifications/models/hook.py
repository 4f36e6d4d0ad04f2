"""Calls of a mail provider that were taken in, so that none is taken in twice."""

from django.db import models

from portal.core.clock import HandrailNow


class SeenCall(models.Model):
    """A keyed hash of the signature. It goes when the call would be too old anyway."""

    signature_key = models.CharField(max_length=64, unique=True)
    at = models.DateTimeField(db_default=HandrailNow(), editable=False)

    class Meta:
        indexes = [models.Index(fields=["at"], name="seen_call_to_forget")]

    def __str__(self) -> str:
        return self.signature_key[:12]
