"""Who may look at what of a person's plan and diary, and when they did."""

import uuid
from typing import TYPE_CHECKING, Self

from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Exists, OuterRef, Q
from django.utils.translation import gettext_lazy as _

from portal.accounts.models import Block
from portal.core.crypto import Sealed, SealedColumn
from selfcare.models.owned import Owned, OwnedQuerySet

if TYPE_CHECKING:
    from django.contrib.auth.models import AnonymousUser

    from portal.accounts.models import User

INVITATION, MISSED = "selfcare.invitation", "selfcare.missed"  # the kinds of message


class CarerLinkQuerySet(OwnedQuerySet):
    def in_force(self) -> Self:
        """Accepted, not ended, by somebody who is here, and neither has blocked the other. It is asked anew for every
        page and every message, so an end works at once."""
        between = Block.objects.filter(
            Q(blocker=OuterRef("owner"), blocked=OuterRef("carer"))
            | Q(blocker=OuterRef("carer"), blocked=OuterRef("owner"))
        )
        open_ones = self.filter(accepted_at__isnull=False, ended_at=None, owner__is_active=True)
        return open_ones.filter(~Exists(between))

    def readable_by(self, user: "User | AnonymousUser") -> Self:
        """What others share with this person."""
        return self.in_force().filter(carer_id=user.pk).select_related("owner") if user.pk else self.none()


class CarerLink(Owned):
    """An invitation, then a link. `scopes` are what is shared. `name` is what the owner calls this carer. The token of
    the invitation works once, until `expires_at`; `mailed_at` says when it was mailed, never where to. `tell_after`
    minutes after a slot of `tell_about` (activities) was due and not answered, the carer is told that something waits;
    NULL means never. `tell_at`: when to look next; what was due so many minutes before it was looked at."""

    class Scope(models.TextChoices):
        PLAN = "plan", _("My plan: what is due, what I did")
        DIARY = "diary", _("My diary: every entry, with its notes")
        SUMMARY = "summary", _("A summary: numbers of the last four weeks, no notes")

    carer = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, null=True, blank=True, related_name="+")
    name_sealed = SealedColumn()
    name = Sealed("name_sealed")
    scopes = ArrayField(models.CharField(max_length=10, choices=Scope), default=list)
    token_sealed = SealedColumn(null=True)
    token = Sealed("token_sealed")
    digest = models.BinaryField(max_length=32, null=True, unique=True)
    invited_at = models.DateTimeField()
    expires_at = models.DateTimeField()
    mailed_at = models.DateTimeField(null=True, blank=True)
    accepted_at = models.DateTimeField(null=True, blank=True)
    ended_at = models.DateTimeField(null=True, blank=True)
    tell_after = models.PositiveSmallIntegerField(null=True, blank=True)
    tell_about = ArrayField(models.UUIDField(), default=list, blank=True)
    tell_at = models.DateTimeField(null=True, blank=True)

    objects = CarerLinkQuerySet.as_manager()  # type: ignore[misc]

    class Meta:
        verbose_name = _("carer")
        verbose_name_plural = _("carers")
        ordering = ["invited_at", "id"]
        indexes = [
            models.Index(fields=["carer"], condition=Q(ended_at=None), name="carer_of_whom"),
            models.Index(fields=["tell_at", "id"], condition=Q(tell_at__isnull=False, ended_at=None), name="carer_due"),
        ]
        constraints = [
            models.UniqueConstraint(fields=["owner", "carer"], condition=Q(ended_at=None), name="carer_linked_once"),
            models.CheckConstraint(
                condition=Q(accepted_at=None) | Q(carer__isnull=False), name="carer_accepted_by_somebody"
            ),
            models.CheckConstraint(
                condition=Q(tell_at__isnull=True) | Q(tell_after__isnull=False), name="carer_told_after_some_time"
            ),
        ]

    def __str__(self) -> str:
        return str(self.pk)

    @property
    def can_be_mailed(self) -> bool:
        """Once: whoever mistyped the address makes a new invitation, and the old one works no more."""
        return self.token is not None and self.mailed_at is None

    @property
    def is_open(self) -> bool:
        return self.accepted_at is not None and self.ended_at is None


class CarerViewQuerySet(models.QuerySet):
    def owned_by(self, user: "User | AnonymousUser") -> Self:
        """Looks at a person's own things, for that person."""
        return self.filter(link__owner_id=user.pk) if user.pk else self.none()


class CarerView(models.Model):
    """One look of a carer at one part. Written before the part is shown."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    link = models.ForeignKey(CarerLink, models.CASCADE, related_name="views")
    part = models.CharField(max_length=10, choices=CarerLink.Scope)
    at = models.DateTimeField()

    objects = CarerViewQuerySet.as_manager()

    class Meta:
        verbose_name = _("look of a carer")
        verbose_name_plural = _("looks of carers")
        ordering = ["-at", "-id"]
        indexes = [models.Index(fields=["link", "-at"], name="carer_view_by_time")]

    def __str__(self) -> str:
        return str(self.pk)


def invitation_key(link: CarerLink) -> str:
    """What the engine knows a mailed invitation by."""
    return f"carer:{link.pk}"
