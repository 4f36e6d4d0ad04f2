"""What people did when a care check asked them: a count by rule, never who and never the words."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _


class ScreenChoice(models.Model):
    class Choice(models.TextChoices):
        REDACT = "redact", _("Took the words out")
        ANYWAY = "anyway", _("Posted anyway")
        EDIT = "edit", _("Went back to edit")

    day = models.DateField()
    rule_id = models.CharField(max_length=80)
    rule_version = models.PositiveIntegerField()
    choice = models.CharField(max_length=6, choices=Choice.choices)
    times = models.PositiveIntegerField(default=0)

    class Meta:
        verbose_name = _("answer to a care check")
        verbose_name_plural = _("answers to care checks")
        ordering = ["-day", "rule_id"]
        constraints = [
            models.UniqueConstraint(
                fields=["day", "rule_id", "rule_version", "choice"], name="screen_choice_once_a_day"
            ),
            models.CheckConstraint(condition=Q(times__gte=0), name="screen_choice_counts_up"),
        ]

    def __str__(self) -> str:
        return f"{self.day} {self.rule_id} {self.choice}: {self.times}"
