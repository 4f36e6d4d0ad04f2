"""Posts are positions in a thread. What was said lies beside them, behind a door of its own (see post_text.py)."""

from collections.abc import Sequence
from typing import Any

from django.conf import settings
from django.db import models
from django.db.models import BooleanField, Case, Exists, F, OuterRef, Q, Subquery, Value, When
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from groups.models.blocks import unmet_voice
from groups.models.group import mine
from groups.models.handles import handle
from groups.models.notes import note_list, only_notes
from groups.models.settled import Settled
from groups.models.thread import Thread


class Shown(models.TextChoices):
    """What a viewer finds at a number. The table in docs/decisions/0002-post-states.md says who finds what."""

    SHOWN = "shown", _("Shown")
    WAITING = "waiting", _("Waiting for a moderator")
    HIDDEN = "hidden", _("Hidden by the moderation team")
    REMOVED = "removed", _("Removed by the moderation team")
    DELETED = "deleted", _("Taken down by its writer")
    MOVED = "moved", _("Moved to another thread")
    BLOCKED = "blocked", _("By someone you do not meet")


def no(value: Any = False) -> Value:
    return Value(value, output_field=BooleanField())


class PostQuerySet(models.QuerySet["Post"]):
    def visible_to(self, user: Any) -> Any:
        """The door: every number of every thread this user may read, each with

        `shown`: its state for this viewer (Shown); `open_words`: whether the words are theirs to read;
        `is_mine`, `name`, `badge`: who speaks, null unless the words are open.
        """
        rows: Any = self.filter(thread__in=Thread.objects.visible_to(user).order_by())
        if user.is_authenticated:
            is_mine = Settled(Q(voice__user_id=user.pk) & Q(voice__user__isnull=False), output_field=BooleanField())
            rows = rows.annotate(
                is_mine=is_mine,
                moderated=Settled(Exists(mine(user, "thread__group").moderating()), output_field=BooleanField()),
                unmet=unmet_voice(user, "voice"),
            )
        else:
            rows = rows.annotate(is_mine=no(), moderated=no(), unmet=no())
        shown = Case(
            When(removed_at__isnull=False, then=Value(Shown.REMOVED)),
            When(deleted_at__isnull=False, then=Value(Shown.DELETED)),
            When(moved_to__isnull=False, then=Value(Shown.MOVED)),
            When(hidden_at__isnull=False, then=Value(Shown.HIDDEN)),
            When(held_at__isnull=False, then=Value(Shown.WAITING)),
            When(Q(unmet=True, moderated=False), then=Value(Shown.BLOCKED)),
            default=Value(Shown.SHOWN),
            output_field=models.CharField(),
        )
        # The same as asking `shown`, said over the columns: five answers hang on it, and each repeats all of it in SQL.
        in_sight = Q(hidden_at=None, held_at=None)
        words = Q(removed_at=None, deleted_at=None, moved_to=None) & (
            Q(moderated=True) | (in_sight & Q(unmet=False)) | (~in_sight & Q(is_mine=True))
        )
        return (
            rows.annotate(shown=shown)
            .annotate(open_words=Settled(words, output_field=BooleanField()))
            .annotate(
                name=Case(When(open_words=True, then=F("voice__shown_name"))),
                badge=Case(When(open_words=True, then=F("voice__badge")), default=Value("")),
            )
        )

    def said(self) -> Any:
        """After the door: only what this viewer may read as it stands in the thread, for lists, search and digests."""
        return self.filter(shown=Shown.SHOWN)

    def with_words(self) -> Any:
        """After the door: adds `html`, `body` and `edit_number` where the words are open, and null elsewhere."""
        return self.annotate(
            html=Case(When(open_words=True, then=F("text__html"))),
            body=Case(When(open_words=True, then=F("text__body"))),
            edit_number=Case(When(open_words=True, then=F("text__edit_number"))),
        )

    def with_reasons(self) -> Any:
        """After the door: adds `hiding_reason`, what the tombstone of a hidden or removed post says."""
        reason = Hiding.objects.filter(post=OuterRef("pk"), lifted_at=None).order_by("-created_at").values("reason")[:1]
        return self.annotate(hiding_reason=Subquery(reason))


class Post(models.Model):
    thread = models.ForeignKey(Thread, models.CASCADE, related_name="posts")
    voice = models.ForeignKey("groups.ThreadVoice", models.RESTRICT, related_name="posts")
    number = models.PositiveIntegerField()
    public_id = models.SlugField(max_length=16, unique=True, default=handle, editable=False)
    form_key = models.CharField(max_length=32, null=True, unique=True, editable=False)  # one sending of one form
    reply_to = models.ForeignKey("self", models.SET_NULL, null=True, blank=True, related_name="replies")
    created_at = models.DateTimeField(default=timezone.now, editable=False)
    notes = note_list()
    team_notes = note_list()
    edited_at = models.DateTimeField(null=True, blank=True)
    held_at = models.DateTimeField(null=True, blank=True)
    hidden_at = models.DateTimeField(null=True, blank=True)
    removed_at = models.DateTimeField(null=True, blank=True)
    deleted_at = models.DateTimeField(null=True, blank=True)
    moved_to = models.ForeignKey("self", models.SET_NULL, null=True, blank=True, related_name="moved_from")

    # what the door and its companions add
    shown: str
    open_words: bool
    is_mine: bool
    name: str | None
    badge: str
    html: str | None
    body: str | None
    edit_number: int | None
    hiding_reason: str | None
    # what the reading of a page adds
    parts: list[Any]
    answers: "Post | None"
    answers_words: str
    may_undo: bool
    note_names: list[str]
    is_left_out: bool
    is_folded: bool
    is_veiled: bool
    is_kept: bool
    picture_told: dict[str, Any] | None
    picture_shown: Any
    reaction_counts: list[Any]
    guides_under: list[dict[str, str]]
    reacted: Sequence[Any]

    is_urgent = False  # for the answer to whoever just wrote it: not stored, never on anybody else's page

    objects = PostQuerySet.as_manager()

    class Meta:
        verbose_name = _("post")
        verbose_name_plural = _("posts")
        ordering = ["thread", "number"]
        constraints = [
            models.UniqueConstraint(fields=["thread", "number"], name="post_number_once_per_thread"),
            models.CheckConstraint(condition=only_notes("notes", "team_notes"), name="post_knows_its_notes"),
            models.CheckConstraint(condition=Q(number__gte=1), name="post_numbers_start_at_one"),
            models.CheckConstraint(condition=~Q(moved_to=F("id")), name="post_not_moved_to_itself"),
        ]
        indexes = [
            models.Index(fields=["thread", "created_at", "number"], name="post_by_time_in_thread"),
            models.Index(fields=["voice", "-number"], name="post_newest_of_voice"),
            models.Index(fields=["held_at"], condition=Q(held_at__isnull=False), name="post_waiting"),
            models.Index(fields=["deleted_at"], condition=Q(deleted_at__isnull=False), name="post_deleted"),
        ]

    def __str__(self) -> str:
        return self.public_id

    def get_absolute_url(self) -> str:
        from django.urls import reverse

        return reverse("groups:post", args=[self.public_id])

    @property
    def any_reaction(self) -> bool:
        return any(one.count for one in self.reacted)

    @property
    def more_reactions(self) -> bool:
        """Whether one of the last two still waits behind "more": they come forward once somebody gave them."""
        return any(not one.count and not one.mine for one in self.reacted[3:])


class Hiding(models.Model):
    """Who hid or removed a post, when and why. The reason is what the tombstone tells; readers never see the name."""

    class Act(models.TextChoices):
        HIDDEN = "hidden", _("Hidden")
        REMOVED = "removed", _("Removed")

    post = models.ForeignKey(Post, models.CASCADE, related_name="hidings")
    act = models.CharField(max_length=8, choices=Act.choices, default=Act.HIDDEN)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="hidings_made")
    reason = models.CharField(max_length=300)
    created_at = models.DateTimeField(default=timezone.now, editable=False)
    lifted_at = models.DateTimeField(null=True, blank=True)
    lifted_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="hidings_lifted"
    )

    class Meta:
        verbose_name = _("hiding of a post")
        verbose_name_plural = _("hidings of posts")
        constraints = [
            models.UniqueConstraint(
                fields=["post", "act"], condition=Q(lifted_at=None), name="hiding_in_force_once_per_post"
            )
        ]

    def __str__(self) -> str:
        return f"{self.act} {self.post_id}"
