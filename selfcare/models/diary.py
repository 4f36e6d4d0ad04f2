"""The diary: one sealed payload an entry. Only its owner ever reads it; it is not in the admin."""

from datetime import timedelta
from typing import TYPE_CHECKING, Self

from django.db import models
from django.utils.translation import gettext_lazy as _

from portal.core.clock import handrail_now
from portal.core.crypto import Sealed, SealedColumn
from selfcare.models.owned import Owned, OwnedQuerySet

if TYPE_CHECKING:
    from django.contrib.auth.models import AnonymousUser

    from portal.accounts.models import User

UNDO = timedelta(hours=1)


class DiaryEntryQuerySet(OwnedQuerySet):
    def owned_by(self, user: "User | AnonymousUser", *, deleted: bool = False) -> Self:
        """A person's entries; or, with `deleted`, those that they deleted and can still bring back."""
        rows = super().owned_by(user)
        return rows.filter(deleted_at__gt=handrail_now() - UNDO) if deleted else rows.filter(deleted_at=None)


class DiaryEntry(Owned):
    """`payload`: `"worst"`, `"usual"`, `"now"`, `"fatigue"` from 0 to 10; `"pain"`, a number for each place;
    `"peg"`, three numbers; `"sites"`, `"helped"`, `"danger"`, `"quality"`, `"kept_from"`, `"treatment"`,
    `"eating"`, lists of keys; `"mood"`, `"sleep"`, `"bowel"`, a key; `"woke"`, times in the night; `"temperature"`
    in °C; `"weight"` in kg; `"note"`. Every part may be missing. A payload may grow; it never shrinks.

    A deleted entry is hidden at once and gone after an hour.
    """

    at = models.DateTimeField()
    changed_at = models.DateTimeField(auto_now=True)
    deleted_at = models.DateTimeField(null=True, blank=True)
    payload_sealed = SealedColumn()
    payload = Sealed("payload_sealed")

    objects = DiaryEntryQuerySet.as_manager()  # type: ignore[misc]

    class Meta:
        verbose_name = _("diary entry")
        verbose_name_plural = _("diary entries")
        ordering = ["-at", "-id"]
        indexes = [
            models.Index(fields=["owner", "-at"], name="diary_by_time"),
            models.Index(fields=["deleted_at"], condition=models.Q(deleted_at__isnull=False), name="diary_deleted"),
        ]

    def __str__(self) -> str:
        return str(self.pk)
