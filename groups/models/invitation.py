"""An invitation: a link that lets some people in until a day, or one person by e-mail. The only way into a hidden
group."""

import uuid
from typing import Any

from django.conf import settings
from django.db import models
from django.db.models import Exists, F, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from groups.models.group import mine
from portal.core.crypto import Sealed, SealedColumn


class InvitationQuerySet(models.QuerySet["Invitation"]):
    def visible_to(self, user: Any) -> "InvitationQuerySet":
        """The door: invitations into groups that one moderates."""
        if not user.is_authenticated:
            return self.none()
        return self.filter(Exists(mine(user, "group").moderating()))

    def good(self) -> "InvitationQuerySet":
        """Those that still let somebody in."""
        return self.filter(revoked_at=None, expires_at__gt=timezone.now(), used__lt=F("most"))


class Invitation(models.Model):
    """`address` is where it was mailed, sealed: it may belong to somebody who never answers."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    group = models.ForeignKey("groups.SupportGroup", models.CASCADE, related_name="invitations")
    made_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="invitations_made"
    )
    by_mail = models.BooleanField(default=False)
    address_sealed = SealedColumn(null=True, editable=False)
    most = models.PositiveIntegerField(_("how many people it lets in"), default=1)
    used = models.PositiveIntegerField(_("how many came in by it"), default=0)
    created_at = models.DateTimeField(default=timezone.now, editable=False)
    expires_at = models.DateTimeField(_("good until"))
    revoked_at = models.DateTimeField(_("taken back"), null=True, blank=True)

    url: str  # what the page of invitations adds

    address = Sealed("address_sealed")

    objects = InvitationQuerySet.as_manager()

    class Meta:
        verbose_name = _("invitation")
        verbose_name_plural = _("invitations")
        ordering = ["-created_at"]
        constraints = [
            models.CheckConstraint(condition=Q(most__gte=1), name="invitation_lets_somebody_in"),
            models.CheckConstraint(condition=Q(used__lte=F("most")), name="invitation_lets_no_more_in"),
            models.CheckConstraint(condition=Q(by_mail=False) | Q(most=1), name="invitation_by_mail_is_for_one"),
        ]
        indexes = [models.Index(fields=["group", "created_at"], name="invitation_of_group")]

    def __str__(self) -> str:
        return str(self.pk)

    @property
    def is_good(self) -> bool:
        return self.revoked_at is None and self.expires_at > timezone.now() and self.used < self.most
