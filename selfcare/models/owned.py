"""The one door of this house: a person reaches their own rows and nobody else's."""

import uuid
from typing import TYPE_CHECKING, Self

from django.conf import settings
from django.db import models

if TYPE_CHECKING:
    from django.contrib.auth.models import AnonymousUser

    from portal.accounts.models import User


class OwnedQuerySet(models.QuerySet):
    def owned_by(self, user: "User | AnonymousUser") -> Self:
        """What belongs to this person. Nobody else has a way in: no staff role, no carer, nobody signed out."""
        return self.filter(owner_id=user.pk) if user.pk else self.none()


class Owned(models.Model):
    """A row of health data: its key is made in Python, because sealed columns are bound to it."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    owner = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+")

    objects = OwnedQuerySet.as_manager()

    class Meta:
        abstract = True
