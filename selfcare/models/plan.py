"""A plan that a person started from a template, or that waits until their team has said yes."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from portal.core.crypto import Sealed, SealedColumn
from selfcare.models.owned import Owned


class Plan(Owned):
    """`gate` holds `{"answers": {question: answer}, "checked_with": words, "checks": [{"with", "on"}]}`. A plan is held
    while `held_at` is set: an answer was not the safe one, and the person has not yet said that their team cleared
    them, or what they said is to be asked again (`recheck_at`). `lightened_at`: it began with less. `declined_version`:
    the newest version that the person was offered and does not want; a later one is offered again."""

    template_key = models.SlugField()
    template_version = models.PositiveSmallIntegerField(default=1)
    started_at = models.DateTimeField()
    gate_sealed = SealedColumn(null=True)
    gate = Sealed("gate_sealed")
    held_at = models.DateTimeField(null=True, blank=True)
    lightened_at = models.DateTimeField(null=True, blank=True)
    recheck_at = models.DateTimeField(null=True, blank=True)
    cleared_at = models.DateTimeField(null=True, blank=True)
    stopped_at = models.DateTimeField(null=True, blank=True)
    declined_version = models.PositiveSmallIntegerField(null=True, blank=True)

    class Meta:
        verbose_name = _("plan")
        verbose_name_plural = _("plans")
        ordering = ["-started_at"]
        indexes = [
            models.Index(
                fields=["recheck_at"],
                condition=models.Q(recheck_at__isnull=False, held_at=None, stopped_at=None),
                name="plan_to_ask_again",
            )
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["owner", "template_key"],
                condition=models.Q(stopped_at=None),
                name="plan_runs_once_per_template",
            )
        ]

    def __str__(self) -> str:
        return self.template_key

    @property
    def is_held(self) -> bool:
        return self.held_at is not None


def recheck_key(plan: Plan) -> str:
    """What the engine knows it by when a plan's person is asked again: once for each day it was to be asked on."""
    return f"plan:{plan.pk}:{plan.recheck_at:%Y%m%d}" if plan.recheck_at else ""
