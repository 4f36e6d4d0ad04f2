"""What a person can start: the structure once, the words in each language."""

from django.core.exceptions import ValidationError
from django.core.validators import RegexValidator
from django.db import models
from django.utils.translation import gettext_lazy as _

from portal.vocabulary.models import HealthTopic
from selfcare.shapes import problems_of_activities, problems_of_gate, problems_of_words


class Kind(models.TextChoices):
    EXERCISE = "exercise", _("Moving")
    DIET = "diet", _("Eating")
    HYDRATION = "hydration", _("Drinking")
    REST = "rest", _("Rest and ease")
    HEAT_COLD = "heat-cold", _("Heat or cold")
    CHECK_IN = "check-in", _("Checking in")
    OTHER = "other", _("Something else")


def valid_gate(value: object) -> None:
    if problems := problems_of_gate(value):
        raise ValidationError(problems)


def valid_activities(value: object) -> None:
    if problems := problems_of_activities(value):
        raise ValidationError(problems)


def valid_words(value: object) -> None:
    if problems := problems_of_words(value):
        raise ValidationError(problems)


own_page = RegexValidator(r"^/[^/\\].*$", _("Write an address of this site, such as /en/learn/moving/#why"))


class PlanTemplateQuerySet(models.QuerySet):
    def offered(self) -> "PlanTemplateQuerySet":
        """Templates that people may start, in the site's order. They are public: no door."""
        return self.filter(withdrawn_at=None)


class PlanTemplate(models.Model):
    """`gate` asks before starting: `[{"key", "safe": "no"|"yes", "danger": bool}]`. `activities` is what starting
    makes: `[{"key", "kind", "minutes", "times", "weekdays", "weeks", "essential", …}]`, see selfcare/shapes.py.
    `version` rises when anything it says changes, and each is kept as a PlanTemplateVersion: people on an older one
    are asked, never changed silently."""

    key = models.SlugField(unique=True)
    version = models.PositiveSmallIntegerField(_("version"), default=1)
    kind = models.CharField(_("kind"), max_length=12, choices=Kind)
    topics = models.ManyToManyField(HealthTopic, related_name="+", blank=True, verbose_name=_("health topics"))
    position = models.PositiveSmallIntegerField(_("position"), default=100)
    art = models.CharField(_("drawing"), max_length=20, blank=True)
    gate = models.JSONField(_("safety questions"), default=list, blank=True, validators=[valid_gate])
    activities = models.JSONField(_("activities"), validators=[valid_activities])
    withdrawn_at = models.DateTimeField(_("withdrawn"), null=True, blank=True)

    objects = PlanTemplateQuerySet.as_manager()

    class Meta:
        ordering = ["position", "key"]
        verbose_name = _("plan template")
        verbose_name_plural = _("plan templates")
        constraints = [models.CheckConstraint(condition=models.Q(kind__in=Kind.values), name="template_kind_is_known")]

    def __str__(self) -> str:
        return self.key.replace("-", " ").capitalize()


class PlanTemplateText(models.Model):
    """A template's words in one language. `gate_words` and `activity_words` are keyed like the template's lists."""

    template = models.ForeignKey(PlanTemplate, models.CASCADE, related_name="texts")
    language = models.CharField(max_length=16, default="en")
    title = models.CharField(_("title"), max_length=80)
    summary = models.CharField(_("one line"), max_length=200)
    why = models.TextField(_("why it may help"))
    how = models.TextField(_("how to do it"))
    stop_rule = models.TextField(_("when to stop"))
    dose = models.CharField(_("how much"), max_length=200, blank=True)
    gate_words = models.JSONField(_("safety questions in words"), default=dict, blank=True, validators=[valid_words])
    activity_words = models.JSONField(_("activities in words"), default=dict, validators=[valid_words])
    sources = models.JSONField(_("sources"), default=list, blank=True)
    more_url = models.CharField(
        _("address of the part of a guide that says why"), max_length=200, blank=True, validators=[own_page]
    )

    class Meta:
        verbose_name = _("words in a language")
        constraints = [
            models.UniqueConstraint(fields=["template", "language"], name="template_words_once_per_language")
        ]

    def __str__(self) -> str:
        return self.title
