"""Invitations on their way, and whose they are."""

from collections.abc import Sequence
from datetime import timedelta
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from groups.models import Invitation
from groups.operations.invitations import KIND
from groups.wiring.telling import Verdicts, key_of
from portal.core.kinds import EMAIL, DeliveryRow, Kind, Message, No, Yes, kinds
from portal.core.personal_data import PersonalData, holders


def still_good(deliveries: Sequence[DeliveryRow]) -> Verdicts:
    """Not when it was taken back, used or has run out in the meantime. One query."""
    good = Invitation.objects.good().filter(pk__in=[key_of(one) for one in deliveries]).values_list("pk", flat=True)
    here = {str(key) for key in good}
    return {one.pk: Yes() if key_of(one) in here else No("over") for one in deliveries}


def kept_words(delivery: DeliveryRow) -> Message:
    """Its words are sealed in its row when it is asked for; there are no others."""
    raise LookupError("An invitation carries its own words.")


kinds.register(
    Kind(
        key=KIND, label=_("Invitations into groups"), render=kept_words, still_wanted=still_good,
        channels=(EMAIL,), default_on=(EMAIL,), grace=timedelta(days=14), optional=False,
    )
)  # fmt: skip


def export(user: Any) -> dict[str, list[dict[str, Any]]]:
    rows = Invitation.objects.filter(made_by=user).select_related("group").order_by("created_at")
    return {
        "invitations_made": [
            {
                "group": row.group.name,
                "made_at": row.created_at.isoformat(),
                "by_mail": row.by_mail,
                "came_in": row.used,
            }
            for row in rows
        ]
    }


def erase(user: Any, keep_words: bool) -> None:
    """Open ones end with the account of who made them: nobody else answers for them."""
    Invitation.objects.good().filter(made_by=user).update(revoked_at=timezone.now())
    Invitation.objects.filter(made_by=user).update(made_by=None, address_sealed=None)


holders.register(
    PersonalData(
        key="groups.invitations", label=_("Invitations you made"), models=["groups.Invitation"],
        export=export, erase=erase,
    )
)  # fmt: skip
