"""What a person agreed to: a text with a version, per purpose, and when it was given and taken back."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _


class ConsentText(models.Model):
    class Purpose(models.TextChoices):
        TERMS = "terms", _("House rules and terms")
        HEALTH = "health", _("Keeping health information")
        RESEARCH = "research", _("Improving the site")

    purpose = models.CharField(max_length=16, choices=Purpose.choices)
    version = models.PositiveIntegerField()
    language = models.CharField(max_length=16, default="en")
    summary = models.CharField(_("one sentence beside the box"), max_length=300)
    text = models.TextField()
    published_at = models.DateTimeField()

    class Meta:
        ordering = ["purpose", "-version"]
        constraints = [
            models.UniqueConstraint(fields=["purpose", "version", "language"], name="consent_text_once_per_version")
        ]

    def __str__(self) -> str:
        return f"{self.get_purpose_display()}, version {self.version}"


class Consent(models.Model):
    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="consents")
    purpose = models.CharField(max_length=16, choices=ConsentText.Purpose.choices)
    version = models.PositiveIntegerField()
    given_at = models.DateTimeField()
    withdrawn_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["-given_at"]
        constraints = [
            models.UniqueConstraint(
                fields=["user", "purpose", "version"],
                condition=models.Q(withdrawn_at=None),
                name="consent_given_once_per_version",
            )
        ]

    def __str__(self) -> str:
        return f"{self.purpose} {self.version}"
