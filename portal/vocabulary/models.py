"""The shared words: health topics that every house tags its own things with. No behaviour of their own."""

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.utils.translation import gettext_lazy as _


class HealthTopic(models.Model):
    class Kind(models.TextChoices):
        CONDITION = "condition", _("Condition")
        SYMPTOM = "symptom", _("Symptom")
        TREATMENT = "treatment", _("Treatment")
        THEME = "theme", _("Theme")

    slug = models.SlugField(unique=True)
    kind = models.CharField(_("kind"), max_length=12, choices=Kind.choices)
    parent = models.ForeignKey("self", models.PROTECT, null=True, blank=True, related_name="children")
    position = models.PositiveSmallIntegerField(_("position"), default=100)

    class Meta:
        ordering = ["position", "slug"]
        verbose_name = _("health topic")
        verbose_name_plural = _("health topics")
        constraints = [
            models.CheckConstraint(condition=~models.Q(parent=models.F("id")), name="topic_not_its_own_parent")
        ]

    def __str__(self) -> str:
        return self.slug.replace("-", " ").capitalize()


class HealthTopicName(models.Model):
    """A topic's name, summary and synonyms in one language."""

    topic = models.ForeignKey(HealthTopic, models.CASCADE, related_name="names")
    language = models.CharField(max_length=16, default="en")
    name = models.CharField(_("name"), max_length=80)
    summary = models.CharField(_("one line"), max_length=200, blank=True)
    synonyms = ArrayField(models.CharField(max_length=80), verbose_name=_("synonyms"), default=list, blank=True)

    class Meta:
        verbose_name = _("name in a language")
        verbose_name_plural = _("names in languages")
        constraints = [models.UniqueConstraint(fields=["topic", "language"], name="topic_named_once_per_language")]

    def __str__(self) -> str:
        return self.name
