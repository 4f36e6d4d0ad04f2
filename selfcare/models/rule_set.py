"""Rules that read the diary's numbers. None runs until a clinician of the site has signed them."""

from django.conf import settings
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.utils.translation import gettext_lazy as _


class RuleSet(models.Model):
    """Limits of the rules. Signed, it never changes; the newest that is signed and not withdrawn is in force."""

    pain_from = models.PositiveSmallIntegerField(
        _("worst pain from"),
        default=7,
        help_text=_("The highest number of the day, that of a single place too."),
        validators=[MinValueValidator(1), MaxValueValidator(10)],
    )
    rise_by = models.PositiveSmallIntegerField(
        _("rise over the person’s own middle of 7 days, on 2 days"), default=2,
        validators=[MinValueValidator(1), MaxValueValidator(10)],
    )  # fmt: skip
    nights = models.PositiveSmallIntegerField(_("nights woken by pain, in a week"), default=2)
    loss_percent = models.PositiveSmallIntegerField(
        _("weight lost, in percent"), default=5, validators=[MinValueValidator(2), MaxValueValidator(30)]
    )
    days_without_stool = models.PositiveSmallIntegerField(_("days without a bowel movement"), default=3)
    fluid_percent = models.PositiveSmallIntegerField(
        _("drunk on a day with sickness or loose stools, under how many percent of the aim"), default=50, null=True,
        blank=True, validators=[MinValueValidator(10), MaxValueValidator(90)],
        help_text=_("Empty: this rule does not run. It looks at days that are over, of people who write drinks down."),
    )  # fmt: skip
    source = models.TextField(_("what these limits rest on"))
    created_at = models.DateTimeField(auto_now_add=True)
    signed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("signed by")
    )
    signed_at = models.DateTimeField(_("signed"), null=True, blank=True)
    withdrawn_at = models.DateTimeField(_("withdrawn"), null=True, blank=True)

    class Meta:
        verbose_name = _("rules for the diary")
        verbose_name_plural = _("rules for the diary")
        ordering = ["-created_at"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(signed_at=None) | models.Q(signed_by__isnull=False), name="rules_signed_by_somebody"
            )
        ]

    def __str__(self) -> str:
        return str(self.created_at.date())
