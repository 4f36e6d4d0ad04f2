"""One message to one person on one channel. The row is the truth; whoever sends it only borrows it."""

import uuid
from collections.abc import Iterable
from typing import Any, ClassVar

from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from portal.core.clock import HandrailNow
from portal.core.crypto import Sealed, SealedColumn


class DeliveryQuerySet(models.QuerySet["Delivery"]):
    def owned_by(self, user: Any) -> "DeliveryQuerySet":
        """The only door from a person's request to deliveries: what was meant for them."""
        return self.filter(recipient_id=user.pk) if user.is_authenticated else self.none()

    def told(self, channels: Iterable[str], chosen: Iterable[str]) -> "DeliveryQuerySet":
        """After the door: what was due by now on these channels. What was called off stands there only for a reason
        of the person's own choosing (`chosen`), because others' reasons would tell of them."""
        called_off = Q(state=Delivery.State.CANCELLED)
        rows = self.filter(channel__in=list(channels), due_at__lte=HandrailNow())
        return rows.filter(~called_off | Q(last_code__in=list(chosen)))


class Delivery(models.Model):
    """`subject_key` carries what may repeat: the same (kind, key, channel, person) is announced once.

    `words` is sealed and holds a message whose words exist already (a sign-in code) with its address; everything else
    is rendered when it is sent. `attempts` is charged when a message is about to be handed over, never at the claim.
    `taken_by` names the devices that took it while others of the same person were still to come.
    """

    class State(models.TextChoices):
        PENDING = "pending", _("waiting")
        LEASED = "leased", _("taken by a sender")
        HANDING = "handing", _("being handed over")
        SENT = "sent", _("sent")
        DEAD = "dead", _("refused for good")
        UNCERTAIN = "uncertain", _("perhaps sent")
        EXPIRED = "expired", _("too late")
        CANCELLED = "cancelled", _("not wanted any more")
        SUPPRESSED = "suppressed", _("address does not work")
        BOUNCED = "bounced", _("sent, came back")
        COMPLAINED = "complained", _("sent, reported as spam")

    OPEN: ClassVar = [State.PENDING, State.LEASED, State.HANDING]
    TROUBLED: ClassVar = [State.UNCERTAIN, State.SUPPRESSED, State.DEAD]

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    kind = models.CharField(max_length=64)
    subject_key = models.CharField(max_length=200)
    channel = models.CharField(max_length=16)
    recipient = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.CASCADE, null=True, blank=True, related_name="deliveries"
    )
    state = models.CharField(max_length=12, choices=State.choices, default=State.PENDING)
    due_at = models.DateTimeField()
    next_try_at = models.DateTimeField()
    not_after = models.DateTimeField()
    attempts = models.PositiveSmallIntegerField(default=0)
    render_errors = models.PositiveSmallIntegerField(default=0)
    ambiguous = models.PositiveSmallIntegerField(default=0)
    token = models.UUIDField(null=True, blank=True)
    lease_until = models.DateTimeField(null=True, blank=True)
    message_id = models.CharField(max_length=120, blank=True, default="")
    last_code = models.CharField(max_length=64, blank=True, default="")
    sent_at = models.DateTimeField(null=True, blank=True)
    taken_by = ArrayField(models.UUIDField(), null=True, blank=True)
    words_sealed = SealedColumn(null=True, blank=True)
    words = Sealed("words_sealed")

    objects = DeliveryQuerySet.as_manager()
    fenced_at = 0.0  # the sender's own monotonic clock, while the message is in its hands

    class Meta:
        verbose_name_plural = "deliveries"
        constraints = [
            models.UniqueConstraint(
                fields=["kind", "subject_key", "channel", "recipient"], nulls_distinct=False, name="delivery_once"
            ),
            models.CheckConstraint(
                condition=Q(
                    state__in=[
                        "pending", "leased", "handing", "sent", "dead", "uncertain", "expired", "cancelled",
                        "suppressed", "bounced", "complained",
                    ]
                ),
                name="delivery_state_is_known",
            ),
            models.CheckConstraint(
                condition=~Q(state__in=["leased", "handing"]) | Q(token__isnull=False, lease_until__isnull=False),
                name="delivery_taken_has_a_lease",
            ),
            models.CheckConstraint(
                condition=~Q(state="sent") | Q(sent_at__isnull=False), name="delivery_sent_has_a_time"
            ),
            models.CheckConstraint(condition=Q(not_after__gte=F("due_at")), name="delivery_ends_after_it_is_due"),
            models.CheckConstraint(condition=Q(ambiguous__lte=2), name="delivery_ambiguous_at_most_twice"),
        ]  # fmt: skip
        indexes = [
            models.Index(fields=["next_try_at", "id"], condition=Q(state="pending"), name="delivery_due"),
            models.Index(
                fields=["channel", "next_try_at", "id"], condition=Q(state="pending"), name="delivery_due_on_channel"
            ),
            models.Index(fields=["not_after"], condition=Q(state="pending"), name="delivery_to_expire"),
            models.Index(fields=["lease_until"], condition=Q(state__in=["leased", "handing"]), name="delivery_leased"),
            models.Index(
                fields=["state"], condition=Q(state__in=["uncertain", "suppressed", "dead"]), name="delivery_troubled"
            ),
            models.Index(fields=["message_id"], condition=Q(message_id__gt=""), name="delivery_by_message_id"),
            models.Index(fields=["not_after"], condition=Q(state="expired"), name="delivery_expired"),
            models.Index(
                fields=["not_after"],
                condition=~Q(state__in=["pending", "leased", "handing"]),
                name="delivery_to_forget",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.subject_key} by {self.channel}"
