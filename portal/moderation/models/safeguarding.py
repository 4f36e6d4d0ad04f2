"""Files about a person's safety, apart from moderation: for Safeguarding leads alone, every reading in the audit."""

import uuid
from datetime import date, timedelta
from typing import Any

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from portal.accounts.roles import SAFEGUARDING_LEADS
from portal.core.crypto import Sealed, SealedColumn

REVIEW_AFTER = timedelta(days=91)


def first_review() -> date:
    return timezone.localdate() + REVIEW_AFTER


class SafeguardingFileQuerySet(models.QuerySet["SafeguardingFile"]):
    def visible_to(self, user: Any) -> "SafeguardingFileQuerySet":
        """The only door: who was given this very role, and never a file about oneself. Being able to do everything
        else, as a superuser, opens none."""
        if not user.is_authenticated or SAFEGUARDING_LEADS not in user.staff_roles.names:
            return self.none()
        return self.exclude(person=user)

    def open(self) -> "SafeguardingFileQuerySet":
        return self.filter(closed_at=None)


class SafeguardingFile(models.Model):
    """One a case at most. `contact` is whom to call for this person, and nowhere else on the site. When it is closed
    its words and entries are gone; the row keeps when and who."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    case = models.OneToOneField("moderation.Case", models.PROTECT, related_name="safeguarding_file")
    person = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="safeguarding_files"
    )
    opened_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="safeguarding_files_opened"
    )
    opened_at = models.DateTimeField(default=timezone.now, editable=False)
    contact_sealed = SealedColumn(null=True)
    contact = Sealed("contact_sealed", purpose="safety")
    review_on = models.DateField(default=first_review)
    reminded_at = models.DateTimeField(null=True, blank=True)
    closed_at = models.DateTimeField(null=True, blank=True)

    objects = SafeguardingFileQuerySet.as_manager()

    class Meta:
        verbose_name = _("safeguarding file")
        verbose_name_plural = _("safeguarding files")
        ordering = ["review_on", "id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(closed_at=None) | Q(contact_sealed=None), name="safeguarding_closed_is_empty"
            )
        ]
        indexes = [models.Index(fields=["review_on"], condition=Q(closed_at=None), name="safeguarding_to_review")]

    def __str__(self) -> str:
        return str(self.pk)

    def get_absolute_url(self) -> str:
        from django.urls import reverse

        return reverse("moderation:file", args=[self.pk])

    @property
    def is_due(self) -> bool:
        return self.closed_at is None and self.review_on <= timezone.localdate()


class SafeguardingEntry(models.Model):
    """What somebody did or thought, in order. Entries are added, never changed."""

    class Step(models.TextChoices):
        SAFE_NOW = "safe_now", _("Are they safe right now? Read what was said, and what is near it")
        LINES = "lines", _("Give the help lines of their country, and offer to stay in touch")
        SECOND = "second", _("Ask a second lead what they think")
        CONTACT = "contact", _("Call the emergency contact or the emergency services, and write down why")
        TOLD = "told", _("Tell the person what you did, unless that puts them at risk")
        AFTER = "after", _("Look again after a day, and after a week")

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    file = models.ForeignKey(SafeguardingFile, models.CASCADE, related_name="entries")
    step = models.CharField(max_length=8, choices=Step.choices, blank=True, default="")
    words_sealed = SealedColumn()
    words = Sealed("words_sealed", purpose="safety")
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="safeguarding_entries")
    at = models.DateTimeField(default=timezone.now, editable=False)

    class Meta:
        verbose_name = _("entry in a safeguarding file")
        verbose_name_plural = _("entries in safeguarding files")
        ordering = ["at", "id"]

    def __str__(self) -> str:
        return str(self.pk)
