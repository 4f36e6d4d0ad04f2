"""Pictures beside the steps of a plan template. The bytes lie in the database, apart from the row, and never change: a
version of a template shows for good what it showed when people began it."""

from typing import TYPE_CHECKING, Self

from django.conf import settings
from django.db import models
from django.db.models import Exists, F, OuterRef
from django.utils.translation import gettext_lazy as _

from selfcare.models.plan import Plan
from selfcare.models.template_version import PlanTemplateVersion

if TYPE_CHECKING:
    from django.contrib.auth.models import AnonymousUser

    from portal.accounts.models import User


class StepPictureQuerySet(models.QuerySet):
    def visible_to(self, user: "User | AnonymousUser") -> Self:
        """The door: what an offered template shows now is for everybody; what only an older version shows, or one that
        was withdrawn, for whoever has that version in a plan; all of it for those who write templates."""
        held = user.staff_roles if user.is_authenticated else None
        if held and (held.edits or held.reviews or held.administers):
            return self.all()
        shown = PlanTemplateVersion.objects.filter(pictures=OuterRef("pk"))
        now = shown.filter(version=F("template__version"), template__withdrawn_at=None)
        plans = Plan.objects.owned_by(user).filter(
            template_key=OuterRef("template__key"), template_version=OuterRef("version")
        )
        return self.filter(Exists(now) | Exists(shown.filter(Exists(plans))))


class StepPicture(models.Model):
    """What it shows is said in the step, in each language. `digest` is of the file that came in."""

    key = models.CharField(max_length=40, unique=True, editable=False)
    digest = models.CharField(max_length=64, unique=True, editable=False)
    added_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, editable=False, related_name="+"
    )
    added_at = models.DateTimeField(_("added"), auto_now_add=True)
    versions = models.ManyToManyField(PlanTemplateVersion, related_name="pictures")

    objects = StepPictureQuerySet.as_manager()

    class Meta:
        verbose_name = _("picture of a step")
        verbose_name_plural = _("pictures of steps")

    def __str__(self) -> str:
        return self.key


class StepPictureFile(models.Model):
    """The picture as it was drawn anew, in WebP."""

    picture = models.OneToOneField(StepPicture, models.CASCADE, primary_key=True, related_name="file")
    content = models.BinaryField()

    def __str__(self) -> str:
        return str(self.pk)
