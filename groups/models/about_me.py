"""What somebody says about themselves in one group. Most of it is about health, so it is sealed."""

import uuid

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from portal.core.crypto import Sealed, SealedColumn


class AboutMe(models.Model):
    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    membership = models.OneToOneField("groups.Membership", models.CASCADE, related_name="about_me")
    words_sealed = SealedColumn(null=True, editable=False)
    changed_at = models.DateTimeField(default=timezone.now)

    words = Sealed("words_sealed")

    class Meta:
        verbose_name = _("about me")
        verbose_name_plural = _("about me")

    def __str__(self) -> str:
        return str(self.pk)
