"""What happens to an article on its way to its readers: who wrote at it, who decided what, who may look at it."""

import uuid

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from articles.models.article import Article


class Step(models.Model):
    """One act of the newsroom: what, who, when and why. It is written once. `digest` says which words it was about."""

    class Act(models.TextChoices):
        ASKED_LANGUAGE = "asked-language", _("Sent to the plain-language check")
        ASKED_REVIEW = "asked-review", _("Sent to clinical review")
        RETURNED = "returned", _("Sent back to the author")
        APPROVED = "approved", _("Approved by a clinical reviewer")
        SCHEDULED = "scheduled", _("Scheduled")
        UNSCHEDULED = "unscheduled", _("Taken off the schedule")
        PUBLISHED = "published", _("Published")
        MINOR = "minor", _("Published as a minor edit")
        ROLLED_BACK = "rolled-back", _("An earlier version taken up again")
        RETIRED = "retired", _("Retired")
        INVITED = "invited", _("Somebody was invited to look")
        CHASED = "chased", _("Reminded of the review date")
        IMPORTED = "imported", _("Imported")

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    article = models.ForeignKey(Article, models.CASCADE, related_name="steps")
    act = models.CharField(_("what happened"), max_length=20, choices=Act.choices)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("by")
    )
    at = models.DateTimeField(_("when"), auto_now_add=True)
    comment = models.TextField(_("comment"), blank=True, max_length=2000)
    digest = models.CharField(max_length=64, blank=True)
    revision = models.ForeignKey("Revision", models.PROTECT, null=True, blank=True, related_name="steps")

    class Meta:
        ordering = ["-at", "-id"]
        verbose_name = _("step")
        indexes = [models.Index(fields=["article", "-at"], name="article_step_latest")]

    def __str__(self) -> str:
        return self.get_act_display()


class Contribution(models.Model):
    """Somebody changed the words of a draft since the last version with a clinical review. They cannot approve it."""

    article = models.ForeignKey(Article, models.CASCADE, related_name="contributions")
    person = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+")
    at = models.DateTimeField(auto_now=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["article", "person"], name="contribution_once")]

    def __str__(self) -> str:
        return str(self.pk)


class DraftSave(models.Model):
    """What somebody typed and has not saved yet, kept so that a closed tab loses nothing. `seen` is the state of the
    article when they opened it."""

    article = models.ForeignKey(Article, models.CASCADE, related_name="draft_saves")
    person = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+")
    seen = models.CharField(max_length=160)
    data = models.JSONField()
    saved_at = models.DateTimeField(auto_now=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["article", "person"], name="draft_save_once")]

    def __str__(self) -> str:
        return str(self.saved_at)


class ReviewInvitation(models.Model):
    """A reviewer without an account looks at one draft through a signed address, until a day, and comments."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    article = models.ForeignKey(Article, models.CASCADE, related_name="invitations")
    name = models.CharField(_("name"), max_length=120)
    email = models.EmailField(_("e-mail address"))
    invited_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    invited_at = models.DateTimeField(auto_now_add=True)
    expires_at = models.DateTimeField(_("until"))
    revoked_at = models.DateTimeField(null=True, blank=True)
    opened_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["-invited_at"]
        verbose_name = _("invitation to review")

    def __str__(self) -> str:
        return self.name


class BlockComment(models.Model):
    """A remark about one block of a draft, by a colleague (`by`) or an invited reviewer (`invitation`)."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    article = models.ForeignKey(Article, models.CASCADE, related_name="comments")
    block_id = models.UUIDField(null=True, blank=True)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+")
    invitation = models.ForeignKey(ReviewInvitation, models.CASCADE, null=True, blank=True, related_name="comments")
    words = models.TextField(_("comment"), max_length=4000)
    at = models.DateTimeField(auto_now_add=True)
    done_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["at", "id"]
        verbose_name = _("comment on a block")
        constraints = [
            models.CheckConstraint(
                condition=models.Q(by__isnull=False) ^ models.Q(invitation__isnull=False),
                name="block_comment_has_a_writer",
            )
        ]

    def __str__(self) -> str:
        return self.words[:60]


class HardWord(models.Model):
    """A word that many readers stumble over, and what to say instead. Added to the list that ships."""

    language = models.CharField(_("language"), max_length=16, default="en")
    word = models.CharField(_("hard word"), max_length=80)
    swap = models.CharField(_("say instead"), max_length=120, blank=True)
    note = models.CharField(_("note"), max_length=200, blank=True)

    class Meta:
        ordering = ["language", "word"]
        verbose_name = _("hard word")
        constraints = [models.UniqueConstraint(fields=["language", "word"], name="hard_word_once")]

    def __str__(self) -> str:
        return self.word


class LinkCheck(models.Model):
    """What the nightly look at an address found. `fingerprint` is of the page's words at the last review."""

    url = models.URLField(_("address"), max_length=800, unique=True)
    checked_at = models.DateTimeField(_("looked at"), null=True, blank=True)
    status = models.PositiveSmallIntegerField(_("answer"), null=True, blank=True)
    problem = models.CharField(_("problem"), max_length=120, blank=True)
    failing_since = models.DateTimeField(null=True, blank=True)
    fingerprint = models.CharField(max_length=64, blank=True)
    changed_at = models.DateTimeField(_("page changed"), null=True, blank=True)

    class Meta:
        ordering = ["url"]
        verbose_name = _("address checked")
        verbose_name_plural = _("addresses checked")

    def __str__(self) -> str:
        return self.url


class OldAddress(models.Model):
    """Where an article used to stand. Readers who come there are taken to where it is now."""

    path = models.CharField(_("old address"), max_length=400, unique=True)
    article = models.ForeignKey(Article, models.CASCADE, related_name="old_addresses")
    made_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["path"]
        verbose_name = _("old address")
        verbose_name_plural = _("old addresses")

    def __str__(self) -> str:
        return self.path


class ImportedItem(models.Model):
    """Which article an item of another system became. `guid` is the item's lasting name there."""

    guid = models.CharField(max_length=400, unique=True)
    article = models.ForeignKey(Article, models.CASCADE, related_name="imported_items")
    digest = models.CharField(max_length=64)
    imported_at = models.DateTimeField(auto_now=True)

    def __str__(self) -> str:
        return self.guid
