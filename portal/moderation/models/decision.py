"""What a moderator decided, why, and the way back."""

import uuid
from typing import Any

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from portal.core.crypto import Sealed, SealedColumn
from portal.moderation.bands import Reason
from portal.moderation.ladder import Step, is_step

NO_ACTION = "no_action"
UPHOLD = "uphold"
OVERTURN = "overturn"


class DecisionQuerySet(models.QuerySet["Decision"]):
    def owned_by(self, user: Any) -> "DecisionQuerySet":
        """The door for the person a decision is about: only decisions they were told of."""
        return self.filter(author=user, told_author=True) if user.is_authenticated else self.none()

    def visible_to(self, user: Any) -> "DecisionQuerySet":
        """The door for moderators: decisions of cases they may see."""
        from portal.moderation.models.case import Case

        return self.filter(case__in=Case.objects.visible_to(user).order_by())

    def in_force(self) -> "DecisionQuerySet":
        """Not taken back, and not over."""
        return self.filter(Q(expires_at=None) | Q(expires_at__gt=timezone.now()), undone_at=None)

    def steps(self) -> "DecisionQuerySet":
        """Those about the person, not about a thing."""
        return self.filter(act__in=Step.values)


class Decision(models.Model):
    """One act on one case. The author sees "Moderation team" and the case number; auditors see the person."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    case = models.ForeignKey("moderation.Case", models.PROTECT, related_name="decisions")
    act = models.CharField(max_length=20)
    reason = models.CharField(max_length=12, choices=Reason.choices)
    decider = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    author = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+")
    told_author = models.BooleanField(default=False)
    evidence = models.ForeignKey("moderation.Evidence", models.PROTECT, null=True, blank=True, related_name="+")
    created_at = models.DateTimeField(default=timezone.now, editable=False)
    expires_at = models.DateTimeField(null=True, blank=True)
    resent_at = models.DateTimeField(null=True, blank=True)
    undone_at = models.DateTimeField(null=True, blank=True)
    undone_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+")
    message_sealed = SealedColumn(null=True)
    message = Sealed("message_sealed", purpose="safety")
    trace_sealed = SealedColumn(null=True)
    trace = Sealed("trace_sealed", purpose="safety")  # what the house needs to find the way back

    objects = DecisionQuerySet.as_manager()

    class Meta:
        verbose_name = _("decision")
        verbose_name_plural = _("decisions")
        ordering = ["-created_at", "id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(undone_at=None, undone_by=None) | Q(undone_at__isnull=False, undone_by__isnull=False),
                name="decision_undone_by_somebody",
            ),
            models.CheckConstraint(
                condition=~Q(act__in=Step.values) | Q(expires_at__isnull=False), name="decision_on_a_person_ends"
            ),
        ]
        indexes = [models.Index(fields=["author", "-created_at"], name="decision_of_author")]

    def __str__(self) -> str:
        return f"{self.act} {self.pk}"

    def get_absolute_url(self) -> str:
        from django.urls import reverse

        return reverse("moderation:decision", args=[self.pk])

    @property
    def changed_something(self) -> bool:
        return self.act not in {NO_ACTION, UPHOLD, OVERTURN}

    @property
    def is_step(self) -> bool:
        """Whether it is about the person."""
        return is_step(self.act)
