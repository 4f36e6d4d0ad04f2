"""What words are about that not everybody wants to meet today: five notes, and how one person reads past them."""

from typing import Any

from django.conf import settings
from django.contrib.postgres.expressions import ArraySubquery
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Func, Q, Subquery, Value
from django.db.models.functions import JSONObject
from django.utils.translation import gettext_lazy as _


class Note(models.TextChoices):
    RECURRENCE = "recurrence", _("Cancer that comes back")
    PROGNOSIS = "prognosis", _("How long there may be")
    END_OF_LIFE = "end-of-life", _("End of life")
    MEDICATION = "medication", _("Medicines and doses")
    SCARS = "scars", _("Wounds and scars")


def note_list(**more: Any) -> Any:
    """A column of notes, empty unless somebody set one."""
    empty = Value([], output_field=ArrayField(models.CharField(max_length=16)))
    column = models.CharField(max_length=16, choices=Note.choices)
    return ArrayField(column, default=list, db_default=empty, blank=True, **more)


def only_notes(*columns: str) -> Q:
    """What a constraint says: nothing but the five stands in these columns."""
    allowed = Q()
    for column in columns:
        allowed &= Q(**{f"{column}__contained_by": [str(value) for value in Note.values]})
    return allowed


class ReadingQuerySet(models.QuerySet["Reading"]):
    def owned_by(self, user: Any) -> "ReadingQuerySet":
        return self.filter(user_id=user.pk) if user.is_authenticated else self.none()


class Reading(models.Model):
    """How one person reads in groups. No row: everything is shown, with its notes above it."""

    user = models.OneToOneField(settings.AUTH_USER_MODEL, models.CASCADE, primary_key=True, related_name="reading")
    folded = note_list(verbose_name=_("folded"))
    left_out = note_list(verbose_name=_("left out"))
    low_stimulus = models.BooleanField(_("quiet pages"), default=False)

    objects = ReadingQuerySet.as_manager()

    class Meta:
        verbose_name = _("way of reading")
        verbose_name_plural = _("ways of reading")
        constraints = [
            models.CheckConstraint(condition=only_notes("folded", "left_out"), name="reading_knows_its_notes"),
            models.CheckConstraint(condition=~Q(folded__overlap=models.F("left_out")), name="reading_one_way_each"),
        ]

    def __str__(self) -> str:
        return str(self.pk)


def with_reading_of(rows: Any, user: Any) -> Any:
    """Adds `reading` to any rows: how this person reads, or null. No query of its own."""
    if not user.is_authenticated:
        return rows.annotate(reading=Value(None, output_field=models.JSONField(null=True)))
    own = Reading.objects.owned_by(user)
    row = own.values(found=JSONObject(folded="folded", left_out="left_out", low_stimulus="low_stimulus"))
    return rows.annotate(reading=Subquery(row[:1]))


def without_left_out(rows: Any, user: Any) -> Any:
    """Leaves out threads or posts with a note that this person leaves out. For lists: a place in
    a thread stays, and says why it is empty. No query of its own."""
    if not user.is_authenticated:
        return rows
    out = ArraySubquery(
        Reading.objects.owned_by(user).annotate(one=Func(F("left_out"), function="unnest")).values("one")
    )
    return rows.exclude(Q(notes__overlap=out) | Q(team_notes__overlap=out))
