"""Reading a private group as staff: asked for with a reason, agreed to by a second person, over after a while."""

import uuid
from datetime import timedelta
from typing import Any

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from groups.models.group import SupportGroup
from groups.models.thread import Thread
from portal.accounts.roles import ADMINISTRATORS, MODERATORS, SAFEGUARDING_LEADS
from portal.core.crypto import Sealed, SealedColumn

ANSWERED_WITHIN = timedelta(hours=24)  # a question that nobody answered by then is over
READERS = frozenset({MODERATORS, SAFEGUARDING_LEADS})
AGREEING = frozenset({SAFEGUARDING_LEADS, ADMINISTRATORS})


class BreakGlassQuerySet(models.QuerySet["BreakGlass"]):
    def visible_to(self, user: Any) -> "BreakGlassQuerySet":
        """The door: one's own, and all for those who may agree. It takes the role itself: being a superuser opens
        none."""
        if not user.is_authenticated or not user.is_active:
            return self.none()
        held = user.staff_roles.names
        if held & AGREEING:
            return self
        return self.filter(asked_by_id=user.pk) if held & READERS else self.none()

    def told_to_team(self) -> "BreakGlassQuerySet":
        """What a group knows of: openings that its moderators have been told of."""
        return self.filter(told_team_at__isnull=False)

    def live(self) -> "BreakGlassQuerySet":
        """Open at this moment."""
        return self.filter(agreed_at__isnull=False, ended_at=None, ends_at__gt=timezone.now())

    def of_group(self, slug: str) -> "BreakGlassQuerySet":
        return self.filter(thread=None, group__slug=slug)

    def of_thread(self, public_id: str) -> "BreakGlassQuerySet":
        return self._of(Thread.objects.filter(public_id=public_id))

    def of_post(self, public_id: str) -> "BreakGlassQuerySet":
        return self._of(Thread.objects.filter(posts__public_id=public_id))

    def of_picture(self, public_id: str) -> "BreakGlassQuerySet":
        return self._of(Thread.objects.filter(posts__picture__public_id=public_id))

    def _of(self, threads: models.QuerySet[Thread]) -> "BreakGlassQuerySet":
        """Those of the whole group of one thread, or of that thread alone."""
        return self.filter(Q(thread=None, group__in=threads.values("group")) | Q(thread__in=threads.values("pk")))


class BreakGlass(models.Model):
    class Why(models.TextChoices):
        DANGER = "danger", _("Somebody may be in danger")
        TEAM = "team", _("A worry about those who look after the group")
        COMPLAINT = "complaint", _("A complaint that cannot be answered otherwise")
        LAW = "law", _("A duty by law")

    class State(models.TextChoices):
        ASKED = "asked", _("Waits for a second person")
        LAPSED = "lapsed", _("Nobody answered in time")
        WITHDRAWN = "withdrawn", _("Taken back")
        REFUSED = "refused", _("Not agreed to")
        OPEN = "open", _("Open")
        OVER = "over", _("Over")
        ENDED = "ended", _("Ended early")

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    group = models.ForeignKey(SupportGroup, models.CASCADE, related_name="openings")
    thread = models.ForeignKey(Thread, models.CASCADE, null=True, blank=True, related_name="openings")
    asked_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="glass_asked")
    asked_at = models.DateTimeField(default=timezone.now, editable=False)
    why = models.CharField(max_length=10, choices=Why.choices)
    reason_sealed = SealedColumn(editable=False)
    minutes = models.PositiveSmallIntegerField()
    alone = models.BooleanField(default=False)  # opened by a Safeguarding lead without a second person
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="glass_decided"
    )
    agreed_at = models.DateTimeField(null=True, blank=True)
    refused_at = models.DateTimeField(null=True, blank=True)
    ends_at = models.DateTimeField(null=True, blank=True)
    ended_at = models.DateTimeField(null=True, blank=True)
    ended_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="+")
    pages_read = models.PositiveIntegerField(default=0)
    tell_team_at = models.DateTimeField(null=True, blank=True)
    told_team_at = models.DateTimeField(null=True, blank=True)
    reviewed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="glass_reviewed"
    )
    reviewed_at = models.DateTimeField(null=True, blank=True)
    was_right = models.BooleanField(null=True, blank=True)
    reminded_at = models.DateTimeField(null=True, blank=True)

    reason = Sealed("reason_sealed", purpose="safety")

    objects = BreakGlassQuerySet.as_manager()

    class Meta:
        verbose_name = _("opening of a private group")
        verbose_name_plural = _("openings of private groups")
        ordering = ["-asked_at"]
        constraints = [
            models.CheckConstraint(
                condition=Q(decided_by=None) | Q(asked_by=None) | ~Q(decided_by=F("asked_by")), name="glass_takes_two"
            ),
            models.CheckConstraint(
                condition=Q(reviewed_by=None) | Q(asked_by=None) | ~Q(reviewed_by=F("asked_by")),
                name="glass_reviewed_by_another",
            ),
            models.CheckConstraint(
                condition=Q(agreed_at=None) | Q(refused_at=None), name="glass_agreed_or_refused"
            ),
            models.CheckConstraint(
                condition=Q(agreed_at=None, ends_at=None)
                | Q(agreed_at__isnull=False, ends_at__lte=F("agreed_at") + timedelta(days=1)),
                name="glass_ends_within_a_day",
            ),
        ]  # fmt: skip
        indexes = [
            models.Index(
                fields=["asked_by", "ends_at"], condition=Q(agreed_at__isnull=False, ended_at=None), name="glass_live"
            ),
            models.Index(fields=["group", "-agreed_at"], name="glass_of_group"),
            models.Index(fields=["tell_team_at"], condition=Q(told_team_at=None), name="glass_to_tell"),
            models.Index(fields=["agreed_at"], condition=Q(alone=True, reviewed_at=None), name="glass_to_review"),
        ]

    def __str__(self) -> str:
        return str(self.pk)

    def get_absolute_url(self) -> str:
        from django.urls import reverse

        return reverse("groups:opening", args=[self.pk])

    @property
    def state(self) -> State:
        now, state = timezone.now(), self.State
        if self.refused_at is not None:
            return state.REFUSED
        if self.agreed_at is None or self.ends_at is None:
            if self.ended_at is not None:
                return state.WITHDRAWN
            return state.ASKED if self.asked_at + ANSWERED_WITHIN > now else state.LAPSED
        if self.ended_at is not None:
            return state.ENDED
        return state.OPEN if self.ends_at > now else state.OVER

    @property
    def state_name(self) -> Any:
        return self.state.label

    @property
    def is_open(self) -> bool:
        return self.state == self.State.OPEN

    @property
    def waits_for_review(self) -> bool:
        """Opened by one person alone, and nobody else has looked at it since."""
        return self.alone and self.reviewed_at is None
