"""Who is named in a post. The words hold a placeholder and this row says whom it stands for, so a new name, another
name in one thread, leaving and erasure all reach what was written before."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from groups.models.post import Post


class Mention(models.Model):
    """`voice` when the name was that of a voice in this thread; `person` when it was a member's own name. They stay
    apart, so that naming a member never tells under which other name they speak here."""

    post = models.ForeignKey(Post, models.CASCADE, related_name="mentions")
    position = models.PositiveSmallIntegerField()
    voice = models.ForeignKey("groups.ThreadVoice", models.SET_NULL, null=True, related_name="mentions")
    person = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")

    class Meta:
        verbose_name = _("mention")
        verbose_name_plural = _("mentions")
        ordering = ["post", "position"]
        constraints = [
            models.UniqueConstraint(fields=["post", "position"], name="mention_once_per_position"),
            models.CheckConstraint(condition=Q(voice=None) | Q(person=None), name="mention_of_a_voice_or_a_person"),
        ]

    def __str__(self) -> str:
        return f"{self.post_id}, {self.position}"
