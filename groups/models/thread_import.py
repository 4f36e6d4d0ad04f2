"""Bringing threads of another forum in: one row for each file, and what became of each thread, post and writer."""

import uuid
from typing import Any

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from groups.models.group import SupportGroup
from groups.models.post import Post
from groups.models.thread import Thread, ThreadVoice
from portal.core.parts import SealedPart


class ThreadImportQuerySet(models.QuerySet["ThreadImport"]):
    def open(self) -> "ThreadImportQuerySet":
        return self.filter(state__in=ThreadImport.OPEN)

    def at_work(self) -> "ThreadImportQuerySet":
        """What a worker has to do something about."""
        return self.filter(state__in=[ThreadImport.State.TO_CHECK, ThreadImport.State.TO_RUN])


class ThreadImport(models.Model):
    """One file. It is read and checked first; somebody looks at what that found and starts it. A worker that takes it
    holds `token` until `lease_until`; `position` says how many threads are done, so another one goes on from there."""

    class State(models.TextChoices):
        TO_CHECK = "to_check", _("being checked")
        CHECKED = "checked", _("checked, not started")
        TO_RUN = "to_run", _("running")
        DONE = "done", _("done")
        REFUSED = "refused", _("the file cannot be read")
        DROPPED = "dropped", _("called off")

    OPEN = (State.TO_CHECK, State.CHECKED, State.TO_RUN)

    class Markup(models.TextChoices):
        DISCOURSE = "discourse", _("Discourse (Markdown with tags in square brackets)")
        SMALL = "small", _("Plain or small Markdown")

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    group = models.ForeignKey(SupportGroup, models.CASCADE, verbose_name=_("group"), related_name="imports")
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, verbose_name=_("asked for by"),
        related_name="+",
    )  # fmt: skip
    source = models.SlugField(
        _("where it comes from"), max_length=100,
        help_text=_("A short name that stays the same, such as old-forum: by it a second run knows what is here."),
    )  # fmt: skip
    markup = models.CharField(_("how words are written"), max_length=10, choices=Markup.choices)
    zone = models.CharField(
        _("time zone"), max_length=64, default="UTC", help_text=_("For moments in the file that name none.")
    )
    digest = models.CharField(_("SHA-256 of the file"), max_length=64)
    size = models.PositiveIntegerField(_("bytes"))
    state = models.CharField(_("state"), max_length=10, choices=State.choices, default=State.TO_CHECK)
    made_at = models.DateTimeField(_("asked for"), default=timezone.now)
    done_at = models.DateTimeField(_("done"), null=True, blank=True)
    attempts = models.PositiveSmallIntegerField(default=0)
    token = models.UUIDField(null=True, blank=True)
    lease_until = models.DateTimeField(null=True, blank=True)
    threads_total = models.PositiveIntegerField(_("threads in the file"), default=0)
    posts_total = models.PositiveIntegerField(_("posts in the file"), default=0)
    position = models.PositiveIntegerField(_("threads looked at"), default=0)
    threads_new = models.PositiveIntegerField(_("new threads"), default=0)
    posts_new = models.PositiveIntegerField(_("new posts"), default=0)
    posts_known = models.PositiveIntegerField(_("posts that were here"), default=0)
    posts_held = models.PositiveIntegerField(_("posts that wait for a moderator"), default=0)
    posts_seen_to = models.PositiveIntegerField(_("posts for a moderator to look at"), default=0)
    flawed = models.PositiveIntegerField(_("left out because of a mistake"), default=0)
    flaws = models.JSONField(default=list, blank=True)
    changes = models.JSONField(default=list, blank=True)
    refusal = models.CharField(_("why not"), max_length=300, blank=True)

    objects = ThreadImportQuerySet.as_manager()

    class Meta:
        verbose_name = _("import of threads")
        verbose_name_plural = _("imports of threads")
        ordering = ["-made_at", "-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["group", "source", "digest"], condition=Q(state__in=["to_check", "checked", "to_run"]),
                name="thread_import_open_once_per_file",
            ),
        ]  # fmt: skip
        indexes = [
            models.Index(
                fields=["made_at"], condition=Q(state__in=["to_check", "to_run"]), name="thread_import_to_work_on"
            )
        ]

    def __str__(self) -> str:
        return f"{self.source}, {self.made_at:%Y-%m-%d %H:%M}"

    @property
    def is_at_work(self) -> bool:
        return self.state in {self.State.TO_CHECK, self.State.TO_RUN}

    @property
    def percent(self) -> int:
        return 100 * self.position // self.threads_total if self.threads_total else 0


class ThreadImportPart(SealedPart):
    owner = models.ForeignKey(ThreadImport, models.CASCADE, related_name="parts")

    class Meta:
        verbose_name = _("part of a file of threads")
        verbose_name_plural = _("parts of files of threads")
        constraints = [models.UniqueConstraint(fields=["owner", "number"], name="thread_import_part_once")]


class ImportedThread(models.Model):
    """Which thread one of another forum became. `source` and `foreign_id` name it for good."""

    group = models.ForeignKey(SupportGroup, models.CASCADE, related_name="+")
    source = models.CharField(max_length=100)
    foreign_id = models.CharField(max_length=200)
    thread = models.ForeignKey(Thread, models.CASCADE, related_name="imported_from")

    posts: Any
    voices: Any

    class Meta:
        verbose_name = _("origin of a thread")
        verbose_name_plural = _("origins of threads")
        constraints = [
            models.UniqueConstraint(fields=["group", "source", "foreign_id"], name="imported_thread_once_per_source")
        ]

    def __str__(self) -> str:
        return f"{self.source}: {self.foreign_id}"


class ImportedPost(models.Model):
    """Which post one of another forum became; the first of several, where it was too long for one."""

    origin = models.ForeignKey(ImportedThread, models.CASCADE, related_name="posts")
    foreign_id = models.CharField(max_length=200)
    post = models.ForeignKey(Post, models.CASCADE, related_name="imported_from")

    class Meta:
        verbose_name = _("origin of a post")
        verbose_name_plural = _("origins of posts")
        constraints = [models.UniqueConstraint(fields=["origin", "foreign_id"], name="imported_post_once_per_thread")]

    def __str__(self) -> str:
        return self.foreign_id


class ImportedVoice(models.Model):
    """That the same writer speaks again: a keyed digest, from which no name can be read."""

    origin = models.ForeignKey(ImportedThread, models.CASCADE, related_name="voices")
    digest = models.BinaryField(max_length=16)
    voice = models.ForeignKey(ThreadVoice, models.CASCADE, related_name="imported_from")

    class Meta:
        verbose_name = _("origin of a voice")
        verbose_name_plural = _("origins of voices")
        constraints = [models.UniqueConstraint(fields=["origin", "digest"], name="imported_voice_once_per_thread")]

    def __str__(self) -> str:
        return str(self.voice_id)
