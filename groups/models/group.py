"""A support group, and who may know, look, read and come in: four separate fields, never one "private" flag."""

import uuid
from typing import Any

from django.contrib.postgres.fields import ArrayField
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import Exists, OuterRef, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from groups.models.review import FIRST_POSTS, usual_answers
from portal.core.hours import Hours, parse_hours


def english() -> list[str]:
    return ["en"]


class SupportGroupQuerySet(models.QuerySet["SupportGroup"]):
    """Membership decides beside the group's own setting; a staff role decides nothing here. Staff who break the glass
    carry what they opened with them, for the one page they read under it (docs/decisions/0016-break-glass.md)."""

    def _for(self, user: Any, setting: str) -> "SupportGroupQuerySet":
        everyone = Q(**{setting: SupportGroup.Audience.EVERYONE})
        if not user.is_authenticated or user.is_suspended:
            return self.filter(everyone)
        open_to_them = everyone | Q(**{setting: SupportGroup.Audience.SIGNED_IN}) | Q(Exists(mine(user, "pk")))
        glass = glass_of(user)
        return self.filter(open_to_them if glass is None else open_to_them | Q(pk=glass.group_id))

    def visible_to(self, user: Any) -> "SupportGroupQuerySet":
        """The door to knowing: groups of which this user may know that they exist."""
        return self._for(user, "known_to")

    def readable_by(self, user: Any) -> "SupportGroupQuerySet":
        """The door to reading: groups whose threads this user may read."""
        return self._for(user, "read_by")

    def moderated_by(self, user: Any) -> "SupportGroupQuerySet":
        """Groups in which this user moderates as a member. A site-wide staff role does not count."""
        if not user.is_authenticated:
            return self.none()
        return self.filter(Exists(mine(user, "pk").moderating()))


def glass_of(user: Any) -> Any | None:
    """The opening under which this very page is read; None for nearly everybody. No query."""
    return getattr(user, "glass", None)


def mine(user: Any, group: str) -> Any:
    """The user's present membership of the group that `group` names in the outer query. None counts while the groups
    are closed to them."""
    from groups.models.membership import Membership

    if user.is_suspended:
        return Membership.objects.none()
    return Membership.objects.present().filter(group=OuterRef(group), user_id=user.pk)


class SupportGroup(models.Model):
    class Audience(models.TextChoices):
        EVERYONE = "everyone", _("Everyone, also signed out")
        SIGNED_IN = "signed_in", _("Everyone who is signed in")
        MEMBERS = "members", _("Members")
        MODERATORS = "moderators", _("Moderators of the group")

    class Entry(models.TextChoices):
        OPEN = "open", _("Anyone may join")
        REQUEST = "request", _("A moderator lets you in")
        INVITATION = "invitation", _("By invitation")

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    key = models.SlugField(
        _("opening key"), max_length=80, null=True, blank=True, unique=True, editable=False,
        help_text=_("Names a group of the opening content, so that loading it again finds it."),
    )  # fmt: skip
    slug = models.SlugField(_("address"), max_length=80, unique=True)
    name = models.CharField(_("name"), max_length=80)
    summary = models.CharField(_("one line"), max_length=200)
    description = models.TextField(_("description"), blank=True)
    known_to = models.CharField(
        _("who may know that it exists"),
        max_length=10,
        choices=[choice for choice in Audience.choices if choice[0] != "moderators"],
        default=Audience.EVERYONE,
    )
    members_seen_by = models.CharField(
        _("who may see its members"), max_length=10, choices=Audience.choices, default=Audience.MEMBERS
    )
    read_by = models.CharField(
        _("who may read"),
        max_length=10,
        choices=[choice for choice in Audience.choices if choice[0] != "moderators"],
        default=Audience.EVERYONE,
    )
    join_by = models.CharField(_("how people come in"), max_length=10, choices=Entry.choices, default=Entry.OPEN)
    join_question = models.TextField(
        _("questions for people who ask to join, one on a line"), max_length=1000, blank=True,
        help_text=_("At most five. Only the moderators of the group read the answers, which are stored sealed."),
    )  # fmt: skip
    allows_other_names = models.BooleanField(
        _("people may write under another name"), default=False, db_default=False,
        help_text=_("Chosen at the first post in a thread. Nobody can tell who it is, but two moderators together."),
    )  # fmt: skip
    allows_pictures = models.BooleanField(_("people may add pictures"), default=True, db_default=True)
    staffed_hours = models.TextField(
        _("when moderators are there"), blank=True, default="", db_default="",
        help_text=_("One line for each stretch, for example Mon-Fri 18:00-21:00. Empty: no promise is made."),
    )  # fmt: skip
    staffed_zone = models.CharField(
        _("in the time zone"), max_length=64, default="Europe/London", db_default="Europe/London"
    )
    answer_within = models.PositiveSmallIntegerField(
        _("hours until mentors are told of a thread without an answer"), default=24, db_default=24,
        validators=[MinValueValidator(1), MaxValueValidator(14 * 24)],
    )  # fmt: skip
    for_carers = models.BooleanField(_("made for carers"), default=False)
    languages = ArrayField(models.CharField(max_length=16), verbose_name=_("languages"), default=english)
    topics = models.ManyToManyField(
        "vocabulary.HealthTopic", verbose_name=_("health topics"), related_name="support_groups", blank=True
    )
    rules_version = models.PositiveIntegerField(
        default=0,
        editable=False,
        help_text=_("The newest rules that members must have agreed to before they write."),
    )
    members_count = models.PositiveIntegerField(default=0, editable=False)
    created_at = models.DateTimeField(default=timezone.now, editable=False)
    first_posts = models.PositiveSmallIntegerField(default=FIRST_POSTS, db_default=FIRST_POSTS, editable=False)
    review_answers = models.JSONField(default=usual_answers, db_default={}, editable=False)  # models/review.py
    closed_at = models.DateTimeField(_("closed to writing"), null=True, blank=True)

    waiting: list[Any]  # what `with_requests` adds
    rules_text: str | None  # what `with_rules` adds

    objects = SupportGroupQuerySet.as_manager()

    class Meta:
        verbose_name = _("support group")
        verbose_name_plural = _("support groups")
        ordering = ["name"]
        constraints = [
            models.CheckConstraint(
                condition=Q(known_to="everyone")
                | (Q(known_to="signed_in") & Q(read_by__in=["signed_in", "members"]))
                | (Q(known_to="members") & Q(read_by="members")),
                name="group_readers_may_know_it",
            ),
            models.CheckConstraint(
                condition=~Q(known_to="members") | Q(join_by="invitation"), name="group_unknown_only_by_invitation"
            ),
            models.CheckConstraint(
                condition=~Q(known_to="members") | Q(members_seen_by__in=["members", "moderators"]),
                name="group_unknown_members_unseen",
            ),
            models.CheckConstraint(condition=~Q(name=""), name="group_has_a_name"),
        ]
        indexes = [models.Index(fields=["known_to", "name"], name="group_known_by_name")]

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        from django.urls import reverse

        return reverse("groups:group", args=[self.slug])

    def address_without_name(self, page: str = "") -> str:
        """For mails: it leads to the group, or to its page "join" or "openness", and says nothing of what the group is
        about."""
        from django.urls import reverse

        return reverse(f"groups:unnamed_{page}" if page else "groups:unnamed", args=[self.uuid])

    @property
    def questions(self) -> list[str]:
        """What people are asked who would like to come in."""
        return [line.strip() for line in self.join_question.splitlines() if line.strip()][:5]

    @property
    def hours(self) -> Hours | None:
        """When its moderators are there, where they said so."""
        try:
            hours = parse_hours(self.staffed_hours, self.staffed_zone)
        except ValueError:
            return None
        return hours if hours.spans else None

    @property
    def is_for_everyone(self) -> bool:
        """Readable signed out, so contact details in it would be public."""
        return self.read_by == self.Audience.EVERYONE

    @property
    def is_secret(self) -> bool:
        """Not everyone may know it: its name stays out of subjects, previews and logs."""
        return self.known_to != self.Audience.EVERYONE


class GroupRules(models.Model):
    """The ground rules of a group, one row a version; a material change asks members again before their next post."""

    group = models.ForeignKey(SupportGroup, models.CASCADE, related_name="rules")
    version = models.PositiveIntegerField()
    text = models.TextField(_("rules, one on a line"))
    is_material = models.BooleanField(_("members must agree again"), default=True)
    published_at = models.DateTimeField(default=timezone.now)

    class Meta:
        verbose_name = _("ground rules")
        verbose_name_plural = _("ground rules")
        ordering = ["group", "-version"]
        constraints = [
            models.UniqueConstraint(fields=["group", "version"], name="group_rules_once_per_version"),
            models.CheckConstraint(condition=Q(version__gte=1), name="group_rules_count_from_one"),
        ]

    def __str__(self) -> str:
        return f"{self.group_id}, version {self.version}"

    @property
    def lines(self) -> list[str]:
        return [line.strip() for line in self.text.splitlines() if line.strip()]
