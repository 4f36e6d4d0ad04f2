"""allauth's mails go through the delivery engine, in our words; sessions that it ends take their device along."""

import uuid
from collections.abc import Iterable
from typing import Any

from allauth.account.models import EmailAddress
from allauth.usersessions.adapter import DefaultUserSessionsAdapter
from allauth.usersessions.models import UserSession

from portal.accounts.adapter import PeopleAdapter
from portal.accounts.models import User
from portal.core.clock import handrail_now
from portal.notifications.account_words import ACCOUNT_MAILS, ANYTHING_ELSE
from portal.notifications.devices import IN_SESSION, can_push
from portal.notifications.operations.deliveries import send_now
from portal.notifications.operations.devices import forget_device


class AccountAdapter(PeopleAdapter):
    def send_mail(self, template_prefix: str, email: str, context: dict[str, Any]) -> None:
        """Every mail becomes a sealed delivery of its own; nothing is sent inside the request.

        An address without an account gets its mail by the same path and at the same cost as one with: what the page
        does next tells nobody whether it exists.
        """
        mail = ACCOUNT_MAILS.get(template_prefix, ANYTHING_ELSE)
        send_now(
            kind=mail.kind,
            subject_key=f"account:{uuid.uuid4().hex}",
            recipient=owner_of(email, context),
            address=email,
            message=mail.words(context),
            not_after=handrail_now() + mail.good_for,
        )


class SessionsAdapter(DefaultUserSessionsAdapter):
    def end_sessions(self, sessions: Iterable[UserSession]) -> None:
        """Whoever is signed out from afar is told nothing more either."""
        held = [one._session_store(one.session_key).get(IN_SESSION) for one in sessions] if can_push() else []
        super().end_sessions(sessions)
        for device_id in filter(None, held):
            forget_device(device_id)


def owner_of(email: str, context: dict[str, Any]) -> User | None:
    """Whose mail this is, when there is somebody: then it goes when they go."""
    user = context.get("user")
    if isinstance(user, User):
        return user
    address = EmailAddress.objects.filter(email__iexact=email).select_related("user").order_by("-verified").first()
    return address.user if address else None
