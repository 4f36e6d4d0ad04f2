"""What somebody asked the site's own team, and what the team answered."""

import secrets
import uuid
from typing import Any

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from portal.core.crypto import Sealed, SealedColumn
from portal.moderation.models.case import SIGNS


def reference() -> str:
    """Random and easy to read out on the phone; it opens nothing."""
    return "".join(secrets.choice(SIGNS) for _sign in range(8))


class EnquiryQuerySet(models.QuerySet["Enquiry"]):
    def owned_by(self, user: Any) -> "EnquiryQuerySet":
        """The door for what a person asked signed in."""
        return self.filter(person=user) if user.is_authenticated else self.none()

    def known_to(self, proof: str) -> "EnquiryQuerySet":
        """The door for whoever holds a signed proof; call with the id that was signed."""
        return self.filter(pk=proof)


class Enquiry(models.Model):
    class Topic(models.TextChoices):
        GUIDE = "guide", _("A guide")
        PLAN = "plan", _("My plan")
        PEOPLE = "people", _("A group or my account")
        WRONG = "wrong", _("Something in a guide is wrong")
        OTHER = "other", _("Something else")

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    person = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="enquiries_made"
    )
    reference = models.CharField(max_length=8, unique=True, default=reference, editable=False)
    topic = models.CharField(max_length=8, choices=Topic.choices)
    words_sealed = SealedColumn()
    words = Sealed("words_sealed", purpose="safety")
    reach_sealed = SealedColumn()
    reach = Sealed("reach_sealed", purpose="safety")  # {"channel", "address", "when", "guide", "language"}
    sent_key = models.CharField(max_length=32, unique=True, editable=False)
    sent_at = models.DateTimeField(default=timezone.now, editable=False)
    case = models.ForeignKey("moderation.Case", models.PROTECT, null=True, blank=True, related_name="enquiries")
    answer_sealed = SealedColumn(null=True)
    answer = Sealed("answer_sealed", purpose="safety")
    answered_at = models.DateTimeField(null=True, blank=True)
    answered_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="enquiries_answered"
    )

    objects = EnquiryQuerySet.as_manager()

    class Meta:
        verbose_name = _("question to the team")
        verbose_name_plural = _("questions to the team")
        ordering = ["-sent_at", "id"]
        indexes = [models.Index(fields=["person", "-sent_at"], name="enquiry_of_person")]

    def __str__(self) -> str:
        return self.reference
