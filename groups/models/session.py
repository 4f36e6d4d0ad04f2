"""Sessions: an hour that a group keeps together, and what each person answered about it."""

import uuid
from typing import Any

from django.conf import settings
from django.core.validators import MinValueValidator
from django.db import models
from django.db.models import Case, F, OuterRef, Q, Subquery, When
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from groups.models.group import SupportGroup, mine
from groups.models.handles import handle


class SessionQuerySet(models.QuerySet["Session"]):
    def visible_to(self, user: Any) -> Any:
        """The door: sessions of groups this user may read. `my_answer` is what they said (null: nothing, or not
        signed in); `open_place`, where it is held, is for members alone and null for others."""
        rows: Any = self.filter(group__in=SupportGroup.objects.readable_by(user))
        nothing = models.Value(None, output_field=models.CharField(null=True))
        if not user.is_authenticated:
            return rows.annotate(my_answer=nothing, open_place=nothing)
        answer = SessionAnswer.objects.filter(session=OuterRef("pk"), user_id=user.pk).values("answer")[:1]
        return rows.annotate(
            my_answer=Subquery(answer),
            open_place=Case(When(models.Exists(mine(user, "group")), then=F("place")), default=nothing),
        )

    def to_come(self) -> Any:
        """After the door: not over and not called off, the next one first."""
        return self.filter(ends_at__gt=timezone.now(), cancelled_at=None).order_by("starts_at", "pk")

    def attended_by(self, user: Any) -> Any:
        """After the door: those to which this person said yes or perhaps."""
        going = SessionAnswer.objects.filter(user_id=user.pk, answer__in=SessionAnswer.GOING)
        return self.filter(pk__in=going.values("session"))

    def with_counts(self) -> Any:
        """Adds `coming`, how many said yes and have a place."""
        yes = SessionAnswer.objects.filter(session=OuterRef("pk"), answer=SessionAnswer.Answer.YES).order_by()
        count = yes.values("session").annotate(number=models.Count("*")).values("number")
        return self.annotate(coming=models.functions.Coalesce(Subquery(count), 0))


class Session(models.Model):
    class Kind(models.TextChoices):
        MEETING = "meeting", _("Meeting")
        WORKSHOP = "workshop", _("Workshop")
        WELLNESS = "wellness", _("Wellness activity")

    group = models.ForeignKey(SupportGroup, models.CASCADE, related_name="sessions")
    public_id = models.SlugField(max_length=16, unique=True, default=handle, editable=False)
    kind = models.CharField(_("what kind"), max_length=8, choices=Kind.choices, default=Kind.MEETING)
    title = models.CharField(_("title"), max_length=120)
    about = models.TextField(_("what it is about"), blank=True)
    starts_at = models.DateTimeField(_("starts"))
    ends_at = models.DateTimeField(_("ends"))
    time_zone = models.CharField(_("time zone"), max_length=64)
    place = models.CharField(_("where"), max_length=300, blank=True)
    places = models.PositiveIntegerField(_("places"), null=True, blank=True, validators=[MinValueValidator(1)])
    facilitator = models.CharField(_("who leads it"), max_length=80, blank=True)
    made_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="sessions_made")
    revision = models.PositiveIntegerField(default=0, editable=False)
    cancelled_at = models.DateTimeField(null=True, blank=True)
    summary = models.TextField(_("what was said, in short"), blank=True)
    created_at = models.DateTimeField(default=timezone.now, editable=False)

    # what the door and its companions add
    my_answer: str | None
    open_place: str | None
    coming: int

    objects = SessionQuerySet.as_manager()

    class Meta:
        verbose_name = _("session")
        verbose_name_plural = _("sessions")
        ordering = ["starts_at", "pk"]
        constraints = [
            models.CheckConstraint(condition=Q(ends_at__gt=F("starts_at")), name="session_ends_after_it_starts"),
            models.CheckConstraint(condition=~Q(title=""), name="session_has_a_title"),
            models.CheckConstraint(condition=Q(places=None) | Q(places__gte=1), name="session_has_a_place"),
        ]
        indexes = [models.Index(fields=["group", "starts_at"], name="session_of_group_by_time")]

    def __str__(self) -> str:
        return self.public_id

    def get_absolute_url(self) -> str:
        from django.urls import reverse

        return reverse("groups:session", args=[self.public_id])

    @property
    def is_over(self) -> bool:
        return self.ends_at <= timezone.now()

    @property
    def is_open(self) -> bool:
        """Whether one may still say yes or no."""
        return self.cancelled_at is None and not self.is_over


class SessionAnswerQuerySet(models.QuerySet["SessionAnswer"]):
    def owned_by(self, user: Any) -> "SessionAnswerQuerySet":
        """The door: what one answered oneself."""
        return self.filter(user_id=user.pk) if user.is_authenticated else self.none()

    def visible_to(self, user: Any) -> Any:
        """The door of the team: who comes to the sessions of groups that one leads."""
        if not user.is_authenticated:
            return self.none()
        return self.filter(models.Exists(mine(user, "session__group").leading()))


class SessionAnswer(models.Model):
    class Answer(models.TextChoices):
        YES = "yes", _("I am coming")
        PERHAPS = "perhaps", _("Perhaps")
        NO = "no", _("I cannot come")
        WAITING = "waiting", _("Waiting for a place")

    GOING = (Answer.YES, Answer.PERHAPS)

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    session = models.ForeignKey(Session, models.CASCADE, related_name="answers")
    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="session_answers")
    answer = models.CharField(max_length=8, choices=Answer.choices)
    answered_at = models.DateTimeField(default=timezone.now)

    objects = SessionAnswerQuerySet.as_manager()

    class Meta:
        verbose_name = _("answer to a session")
        verbose_name_plural = _("answers to sessions")
        constraints = [models.UniqueConstraint(fields=["session", "user"], name="session_answered_once")]
        indexes = [models.Index(fields=["user", "answer"], name="session_answer_of_user")]

    def __str__(self) -> str:
        return f"{self.session_id}: {self.answer}"
