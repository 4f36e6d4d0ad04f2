"""Foods that may help, by what is in the way of eating. Nothing runs on them: they are read, and changed in place."""

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _

from selfcare.diary.words import EATING
from selfcare.models.template import own_page

PROTEIN = "protein"
SUBJECTS = {**EATING, PROTEIN: _("Something with protein")}


def lines(value: object) -> None:
    good = isinstance(value, list) and value and all(isinstance(one, str) and one.strip() for one in value)
    if not good:
        raise ValidationError(_("Ideas are a list of sentences, one idea each."))


class FoodIdeas(models.Model):
    """`ideas`: sentences in household measures, without calories or grams. `tell`: when to tell the team. Who wrote it
    last never reviews it, and a change takes the review away."""

    symptom = models.SlugField(_("what is in the way"), max_length=20, choices=list(SUBJECTS.items()))
    language = models.CharField(_("language"), max_length=16, default="en")
    position = models.PositiveSmallIntegerField(_("position"), default=100)
    lead = models.CharField(_("one line"), max_length=200)
    ideas = models.JSONField(_("ideas"), validators=[lines])
    tell = models.CharField(_("when to tell the team"), max_length=300)
    more_url = models.CharField(
        _("address of the part of a guide that says more"), max_length=200, blank=True, validators=[own_page]
    )
    sources = models.JSONField(_("sources"), default=list, blank=True)
    written_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, editable=False, related_name="+"
    )
    reviewed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, editable=False, related_name="+"
    )
    reviewed_at = models.DateTimeField(_("reviewed"), null=True, blank=True, editable=False)

    class Meta:
        verbose_name = _("foods that may help")
        verbose_name_plural = _("foods that may help")
        ordering = ["position", "symptom"]
        constraints = [
            models.UniqueConstraint(fields=["symptom", "language"], name="foods_once_per_symptom_and_language"),
            models.CheckConstraint(
                condition=models.Q(reviewed_by=None) | ~models.Q(reviewed_by=models.F("written_by")),
                name="foods_reviewed_by_another",
            ),
        ]

    def __str__(self) -> str:
        return str(SUBJECTS.get(self.symptom, self.symptom))
