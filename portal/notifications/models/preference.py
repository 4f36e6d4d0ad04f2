"""What a person wants to be told, and how. No row means the kind's own default."""

from django.conf import settings
from django.db import models

EVERY_KIND = "*"


class Preference(models.Model):
    """`kind` "*" with `wanted` false rests a whole channel; kinds that are not optional go out all the same."""

    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="message_preferences")
    kind = models.CharField(max_length=64)
    channel = models.CharField(max_length=16)
    wanted = models.BooleanField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["user", "kind", "channel"], name="preference_once"),
            models.CheckConstraint(
                condition=~models.Q(kind=EVERY_KIND, wanted=True), name="preference_rest_is_only_ever_a_no"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.kind} by {self.channel}: {self.wanted}"
