"""A browser that its person allowed to be told: where its push service listens, and the keys that only it opens."""

import uuid
from typing import Any

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from portal.core.clock import HandrailNow
from portal.core.crypto import Sealed, SealedColumn
from portal.notifications.models.suppression import keyed


class PushSubscriptionQuerySet(models.QuerySet["PushSubscription"]):
    def owned_by(self, user: Any) -> "PushSubscriptionQuerySet":
        """The only door from a person's request to devices: their own."""
        return self.filter(user_id=user.pk) if user.is_authenticated else self.none()

    def in_order(self) -> "PushSubscriptionQuerySet":
        return self.order_by("created_at", "id")


class PushSubscription(models.Model):
    """Whoever holds the address of a subscription can make a device ring, so it lies sealed, and the same one is
    found by a keyed hash. `made_for` names the key of ours that it was made with, `signed_in_by` the way its person
    signed in: when either is another today, the device is told nothing until its person comes back with it."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="push_subscriptions")
    endpoint_key = models.CharField(max_length=64, unique=True)
    where_sealed = SealedColumn()
    where = Sealed("where_sealed")  # endpoint, p256dh, auth
    name_sealed = SealedColumn()
    name = Sealed("name_sealed")
    made_for = models.CharField(max_length=32)
    signed_in_by = models.CharField(max_length=32)
    created_at = models.DateTimeField(db_default=HandrailNow(), editable=False)
    last_told_at = models.DateTimeField(null=True, blank=True)

    objects = PushSubscriptionQuerySet.as_manager()

    class Meta:
        verbose_name = _("device")
        verbose_name_plural = _("devices")

    def __str__(self) -> str:
        return f"device {self.pk}"


def endpoint_key(endpoint: str) -> str:
    return keyed(endpoint, purpose="push-endpoint")
