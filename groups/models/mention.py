"""Who is named in a post. The words hold a placeholder and this row says whom it stands for, so a new name, another
name in one thread, leaving and erasure all reach what was written before."""

import re

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from groups.models.post import Post

MARK = re.compile("\x0e(\\d{1,4})\x0f")  # nobody can type it: control characters are taken out of what people write


def mark(position: int) -> str:
    """What stands in the words where somebody is named."""
    return f"\x0e{position}\x0f"


def unnamed(text: str) -> str:
    """The words where nobody is at hand to say whom they name: an index, a line of preview, an export."""
    return MARK.sub("@…", text).replace("\x0e", "").replace("\x0f", "") if "\x0e" in text or "\x0f" in text else text


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
