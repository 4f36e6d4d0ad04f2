"""A thread, and the voices that speak in it: readers meet a voice, never an account."""

import uuid
from datetime import datetime
from typing import Any

from django.conf import settings
from django.contrib.postgres.expressions import ArraySubquery
from django.contrib.postgres.indexes import GinIndex
from django.contrib.postgres.search import SearchVector, SearchVectorField
from django.db import connection, models
from django.db.models import BooleanField, Exists, ExpressionWrapper, F, OuterRef, Q, Subquery, Value
from django.db.models.functions import Coalesce, Greatest
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from groups.models.blocks import unmet_voice
from groups.models.group import SupportGroup, glass_of, mine
from groups.models.handles import handle
from groups.models.notes import note_list, only_notes
from groups.models.settled import Settled


class ThreadQuerySet(models.QuerySet["Thread"]):
    def visible_to(self, user: Any) -> Any:
        """The door: threads of groups one may read. Hidden and waiting ones exist for their starter and for the
        group's moderators only. `by_someone_unmet` says that a block stands between the reader and the starter, and
        then `shown_title` is empty."""
        rows: Any = self.filter(group__in=SupportGroup.objects.readable_by(user))
        glass = glass_of(user)
        if glass is not None and glass.thread_id is not None:  # opened for one thread: its neighbours stay closed
            rows = rows.filter(~Q(group=glass.group_id) | Q(pk=glass.thread_id))
        if not user.is_authenticated:
            return rows.filter(hidden_at=None, held_at=None).annotate(
                by_someone_unmet=Value(False), shown_title=F("title"), mine=Value(False)
            )
        moderates = Settled(Exists(mine(user, "group").moderating()), output_field=BooleanField())
        return (
            rows.filter((Q(hidden_at=None) & Q(held_at=None)) | Q(starter__user_id=user.pk) | Q(moderates))
            .annotate(
                unmet_starter=unmet_voice(user, "starter"),
            )
            .annotate(
                by_someone_unmet=Settled(Q(unmet_starter=True) & ~Q(moderates), output_field=BooleanField()),
                mine=ExpressionWrapper(
                    Q(starter__user_id=user.pk) & Q(starter__user__isnull=False), output_field=BooleanField()
                ),
            )
            .annotate(
                shown_title=models.Case(
                    models.When(by_someone_unmet=True, then=Value("")),
                    default=F("title"),
                    output_field=models.CharField(),
                )
            )
        )

    def with_topics(self) -> Any:
        """Adds `topic_slugs`, what the group of each thread is about."""
        through = SupportGroup.topics.through.objects.filter(supportgroup_id=OuterRef("group_id"))
        return self.annotate(topic_slugs=ArraySubquery(through.values("healthtopic__slug")))

    def with_news_for(self, user: Any) -> Any:
        """Adds `seen_up_to`, the last number this member has read, and `news`, how many came after. For somebody who
        is not a member both are null: what one never followed is not news."""
        if not user.is_authenticated:
            null = Value(None, output_field=models.IntegerField(null=True))
            return self.annotate(seen_up_to=null, news=null)
        from groups.models.post import Post
        from groups.models.read_mark import ReadMark

        before = mine(user, "group").values("all_read_before")[:1]
        read = ReadMark.objects.filter(thread=OuterRef("pk"), user_id=user.pk).values("last_read_number")[:1]
        earlier = (
            Post.objects.filter(thread=OuterRef("pk"), created_at__lte=OuterRef("read_before"))
            .order_by("-created_at", "-number")
            .values("number")[:1]
        )
        loose: Any = self
        rows = loose.annotate(read_before=Subquery(before)).annotate(
            seen_up_to=models.Case(
                models.When(read_before=None, then=None),
                default=Greatest(Coalesce(Subquery(read), 0), Coalesce(Subquery(earlier), 0), F("quiet_number")),
                output_field=models.IntegerField(null=True),
            )
        )
        return rows.annotate(news=F("last_number") - F("seen_up_to"))


class Thread(models.Model):
    group = models.ForeignKey(SupportGroup, models.CASCADE, related_name="threads")
    public_id = models.SlugField(max_length=16, unique=True, default=handle, editable=False)
    key = models.SlugField(
        max_length=80, null=True, unique=True, editable=False,
        help_text=_("Names a thread that was loaded or imported, so that doing it again finds it."),
    )  # fmt: skip
    title = models.CharField(_("title"), max_length=140)
    # Every language's words as they are: what is asked for are beginnings of words (reads/asked_before.py).
    title_words = models.GeneratedField(
        expression=SearchVector("title", config="simple"), output_field=SearchVectorField(), db_persist=True
    )
    starter = models.ForeignKey("groups.ThreadVoice", models.SET_NULL, null=True, related_name="+")
    notes = note_list()
    team_notes = note_list()
    last_number = models.PositiveIntegerField(default=0, editable=False)
    posts_count = models.PositiveIntegerField(default=0, editable=False)
    # Up to here it was imported: nobody has that to catch up on, and nobody is told of it.
    quiet_number = models.PositiveIntegerField(default=0, db_default=0, editable=False)
    created_at = models.DateTimeField(default=timezone.now, editable=False)
    last_post_at = models.DateTimeField(default=timezone.now, editable=False)
    pinned_at = models.DateTimeField(null=True, blank=True)
    locked_at = models.DateTimeField(null=True, blank=True)
    hidden_at = models.DateTimeField(null=True, blank=True)
    held_at = models.DateTimeField(null=True, blank=True)
    mentors_asked_at = models.DateTimeField(null=True, blank=True, editable=False)
    merged_into = models.ForeignKey("self", models.SET_NULL, null=True, blank=True, related_name="merged_from")

    # what the door and its companions add
    by_someone_unmet: bool
    shown_title: str
    mine: bool
    topic_slugs: list[str]
    seen_up_to: int | None
    own_level: str | None
    news: int | None
    poll_told: dict[str, Any] | None
    # what the list of threads adds
    news_badge: str
    note_names: list[str]
    replies: int
    last_name: str
    last_words: str

    objects = ThreadQuerySet.as_manager()

    class Meta:
        verbose_name = _("thread")
        verbose_name_plural = _("threads")
        constraints = [
            models.CheckConstraint(condition=~Q(title=""), name="thread_has_a_title"),
            models.CheckConstraint(condition=only_notes("notes", "team_notes"), name="thread_knows_its_notes"),
        ]
        indexes = [
            models.Index(fields=["group", "-last_post_at", "-id"], name="thread_newest_in_group"),
            GinIndex(fields=["title_words"], name="thread_title_words"),
            models.Index(fields=["-last_post_at", "-id"], name="thread_newest"),
            models.Index(fields=["group"], condition=Q(pinned_at__isnull=False), name="thread_pinned_in_group"),
            models.Index(fields=["created_at"], condition=Q(mentors_asked_at=None), name="thread_mentors_not_asked"),
        ]

    def __str__(self) -> str:
        return self.public_id

    def get_absolute_url(self) -> str:
        from django.urls import reverse

        return reverse("groups:thread", args=[self.public_id])

    def take_number(self, at: datetime) -> int:
        """The next number of this thread. The row stays locked until the transaction ends, so numbers are handed out
        in the order in which posts become visible, without holes. Whether it is locked or hidden is read anew."""
        with connection.cursor() as cursor:
            cursor.execute(
                "UPDATE groups_thread SET last_number = last_number + 1, posts_count = posts_count + 1,"
                " last_post_at = GREATEST(last_post_at, %s) WHERE id = %s"
                " RETURNING last_number, locked_at, hidden_at",
                [at, self.pk],
            )
            self.last_number, self.locked_at, self.hidden_at = cursor.fetchone()
        return self.last_number


class ThreadVoice(models.Model):
    """One person in one thread. Erasing the person leaves the voice with another name and nobody behind it."""

    class Badge(models.TextChoices):
        NONE = "", _("None")
        CARER = "carer", _("Carer")
        MENTOR = "mentor", _("Mentor")
        FACILITATOR = "facilitator", _("Facilitator")
        MODERATOR = "moderator", _("Moderator")
        CLINICIAN = "clinician", _("Verified clinician")
        REMEMBERED = "remembered", _("In memory")
        IMPORTED = "imported", _("From an earlier forum")

    thread = models.ForeignKey(Thread, models.CASCADE, related_name="voices")
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="thread_voices"
    )
    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    shown_name = models.CharField(max_length=60)
    is_alias = models.BooleanField(default=False, db_default=False)
    badge = models.CharField(max_length=12, choices=Badge.choices, blank=True, default=Badge.NONE)

    class Meta:
        verbose_name = _("voice in a thread")
        verbose_name_plural = _("voices in threads")
        constraints = [
            models.UniqueConstraint(
                fields=["thread", "user"], condition=Q(user__isnull=False), name="voice_once_per_thread"
            ),
            models.UniqueConstraint(fields=["thread", "shown_name"], name="voice_name_once_per_thread"),
            models.CheckConstraint(condition=~Q(shown_name=""), name="voice_has_a_name"),
        ]
        indexes = [models.Index(fields=["user", "thread"], name="voice_of_user")]

    def __str__(self) -> str:
        return self.shown_name
