"""A rule that could not be planned, and when that is tried again."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from selfcare.models.activity import Activity


class PutOff(models.Model):
    """It counts only while the activity is to be planned from `place`: whoever changes the rule begins anew. Nothing
    is lost by it: the activity stays where it was. `error` is a type, never its words."""

    activity = models.OneToOneField(Activity, models.CASCADE, primary_key=True, related_name="+")
    place = models.DateTimeField()
    failures = models.PositiveSmallIntegerField(default=1)
    next_try_at = models.DateTimeField()
    error = models.CharField(max_length=64)

    class Meta:
        verbose_name = _("rule that was put off")
        verbose_name_plural = _("rules that were put off")

    def __str__(self) -> str:
        return str(self.pk)
