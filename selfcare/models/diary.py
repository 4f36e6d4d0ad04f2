"""The diary: one sealed payload an entry. Only its owner ever reads it; it is not in the admin."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from portal.core.crypto import Sealed, SealedColumn
from selfcare.models.owned import Owned


class DiaryEntry(Owned):
    """`payload`: `{"worst", "usual", "now"}` from 0 to 10, `"sites"`, `"helped"`, `"danger"` (lists of keys),
    `"woke"` (times in the night), `"note"`. Every part may be missing. A payload may grow; it never shrinks."""

    at = models.DateTimeField()
    changed_at = models.DateTimeField(auto_now=True)
    payload_sealed = SealedColumn()
    payload = Sealed("payload_sealed")

    class Meta:
        verbose_name = _("diary entry")
        verbose_name_plural = _("diary entries")
        ordering = ["-at", "-id"]
        indexes = [models.Index(fields=["owner", "-at"], name="diary_by_time")]

    def __str__(self) -> str:
        return str(self.pk)
