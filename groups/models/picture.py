"""A picture on a post. It is a guarded thing: it is found and served only where the words of its post are open."""

import secrets
from typing import Any

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from groups.models.post import Post


def picture_handle() -> str:
    return secrets.token_urlsafe(18)


class PictureQuerySet(models.QuerySet["Picture"]):
    def visible_to(self, user: Any) -> "PictureQuerySet":
        """The door: the pictures of posts whose words are open to this user, at this moment."""
        return self.filter(post__in=Post.objects.visible_to(user).filter(open_words=True).order_by())


class Picture(models.Model):
    post = models.OneToOneField(Post, models.CASCADE, related_name="picture")
    public_id = models.CharField(max_length=32, unique=True, default=picture_handle, editable=False)
    alt = models.CharField(_("what it shows"), max_length=300)
    is_covered = models.BooleanField(_("covered until opened"), default=False)
    width = models.PositiveSmallIntegerField()
    height = models.PositiveSmallIntegerField()

    objects = PictureQuerySet.as_manager()

    class Meta:
        verbose_name = _("picture")
        verbose_name_plural = _("pictures")
        constraints = [models.CheckConstraint(condition=~Q(alt=""), name="picture_says_what_it_shows")]

    def __str__(self) -> str:
        return self.public_id


class PictureFile(models.Model):
    """The re-encoded bytes, apart from the row that pages read. Why not a file: docs/decisions/0021-pictures.md."""

    picture = models.OneToOneField(Picture, models.CASCADE, primary_key=True, related_name="file")
    media_type = models.CharField(max_length=16)
    content = models.BinaryField()

    class Meta:
        verbose_name = _("file of a picture")
        verbose_name_plural = _("files of pictures")
        constraints = [
            models.CheckConstraint(
                condition=Q(media_type__in=["image/jpeg", "image/png", "image/webp"]), name="picture_is_of_three_kinds"
            )
        ]

    def __str__(self) -> str:
        return str(self.pk)
