"""A secret address at which a calendar program reads when something is due."""

import hashlib

from django.db import models
from django.utils.translation import gettext_lazy as _

from portal.core.crypto import Sealed, SealedColumn
from selfcare.models.owned import Owned


def digest_of(token: str) -> bytes:
    return hashlib.sha256(token.encode()).digest()


class CalendarFeed(Owned):
    """One for each person who wants it. The token is looked up by its digest, so that a copy of the database opens no
    calendar; sealed beside it, so that its owner can read the address again. A new token makes the old one nobody's."""

    token_sealed = SealedColumn()
    token = Sealed("token_sealed")
    digest = models.BinaryField(max_length=32, unique=True)
    made_at = models.DateTimeField()

    class Meta:
        verbose_name = _("calendar address")
        verbose_name_plural = _("calendar addresses")
        constraints = [models.UniqueConstraint(fields=["owner"], name="calendar_once_per_person")]

    def __str__(self) -> str:
        return str(self.pk)
