"""Pictures of guides. The bytes lie in the database, apart from the row that lists read: one backup holds everything,
and a picture is found through a door like the words around it."""

from typing import Any

from django.conf import settings
from django.db import models
from django.db.models import Exists, OuterRef
from django.db.models.fields.json import KeyTextTransform
from django.utils.translation import gettext_lazy as _

from articles.models.article import Article
from articles.models.block import Block


class PublishedPicture(models.Model):
    """That a guide shows a picture, as it was published. Written on publish, emptied on retire."""

    article = models.ForeignKey(Article, models.CASCADE, related_name="pictures")
    key = models.CharField(max_length=40, db_index=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["article", "key"], name="picture_once_in_a_guide")]

    def __str__(self) -> str:
        return self.key


class ArticlePictureQuerySet(models.QuerySet["ArticlePicture"]):
    def visible_to(self, user: Any, invited: Article | None = None) -> "ArticlePictureQuerySet":
        """The door: what a published guide shows is for everybody, a draft's pictures for the newsroom, and those of
        one draft for whoever is invited to look at it."""
        held = user.staff_roles if user.is_authenticated else None
        if held and (held.edits or held.reviews or held.administers):
            return self.all()
        shown = PublishedPicture.objects.filter(key=OuterRef("key"), article__state=Article.State.PUBLISHED)
        drafted = Block.objects.filter(parent=invited, kind="figure").annotate(key=KeyTextTransform("picture", "data"))
        drafted = drafted.filter(key=OuterRef("key"))
        return self.filter(Exists(shown) | Exists(drafted)) if invited else self.filter(Exists(shown))


class ArticlePicture(models.Model):
    key = models.CharField(max_length=40, unique=True, editable=False)
    title = models.CharField(
        _("name"), max_length=120, help_text=_("For editors, to find it again. Readers do not see it.")
    )
    width = models.PositiveSmallIntegerField(editable=False)
    height = models.PositiveSmallIntegerField(editable=False)
    digest = models.CharField(max_length=64, unique=True, editable=False)
    added_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, editable=False, related_name="+"
    )
    added_at = models.DateTimeField(_("added"), auto_now_add=True)

    objects = ArticlePictureQuerySet.as_manager()

    class Meta:
        ordering = ["-added_at", "-pk"]
        verbose_name = _("picture")
        verbose_name_plural = _("pictures")

    def __str__(self) -> str:
        return self.title


class ArticlePictureFile(models.Model):
    """The picture as it was drawn anew, in WebP."""

    picture = models.OneToOneField(ArticlePicture, models.CASCADE, primary_key=True, related_name="file")
    content = models.BinaryField()

    def __str__(self) -> str:
        return str(self.pk)
