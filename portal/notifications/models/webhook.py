"""Other systems that are told what happens here, and each telling. docs/decisions/0017-import-and-hand-over.md"""

import base64
import secrets
import uuid
from typing import Any

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from portal.core.clock import HandrailNow
from portal.core.crypto import Sealed, SealedColumn


def new_secret() -> str:
    """24 bytes of chance, written as Standard Webhooks has it."""
    return "whsec_" + base64.b64encode(secrets.token_bytes(24)).decode()


class WebhookEndpointQuerySet(models.QuerySet["WebhookEndpoint"]):
    def listening(self) -> "WebhookEndpointQuerySet":
        return self.filter(disabled_at=None)


class WebhookEndpoint(models.Model):
    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    name = models.CharField(_("name"), max_length=80)
    url = models.CharField(_("address"), max_length=500, help_text=_("It begins with https://."))
    kinds = ArrayField(models.CharField(max_length=40), verbose_name=_("what it is told"))
    closed_too = models.BooleanField(
        _("also of groups that not everybody reads"), default=False,
        help_text=_("Then it is told that something happened, and in which hour: never where, and no id."),
    )  # fmt: skip
    secret_sealed = SealedColumn(editable=False)
    earlier_secret_sealed = SealedColumn(null=True, editable=False)
    earlier_until = models.DateTimeField(null=True, editable=False)
    made_at = models.DateTimeField(_("made"), default=timezone.now, editable=False)
    failing_since = models.DateTimeField(_("failing since"), null=True, editable=False)
    disabled_at = models.DateTimeField(_("switched off"), null=True, editable=False)

    secret = Sealed("secret_sealed")
    earlier_secret = Sealed("earlier_secret_sealed")

    objects = WebhookEndpointQuerySet.as_manager()

    class Meta:
        verbose_name = _("webhook")
        verbose_name_plural = _("webhooks")
        ordering = ["name"]
        constraints = [models.CheckConstraint(condition=~Q(kinds=[]), name="webhook_is_told_something")]

    def __str__(self) -> str:
        return self.name

    def secrets_now(self, now: Any) -> list[str]:
        """The newest first; the one before for as long as it still counts."""
        earlier = self.earlier_secret if self.earlier_until and self.earlier_until > now else None
        return [self.secret, *([earlier] if earlier else [])]


class WebhookDelivery(models.Model):
    """One telling. `body` is what is signed and sent, letter for letter, each time. Whoever gets `event_id` a second
    time has it already."""

    class State(models.TextChoices):
        PENDING = "pending", _("waits")
        SENT = "sent", _("sent")
        GIVEN_UP = "given_up", _("given up")

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    endpoint = models.ForeignKey(WebhookEndpoint, models.CASCADE, related_name="deliveries", verbose_name=_("webhook"))
    event_id = models.CharField(_("event"), max_length=40)
    kind = models.CharField(_("kind"), max_length=40)
    body = models.TextField()
    state = models.CharField(_("state"), max_length=8, choices=State.choices, default=State.PENDING)
    attempts = models.PositiveSmallIntegerField(_("attempts"), default=0)
    next_try_at = models.DateTimeField(_("next attempt"), db_default=HandrailNow())
    token = models.UUIDField(null=True)
    last_status = models.CharField(_("last answer"), max_length=40, blank=True)
    made_at = models.DateTimeField(_("made"), db_default=HandrailNow())
    settled_at = models.DateTimeField(_("settled"), null=True)

    class Meta:
        verbose_name = _("telling by webhook")
        verbose_name_plural = _("tellings by webhook")
        constraints = [models.UniqueConstraint(fields=["endpoint", "event_id"], name="webhook_event_once_per_endpoint")]
        indexes = [
            models.Index(fields=["next_try_at", "id"], condition=Q(state="pending"), name="webhook_due"),
            models.Index(fields=["settled_at"], condition=~Q(state="pending"), name="webhook_settled"),
            models.Index(fields=["-made_at"], name="webhook_newest"),
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.event_id}"
