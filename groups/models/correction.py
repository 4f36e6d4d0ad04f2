"""A guide that the moderation team set under a post, because what the post says needs one."""

from django.conf import settings
from django.contrib.postgres.expressions import ArraySubquery
from django.db import models
from django.db.models import F, OuterRef, Q
from django.db.models.functions import JSONObject
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from groups.models.post import Post


def correction_of_post() -> ArraySubquery:
    """For a query of posts: the published guide that stands under each, as it is called now. No query of its own."""
    standing = Correction.objects.filter(post=OuterRef("pk"), lifted_at=None, article__state="published")
    named = {"title": F("article__current__title"), "language": F("article__language"), "slug": F("article__slug")}
    return ArraySubquery(standing.order_by("created_at").values(found=JSONObject(**named)))


class Correction(models.Model):
    """One guide under one post. Readers see "Moderation team"; who it was is known here and in the audit."""

    post = models.ForeignKey(Post, models.CASCADE, related_name="corrections")
    article = models.ForeignKey("articles.Article", models.CASCADE, related_name="+")
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")
    created_at = models.DateTimeField(default=timezone.now, editable=False)
    lifted_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        verbose_name = _("correction note")
        verbose_name_plural = _("correction notes")
        constraints = [
            models.UniqueConstraint(
                fields=["post", "article"], condition=Q(lifted_at=None), name="correction_once_per_guide"
            )
        ]

    def __str__(self) -> str:
        return f"{self.article_id} under {self.post_id}"
