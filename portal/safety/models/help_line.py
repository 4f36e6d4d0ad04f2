"""Numbers to call, by country. No number is written in a template, an article or a message: it is one of these rows."""

from django.core.validators import RegexValidator
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

DIALLED = RegexValidator(r"^\+?[0-9][0-9 ]*$", _("Write the number as it is dialled: digits and spaces."))


class HelpLine(models.Model):
    class Purpose(models.TextChoices):
        EMERGENCY = "emergency", _("Emergency")
        URGENT = "urgent", _("Urgent care or advice, when it is not an emergency")
        CRISIS = "crisis", _("Somebody to talk to in a crisis")

    country = models.CharField(
        _("country"),
        max_length=2,
        help_text=_("A country without lines of its own shows those of the European number or of somewhere else."),
    )
    purpose = models.CharField(_("purpose"), max_length=10, choices=Purpose.choices)
    number = models.CharField(_("number"), max_length=24, blank=True, validators=[DIALLED])
    url = models.URLField(_("web address, where there is no number"), blank=True)
    position = models.PositiveSmallIntegerField(
        _("position"), default=10, help_text=_("The lowest of a country and purpose is the one that texts show.")
    )
    source = models.URLField(_("where the number is published"))
    checked_on = models.DateField(
        _("checked on"), null=True, blank=True, help_text=_("When somebody last compared it with the source.")
    )
    note = models.CharField(_("note for staff"), max_length=200, blank=True)

    class Meta:
        verbose_name = _("help line")
        verbose_name_plural = _("help lines")
        ordering = ["country", "purpose", "position", "id"]
        constraints = [
            models.UniqueConstraint(fields=["country", "purpose", "number", "url"], name="help_line_once"),
            models.CheckConstraint(
                condition=~Q(number="") | ~Q(url=""),
                name="help_line_leads_somewhere",
                violation_error_message=_("Give a number or, where there is none, a web address."),
            ),
            models.CheckConstraint(condition=~Q(source=""), name="help_line_has_a_source"),
        ]

    def __str__(self) -> str:
        return f"{self.country} {self.purpose}: {self.number or self.url}"


class HelpLineName(models.Model):
    """What the line is called and when it answers, in one language."""

    line = models.ForeignKey(HelpLine, models.CASCADE, related_name="names")
    language = models.CharField(_("language"), max_length=16, default="en")
    name = models.CharField(_("name"), max_length=80)
    summary = models.CharField(_("one line"), max_length=200, blank=True)
    hours = models.CharField(_("hours"), max_length=80, blank=True)

    class Meta:
        verbose_name = _("name in a language")
        verbose_name_plural = _("names in languages")
        constraints = [
            models.UniqueConstraint(fields=["line", "language"], name="help_line_named_once_per_language"),
            models.CheckConstraint(condition=~Q(name=""), name="help_line_has_a_name"),
        ]

    def __str__(self) -> str:
        return self.name
