"""Who belongs to a group, and as what. Never Django's own groups: those are staff roles."""

import uuid
from typing import Any

from django.conf import settings
from django.db import models
from django.db.models import Func, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from groups.models.follow import Level


class MembershipQuerySet(models.QuerySet["Membership"]):
    def present(self) -> "MembershipQuerySet":
        """Those who have neither left nor been removed."""
        return self.filter(left_at=None, removed_at=None)

    def moderating(self) -> "MembershipQuerySet":
        return self.filter(role__in=Membership.MODERATING)

    def leading(self) -> "MembershipQuerySet":
        """Those who may hold sessions: facilitators, and whoever moderates."""
        return self.filter(role__in=Membership.LEADING)

    def helping(self) -> "MembershipQuerySet":
        """Those who look out for people: mentors, and whoever leads."""
        return self.filter(role__in=Membership.HELPING)

    def owned_by(self, user: Any) -> "MembershipQuerySet":
        """The door for a person's own memberships; closed while the groups are closed to them."""
        if not user.is_authenticated or user.is_suspended:
            return self.none()
        return self.present().filter(user_id=user.pk)

    def visible_to(self, user: Any) -> "MembershipQuerySet":
        """The door to a group's members: who may see them is a setting of the group, apart from who may read."""
        from groups.models.group import SupportGroup, mine

        audience = SupportGroup.Audience
        everyone = Q(group__members_seen_by=audience.EVERYONE)
        if not user.is_authenticated:
            return self.present().filter(everyone)
        own = models.Exists(mine(user, "group"))
        moderates = models.Exists(mine(user, "group").moderating())
        return self.present().filter(
            everyone
            | Q(group__members_seen_by=audience.SIGNED_IN)
            | (Q(group__members_seen_by=audience.MEMBERS) & Q(own))
            | Q(moderates)
            | Q(user_id=user.pk)
        )


class Membership(models.Model):
    class Role(models.TextChoices):
        MEMBER = "member", _("Member")
        MENTOR = "mentor", _("Mentor")
        FACILITATOR = "facilitator", _("Facilitator")
        MODERATOR = "moderator", _("Moderator")
        SAFEGUARDING_LEAD = "safeguarding_lead", _("Safeguarding lead")
        AUDITOR = "auditor", _("Auditor")

    MODERATING = (Role.MODERATOR, Role.SAFEGUARDING_LEAD)
    LEADING = (Role.FACILITATOR, *MODERATING)
    HELPING = (Role.MENTOR, *LEADING)
    WITHOUT_PLACE = (*LEADING, Role.AUDITOR)  # they look after a cohort and take none of its places

    uuid = models.UUIDField(
        default=uuid.uuid4, db_default=Func(function="gen_random_uuid"), unique=True, editable=False
    )  # fmt: skip
    group = models.ForeignKey("groups.SupportGroup", models.CASCADE, related_name="memberships")
    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="memberships")
    role = models.CharField(_("role"), max_length=20, choices=Role.choices, default=Role.MEMBER)
    joined_at = models.DateTimeField(_("joined"), default=timezone.now)
    left_at = models.DateTimeField(_("left"), null=True, blank=True)
    removed_at = models.DateTimeField(_("removed"), null=True, blank=True)
    removed_until = models.DateTimeField(_("may not come back before"), null=True, blank=True)
    muted_until = models.DateTimeField(_("may only read until"), null=True, blank=True)
    reviewed_until = models.DateTimeField(_("posts wait for a moderator until"), null=True, blank=True)
    all_read_before = models.DateTimeField(_("everything earlier counts as read"), default=timezone.now)
    rules_version_agreed = models.PositiveIntegerField(_("rules agreed to"), default=0)
    follow = models.CharField(
        _("how much to tell"), max_length=8, choices=Level.choices, default=Level.REPLIES, db_default=Level.REPLIES
    )
    pace_started_at = models.DateTimeField(null=True, blank=True, editable=False)
    # Null: from before it was counted, and long past the first posts. models/review.py
    posts_written = models.PositiveIntegerField(null=True, default=0, editable=False)
    pace_posts = models.PositiveSmallIntegerField(default=0, editable=False)

    news: str  # what the directory adds
    said: str  # what the page of people adds, with whether they are a verified clinician
    clinician: bool

    objects = MembershipQuerySet.as_manager()

    class Meta:
        verbose_name = _("membership")
        verbose_name_plural = _("memberships")
        constraints = [
            models.UniqueConstraint(fields=["group", "user"], name="membership_once_per_group"),
            models.CheckConstraint(condition=Q(left_at=None) | Q(removed_at=None), name="membership_left_or_removed"),
            models.CheckConstraint(
                condition=Q(removed_until=None) | Q(removed_at__isnull=False), name="membership_removal_with_an_end"
            ),
            models.CheckConstraint(condition=Q(follow__in=Level.values), name="membership_follow_level_is_known"),
        ]
        indexes = [
            models.Index(
                fields=["user", "group"], condition=Q(left_at=None, removed_at=None), name="membership_present"
            ),
            models.Index(
                fields=["group", "role"],
                condition=Q(left_at=None, removed_at=None) & ~Q(role="member"),
                name="membership_with_a_role",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.user_id} in {self.group_id}"

    @property
    def is_present(self) -> bool:
        return self.left_at is None and self.removed_at is None

    @property
    def moderates(self) -> bool:
        return self.is_present and self.role in self.MODERATING

    @property
    def leads(self) -> bool:
        return self.is_present and self.role in self.LEADING

    @property
    def helps(self) -> bool:
        return self.is_present and self.role in self.HELPING
