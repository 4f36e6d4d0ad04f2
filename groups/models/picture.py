"""A picture on a post. It is a guarded thing: it is found and served only where the words of its post are open."""

import secrets
import uuid
from typing import Any

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from groups.models.post import Post
from portal.core.crypto import Sealed, SealedColumn


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
    cover = models.CharField(max_length=1200, blank=True, editable=False)  # a tiny blurred WebP, in base64
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
    """The re-encoded bytes, apart from the row that pages read. Why not a file: docs/decisions/0015-pictures.md."""

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


class PictureAsideQuerySet(models.QuerySet["PictureAside"]):
    def owned_by(self, user: Any) -> "PictureAsideQuerySet":
        """The only door: one's own."""
        return self.filter(user_id=user.pk) if user.is_authenticated else self.none()


class PictureAside(models.Model):
    """A picture that somebody chose and has not posted. Theirs alone, and sealed like words that are not posted."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="pictures_aside")
    drawn_sealed = SealedColumn(editable=False)
    laid_at = models.DateTimeField(default=timezone.now, editable=False)

    drawn = Sealed("drawn_sealed")

    objects = PictureAsideQuerySet.as_manager()

    class Meta:
        verbose_name = _("picture not yet posted")
        verbose_name_plural = _("pictures not yet posted")
        indexes = [models.Index(fields=["user", "-laid_at"], name="picture_aside_of_user")]

    def __str__(self) -> str:
        return str(self.pk)
