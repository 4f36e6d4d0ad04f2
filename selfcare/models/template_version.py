"""What a plan template said, version by version. Kept when it changes, and never changed."""

from typing import Any

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from selfcare.models.template import PlanTemplate, PlanTemplateText

WORDS = (
    "title", "summary", "why", "how", "stop_rule", "dose", "gate_words", "activity_words", "sources", "more_url",
)  # fmt: skip


class PlanTemplateVersion(models.Model):
    """`content`: `{"gate", "activities", "texts": {language: words}}`. Who wrote it never reviews it."""

    template = models.ForeignKey(PlanTemplate, models.CASCADE, related_name="versions")
    version = models.PositiveSmallIntegerField(_("version"))
    content = models.JSONField(_("content"))
    kept_at = models.DateTimeField(_("written"))
    written_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="+", verbose_name=_("written by")
    )
    reviewed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("reviewed by"),
    )
    reviewed_at = models.DateTimeField(_("reviewed"), null=True, blank=True)

    class Meta:
        verbose_name = _("version of a plan template")
        verbose_name_plural = _("versions of plan templates")
        ordering = ["-version"]
        constraints = [
            models.UniqueConstraint(fields=["template", "version"], name="template_version_once"),
            models.CheckConstraint(
                condition=models.Q(reviewed_by=None) | ~models.Q(reviewed_by=models.F("written_by")),
                name="template_reviewed_by_another",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.template_id} {self.version}"

    def words(self, language: str) -> PlanTemplateText | None:
        """Its words in a language, else in English, as the pages take them; not saved."""
        texts: dict[str, dict[str, Any]] = self.content["texts"]
        said = texts.get(language) or texts.get("en") or next(iter(texts.values()), None)
        if said is None:
            return None
        then = PlanTemplate(
            key=self.template.key, version=self.version, kind=self.template.kind, gate=self.content["gate"],
            activities=self.content["activities"],
        )  # fmt: skip
        return PlanTemplateText(template=then, language=language, **said)


def content_of(template: PlanTemplate) -> dict[str, Any]:
    """What a template says now, as a version keeps it."""
    texts = {
        text.language: {name: getattr(text, name) for name in WORDS} for text in template.texts.order_by("language")
    }
    return {"gate": template.gate, "activities": template.activities, "texts": texts}
